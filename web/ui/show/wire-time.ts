import { formatDate } from "../../lib/format/date.ts";
import { formatTime } from "../../lib/format/time.ts";

/** A `YYYY-MM-DD` of the wire as "Sat, May 9". */
export function dayText(date: string, today: Temporal.PlainDate): string {
  return formatDate(Temporal.PlainDate.from(date), today);
}

/** An `HH:MM` of the wire as "10:00 AM". */
export function timeText(time: string): string {
  return formatTime(Temporal.PlainTime.from(time));
}
