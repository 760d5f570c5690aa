import { Link } from "react-router";
import { formatMoney } from "../../lib/format/money.ts";
import { formatMinutes } from "../../lib/format/time.ts";
import { Portrait } from "./avatar.tsx";
import type { InstructorCardData } from "./instructor-card.tsx";
import { personName } from "./person.ts";
import { Rating } from "./rating.tsx";
import type { StartData } from "./start-links.tsx";
import { dayText, timeText } from "./wire-time.ts";

export interface InstructorCompactProps {
  readonly card: InstructorCardData;
  /** The viewer's day. */
  readonly today: Temporal.PlainDate;
  readonly profileHref: string;
  readonly start: StartData;
  /** The time sheet with `start` preset. */
  readonly startHref: string;
  /** Why this start: "Your usual time is open". */
  readonly reason: string;
}

/** Somebody known, with one start and its price as the way to book it. */
export function InstructorCompact(props: InstructorCompactProps) {
  const { card, today, profileHref, start, startHref, reason } = props;
  const name = personName(card.instructor);
  const when = `${dayText(start.date, today)}, ${timeText(start.start_time)}`;
  return (
    <article className="relative min-w-0 rounded-card border border-line bg-card p-4 shadow-card transition-shadow hover:border-brand/40 hover:shadow-hover md:p-6">
      <div className="flex items-start gap-3">
        <Portrait
          name={name}
          tintKey={card.instructor.id}
          photoUrl={card.instructor.photo_url}
          className="size-14 rounded-control text-18"
        />
        <div className="min-w-0 grow">
          <div className="flex items-center justify-between gap-3">
            <h3 className="min-w-0 truncate text-18 font-semibold tracking-[-0.01em]">
              <Link to={profileHref} className="after:absolute after:inset-0 after:rounded-card">
                {name}
              </Link>
            </h3>
            <Rating value={card.rating} count={card.review_count} />
          </div>
          <p className="truncate text-14 text-muted">
            {card.service_name}, {formatMinutes(card.duration_minutes)}
          </p>
        </div>
      </div>
      <div className="mt-4 flex items-center justify-between gap-3 border-t border-line pt-4">
        <p className="min-w-0">
          <span className="block text-12 text-muted">{reason}</span>
          <span className="figures block text-14 font-medium">{when}</span>
        </p>
        <Link
          to={startHref}
          aria-label={`Book ${card.service_name} with ${name}, ${when}, ${formatMoney(card.total_cents)}`}
          className="figures relative inline-flex min-h-11 shrink-0 items-center rounded-control border border-brand/30 bg-brand-surface px-4 font-semibold text-brand transition-colors hover:border-brand hover:bg-brand-soft dark:bg-brand-soft"
        >
          {formatMoney(card.total_cents)}
        </Link>
      </div>
    </article>
  );
}
