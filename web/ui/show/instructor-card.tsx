import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatMinutes } from "../../lib/format/time.ts";
import { Portrait } from "./avatar.tsx";
import { FormatList, formatLabel, type LessonFormat } from "./lesson-format.tsx";
import { CheckedMark, Mark } from "./mark.tsx";
import { type PersonData, personName } from "./person.ts";
import { HourlyPrice, Price } from "./price.tsx";
import { Rating } from "./rating.tsx";
import { type StartData, StartLinks } from "./start-links.tsx";

/** One instructor as lists and search send it; every amount and start is the server's. */
export interface InstructorCardData {
  readonly instructor: PersonData;
  readonly is_background_checked: boolean;
  readonly is_founding_instructor: boolean;
  readonly service_name: string;
  /** "Kids 5–12 · beginner to intermediate" */
  readonly service_detail: string | null;
  readonly rating: number | null;
  readonly review_count: number;
  readonly neighborhood: string | null;
  readonly location_types: readonly LessonFormat[];
  /** For `duration_minutes`, fee included. */
  readonly total_cents: number;
  readonly duration_minutes: number;
  readonly hourly_cents: number;
  readonly hourly_location_type: LessonFormat;
  readonly next_starts: readonly StartData[];
}

export interface InstructorCardProps {
  readonly card: InstructorCardData;
  /** The viewer's day. */
  readonly today: Temporal.PlainDate;
  readonly profileHref: string;
  readonly startHref: (start: StartData) => string;
  /** The favourite button; it stays above the link that covers the card. */
  readonly favourite?: ReactNode;
  /** Drawn with the stronger shadow, as on hover: its pin is being pointed at. */
  readonly isHighlighted?: boolean;
}

/** The row of a result list. The name is the link to the profile and covers the card; starts lie above it. */
export function InstructorCard(props: InstructorCardProps) {
  const { card, today, profileHref, startHref, favourite, isHighlighted } = props;
  const name = personName(card.instructor);
  return (
    <article
      data-highlighted={isHighlighted ? "" : undefined}
      className="group relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 rounded-card border border-line bg-card p-4 shadow-card transition-shadow hover:border-brand/40 hover:shadow-hover data-highlighted:border-brand/40 data-highlighted:shadow-hover md:gap-x-6"
    >
      <Portrait
        name={name}
        tintKey={card.instructor.id}
        photoUrl={card.instructor.photo_url}
        className="h-26 w-22 rounded-control text-24 md:row-span-2 md:h-44 md:w-40 md:text-40"
      />
      <div className="flex min-w-0 flex-col gap-1">
        <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1 pe-10">
          <h3 className="text-18 font-semibold tracking-[-0.01em] md:text-20">
            <Link to={profileHref} className="after:absolute after:inset-0 after:rounded-card">
              {name}
            </Link>
          </h3>
          {card.is_background_checked && <CheckedMark />}
          {card.is_founding_instructor && (
            <span className="hidden md:inline-flex">
              <Mark kind="founding" short />
            </span>
          )}
        </div>
        <p className="truncate">
          <span className="font-semibold">{card.service_name}</span>
          <span className="hidden text-muted md:inline">
            {card.service_detail && ` · ${card.service_detail}`}
          </span>
          <span className="text-muted md:hidden">{card.neighborhood && ` · ${card.neighborhood}`}</span>
        </p>
        <p className="flex min-h-6 flex-wrap items-center gap-2 text-14 text-muted">
          <span className="text-ink">
            <Rating value={card.rating} count={card.review_count} />
          </span>
          {card.neighborhood && <span className="hidden md:inline">· {card.neighborhood}</span>}
          {card.is_founding_instructor && (
            <span className="inline-flex md:hidden">
              <Mark kind="founding" short />
            </span>
          )}
        </p>
        <FormatList formats={card.location_types} />
      </div>
      <div className="col-span-2 mt-3 flex flex-col gap-3 md:col-span-1 md:col-start-2 md:mt-auto md:flex-row md:items-end md:justify-between md:gap-4">
        <StartLinks
          starts={card.next_starts}
          today={today}
          startHref={startHref}
          allHref={`${profileHref}#openings`}
        />
        <CardPrice card={card} />
      </div>
      {favourite && <div className="absolute end-2 top-2 md:end-3 md:top-3">{favourite}</div>}
    </article>
  );
}

function CardPrice({ card }: { readonly card: InstructorCardData }) {
  const covers = `${formatMinutes(card.duration_minutes)}, incl. fee`;
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-3 border-t border-line pt-3 md:shrink-0 md:flex-col md:items-end md:gap-0.5 md:border-0 md:pt-0">
      <span className="flex items-baseline gap-2 md:flex-col md:items-end md:gap-0">
        <Price cents={card.total_cents} size={24} />
        <span className="text-14 whitespace-nowrap text-muted">{covers}</span>
      </span>
      <span className="text-12 text-muted">
        <HourlyPrice cents={card.hourly_cents} note={formatLabel(card.hourly_location_type)} />
      </span>
    </div>
  );
}
