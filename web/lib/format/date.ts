const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

type Day = Temporal.PlainDate | Temporal.PlainDateTime | Temporal.ZonedDateTime;

/** "Monday". */
export function formatWeekday(day: Day): string {
  return WEEKDAYS[day.dayOfWeek - 1] ?? "";
}

/** "May 2026". */
export function formatMonth({ year, month }: { readonly year: number; readonly month: number }): string {
  return `${MONTHS[month - 1]} ${year}`;
}

/** "Sat, May 9"; with the year when it is not `today`'s: "Sat, Jan 2, 2027". */
export function formatDate(day: Day, today: Temporal.PlainDate): string {
  const short = `${formatWeekday(day).slice(0, 3)}, ${MONTHS[day.month - 1]?.slice(0, 3)} ${day.day}`;
  return day.year === today.year ? short : `${short}, ${day.year}`;
}

/** "May 9, 2026", for documents and records. */
export function formatFullDate(day: Day): string {
  return `${MONTHS[day.month - 1]} ${day.day}, ${day.year}`;
}

/** "Today, Sat, May 9", "Tomorrow, …", else the date alone. Relative words are the viewer's and never stand alone (web §1.9). */
export function formatNearDate(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const away = today.until(day).days;
  const word = away === 0 ? "Today, " : away === 1 ? "Tomorrow, " : "";
  return word + formatDate(day, today);
}
