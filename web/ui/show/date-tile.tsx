import { formatMonth, formatWeekday } from "../../lib/format/date.ts";

export interface DateTileProps {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly isToday?: boolean;
}

/** The day of a lesson as a small calendar leaf. The full date stands in words beside it, so this is decoration. */
export function DateTile({ date, isToday = false }: DateTileProps) {
  const day = Temporal.PlainDate.from(date);
  return (
    <span
      aria-hidden="true"
      className={`figures flex w-17 shrink-0 flex-col items-center rounded-control py-2 text-12 font-medium ${
        isToday ? "bg-brand-soft text-brand" : "bg-brand-surface text-muted dark:bg-page"
      }`}
    >
      {isToday ? "Today" : formatWeekday(day).slice(0, 3)}
      <span className={`text-30 font-semibold ${isToday ? "text-brand" : "text-ink"}`}>{day.day}</span>
      {formatMonth(day).slice(0, 3)}
    </span>
  );
}
