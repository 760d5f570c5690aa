import { formatMonth } from "../../lib/format/date.ts";
import { toDayNumber } from "./calendar-days.ts";

const DAY = 86_400_000;
// A plain date has no zone: it is written as that day's midnight in UTC, and read there.
const LONG_DAY = formatter({ weekday: "long", month: "long", day: "numeric" });
const SHORT_WEEKDAY = formatter({ weekday: "short" });
const LONG_WEEKDAY = formatter({ weekday: "long" });

/** "Saturday, May 9". */
export function nameDay(date: string): string {
  return LONG_DAY.format(toDayNumber(date) * DAY);
}

/** "May 2026", from "2026-05". */
export function nameMonth(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return formatMonth({ year, month: number });
}

/** Sunday first. 1970-01-04 was one. */
export const WEEKDAYS = Array.from({ length: 7 }, (_, at) => ({
  short: SHORT_WEEKDAY.format((3 + at) * DAY),
  long: LONG_WEEKDAY.format((3 + at) * DAY),
}));

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" });
}
