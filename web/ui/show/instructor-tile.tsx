import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatMinutes } from "../../lib/format/time.ts";
import { Portrait } from "./avatar.tsx";
import type { InstructorCardData } from "./instructor-card.tsx";
import { FormatList } from "./lesson-format.tsx";
import { personName } from "./person.ts";
import { Price } from "./price.tsx";
import { Rating } from "./rating.tsx";
import { timeText } from "./wire-time.ts";

export interface InstructorTileProps {
  readonly card: InstructorCardData;
  /** The time sheet with this opening preset. */
  readonly to: string;
  /** The opening's `HH:MM` there; `isNow` only when the server says that it is close. */
  readonly opening: { readonly start_time: string; readonly isNow: boolean };
  readonly favourite?: ReactNode;
}

/** An opening of today with its instructor, for rows of cards. The service is the title. */
export function InstructorTile({ card, to, opening, favourite }: InstructorTileProps) {
  const name = personName(card.instructor);
  return (
    <article className="relative flex h-full min-w-0 flex-col overflow-hidden rounded-card border border-line bg-card shadow-card transition-shadow hover:border-brand/40 hover:shadow-hover">
      <div className="relative">
        <Portrait
          name={name}
          tintKey={card.instructor.id}
          photoUrl={card.instructor.photo_url}
          className="h-49 w-full text-52"
        />
        <p className="figures absolute start-3 bottom-3 inline-flex h-8 items-center gap-2 rounded-pill bg-card px-3 text-14 shadow-card dark:bg-page">
          {opening.isNow && <span aria-hidden="true" className="size-2 rounded-pill bg-success" />}
          {opening.isNow ? "Now" : "Today"}
          <span className="font-semibold">{timeText(opening.start_time)}</span>
        </p>
      </div>
      <div className="flex grow flex-col gap-1 p-4">
        <div className="flex items-center justify-between gap-3">
          <h3 className="min-w-0 truncate text-18 font-semibold tracking-[-0.01em]">
            <Link to={to} className="after:absolute after:inset-0 after:rounded-card">
              {card.service_name}
            </Link>
          </h3>
          <Rating value={card.rating} count={card.review_count} />
        </div>
        <p className="truncate text-14 text-muted">
          {name}
          {card.neighborhood && ` · ${card.neighborhood}`}
        </p>
        <div className="mt-1 mb-4">
          <FormatList formats={card.location_types} />
        </div>
        <div className="mt-auto flex items-baseline justify-between gap-3 border-t border-line pt-4">
          <Price cents={card.total_cents} size={20} />
          <span className="text-12 text-muted">{formatMinutes(card.duration_minutes)}, incl. fee</span>
        </div>
      </div>
      {favourite && <div className="absolute end-3 top-3">{favourite}</div>}
    </article>
  );
}
