import { addDays, addMonths, monthOf, sameDayIn, weekdayOf } from "./calendar-days.ts";

/** Where a key leads from a date, or null when the key means nothing to a calendar (ARIA authoring practices, grid). */
export function moveByKey(key: string, date: string, isRightToLeft: boolean): string | null {
  const forward = isRightToLeft ? -1 : 1;
  switch (key) {
    case "ArrowRight":
      return addDays(date, forward);
    case "ArrowLeft":
      return addDays(date, -forward);
    case "ArrowDown":
      return addDays(date, 7);
    case "ArrowUp":
      return addDays(date, -7);
    case "Home":
      return addDays(date, -weekdayOf(date));
    case "End":
      return addDays(date, 6 - weekdayOf(date));
    case "PageDown":
      return sameDayIn(addMonths(monthOf(date), 1), date);
    case "PageUp":
      return sameDayIn(addMonths(monthOf(date), -1), date);
    default:
      return null;
  }
}

/** ISO dates sort as text. */
export function clampDay(date: string, first: string, last: string): string {
  if (date < first) return first;
  return date > last ? last : date;
}

/** Where Tab enters a month: the chosen day, else its first day with openings, else its first day that is in range. */
export function entryDay(
  month: string,
  {
    value,
    open,
    first,
    last,
  }: { value: string | null; open: ReadonlySet<string>; first: string; last: string },
): string {
  if (value !== null && monthOf(value) === month) return value;
  const [earliest] = [...open]
    .filter((date) => monthOf(date) === month && date >= first && date <= last)
    .sort();
  return earliest ?? clampDay(`${month}-01`, first, last);
}
