import { weekdayOf } from "./calendar-days.ts";
import { nameDay } from "./day-names.ts";

export interface CalendarDayProps {
  readonly date: string;
  /** `out` lies before today or after the last day and cannot even be walked over. */
  readonly kind: "open" | "none" | "out";
  readonly isToday: boolean;
  readonly isPicked: boolean;
  /** The one day of the grid that Tab stops at. */
  readonly isEntry: boolean;
  readonly onPick: () => void;
}

/** One cell: openings are bold on a tint, today is underlined, the chosen day is filled. */
export function CalendarDay({ date, kind, isToday, isPicked, isEntry, onPick }: CalendarDayProps) {
  const look = isPicked ? LOOKS.picked : LOOKS[kind];
  return (
    <div role="gridcell" aria-colindex={weekdayOf(date) + 1} aria-selected={isPicked} className="p-0.5">
      <button
        type="button"
        data-date={date}
        tabIndex={isEntry ? 0 : -1}
        disabled={kind === "out"}
        aria-disabled={kind === "none" || undefined}
        aria-current={isToday ? "date" : undefined}
        aria-label={kind === "none" ? `${nameDay(date)}, no times` : nameDay(date)}
        onClick={() => kind === "open" && onPick()}
        className={`figures relative mx-auto flex aspect-square w-full max-w-11 items-center justify-center rounded-pill transition-colors ${look}`}
      >
        {Number(date.slice(8))}
        {isToday && <span className="absolute bottom-[15%] h-0.5 w-4 rounded-pill bg-current" />}
      </button>
    </div>
  );
}

const LOOKS = {
  picked:
    "bg-brand font-semibold text-on-brand hover:bg-brand-strong forced-colors:bg-[Highlight] forced-colors:text-[HighlightText] forced-colors:forced-color-adjust-none",
  open: "bg-brand-soft font-semibold text-ink hover:inset-ring-2 hover:inset-ring-brand active:bg-brand active:text-on-brand",
  none: "cursor-default text-muted",
  out: "text-control opacity-60",
};
