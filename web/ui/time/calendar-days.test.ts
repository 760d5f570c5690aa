import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  daysInMonth,
  fromDayNumber,
  sameDayIn,
  toDayNumber,
  weekdayOf,
  weeksOf,
} from "./calendar-days.ts";

const EPOCH = Temporal.PlainDate.from("1970-01-01");
const dayNumber = fc.integer({ min: -100_000, max: 200_000 });
const month = fc
  .record({ year: fc.integer({ min: 1970, max: 2400 }), month: fc.integer({ min: 1, max: 12 }) })
  .map((parts) => Temporal.PlainYearMonth.from(parts));

test("agrees with Temporal on every date", () => {
  fc.assert(
    fc.property(dayNumber, (number) => {
      const date = EPOCH.add({ days: number });
      expect(fromDayNumber(number)).toBe(date.toString());
      expect(toDayNumber(date.toString())).toBe(number);
      expect(weekdayOf(date.toString())).toBe(date.dayOfWeek % 7);
    }),
  );
});

test("agrees with Temporal on every month", () => {
  fc.assert(
    fc.property(month, fc.integer({ min: -500, max: 500 }), (start, by) => {
      expect(addMonths(start.toString(), by)).toBe(start.add({ months: by }).toString());
      expect(daysInMonth(start.toString())).toBe(start.daysInMonth);
    }),
  );
});

test("adding days crosses months, years and leap days", () => {
  expect(addDays("2026-05-31", 1)).toBe("2026-06-01");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
});

test("the same day of a shorter month is its last one", () => {
  expect(sameDayIn("2026-06", "2026-05-31")).toBe("2026-06-30");
  expect(sameDayIn("2028-02", "2028-01-30")).toBe("2028-02-29");
  expect(sameDayIn("2026-06", "2026-05-09")).toBe("2026-06-09");
});

test("a month is laid out in whole weeks that hold each of its days once, under its weekday", () => {
  fc.assert(
    fc.property(month, (which) => {
      const weeks = weeksOf(which.toString());
      expect(weeks.every((week) => week.length === 7 && week.some((date) => date !== null))).toBe(true);
      const dates = weeks.flatMap((week) => week.filter((date) => date !== null));
      expect(dates).toHaveLength(which.daysInMonth);
      for (const week of weeks) {
        week.forEach((date, column) => date !== null && expect(weekdayOf(date)).toBe(column));
      }
    }),
  );
});
