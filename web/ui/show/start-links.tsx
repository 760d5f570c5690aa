import { Link } from "react-router";
import { dayText, timeText } from "./wire-time.ts";

export interface StartData {
  /** `YYYY-MM-DD` where the lesson is. */
  readonly date: string;
  /** `HH:MM`, 24-hour, there. */
  readonly start_time: string;
}

export interface StartLinksProps {
  readonly starts: readonly StartData[];
  /** The viewer's day; other years are named. */
  readonly today: Temporal.PlainDate;
  /** Where picking one leads: the time sheet with it preset. */
  readonly startHref: (start: StartData) => string;
  /** Where all times are; drawn as a quiet link after the starts. */
  readonly allHref?: string;
}

const START =
  "relative inline-flex min-h-11 flex-col items-center justify-center rounded-control border border-brand/30 bg-brand-surface px-3 font-semibold text-brand transition-colors hover:border-brand hover:bg-brand-soft active:bg-brand-soft md:min-h-10";

/** The next starts of a card. One shared day is named once in front; different days stand above their times. */
export function StartLinks({ starts, today, startHref, allHref }: StartLinksProps) {
  const [first] = starts;
  if (!first) return <p className="text-14 text-muted">No open times in the next days</p>;
  const isOneDay = starts.every(({ date }) => date === first.date);
  return (
    <div className="flex flex-col gap-2 md:flex-row md:items-center md:gap-3">
      {isOneDay && (
        <p className="figures shrink-0 text-14 text-muted md:w-22">{dayText(first.date, today)}</p>
      )}
      <ul className="flex min-w-0 gap-2">
        {starts.map((start) => (
          <li key={`${start.date}T${start.start_time}`} className="grid min-w-0 grow md:grow-0">
            <Link to={startHref(start)} className={START}>
              {isOneDay ? (
                <span className="sr-only">{dayText(start.date, today)}, </span>
              ) : (
                <span className="figures text-12 font-normal text-muted">{dayText(start.date, today)}</span>
              )}
              <span className="figures text-14 whitespace-nowrap">{timeText(start.start_time)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {allHref !== undefined && (
        <Link
          to={allHref}
          className="relative hidden min-h-10 items-center rounded-control px-2 text-14 font-medium text-muted transition-colors hover:text-ink hover:underline md:inline-flex"
        >
          All times
        </Link>
      )}
    </div>
  );
}
