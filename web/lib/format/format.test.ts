import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDate, formatFullDate, formatMonth, formatNearDate, formatWeekday } from "./date.ts";
import { formatMoney, formatMoneyLimit, groupDigits } from "./money.ts";
import { formatCount, formatList } from "./plural.ts";
import { formatLessonTime, formatMinutes, formatTime, formatTimeLeft, formatTimeRange } from "./time.ts";
import { formatZone } from "./zone.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const instant = (text: string) => Temporal.Instant.from(text);

describe("money", () => {
  test.each([
    [0, "$0.00"],
    [5, "$0.05"],
    [9000, "$90.00"],
    [123456789, "$1,234,567.89"],
    [-2500, "−$25.00"],
  ])("%d cents are %s", (cents, text) => {
    expect(formatMoney(cents)).toBe(text);
  });

  test("every amount reads back to its cents", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const text = formatMoney(cents);
        expect(text).toMatch(/^−?\$\d{1,3}(,\d{3})*\.\d\d$/);
        expect(Number(text.replaceAll(/[$,.]/g, "").replace("−", "-")) + 0).toBe(cents);
      }),
    );
  });

  test("limits drop empty cents", () => {
    expect([formatMoneyLimit(9000), formatMoneyLimit(9050)]).toEqual(["$90", "$90.50"]);
  });

  test("digits are grouped as the platform groups them", () => {
    fc.assert(
      fc.property(fc.nat(1e12), (n) => {
        expect(groupDigits(n)).toBe(new Intl.NumberFormat("en-US").format(n));
      }),
    );
  });
});

describe("counts and lists", () => {
  test.each([
    [0, "0 lessons"],
    [1, "1 lesson"],
    [1200, "1,200 lessons"],
  ])("%d", (count, text) => {
    expect(formatCount(count, "lesson", "lessons")).toBe(text);
  });

  test("lists end in and", () => {
    expect([formatList([]), formatList(["a"]), formatList(["a", "b"]), formatList(["a", "b", "c"])]).toEqual([
      "",
      "a",
      "a and b",
      "a, b and c",
    ]);
  });
});

describe("dates", () => {
  test("the year shows only when it is another one", () => {
    expect(formatDate(date("2026-05-09"), date("2026-01-01"))).toBe("Sat, May 9");
    expect(formatDate(date("2027-01-02"), date("2026-12-31"))).toBe("Sat, Jan 2, 2027");
  });

  test("relative words come with the date", () => {
    const today = date("2026-12-31");
    expect(formatNearDate(today, today)).toBe("Today, Thu, Dec 31");
    expect(formatNearDate(date("2027-01-01"), today)).toBe("Tomorrow, Fri, Jan 1, 2027");
    expect(formatNearDate(date("2026-12-30"), today)).toBe("Wed, Dec 30");
  });

  test("names agree with the platform's on any day", () => {
    const days = fc.integer({ min: 0, max: 60_000 }).map((n) => date("1970-01-01").add({ days: n }));
    fc.assert(
      fc.property(days, (day) => {
        expect(formatWeekday(day)).toBe(day.toLocaleString("en-US", { weekday: "long" }));
        expect(formatFullDate(day)).toBe(day.toLocaleString("en-US", { dateStyle: "long" }));
        expect(formatMonth(day)).toBe(day.toLocaleString("en-US", { month: "long", year: "numeric" }));
      }),
    );
  });
});

describe("times", () => {
  test.each([
    [0, 0, "12:00 AM"],
    [9, 5, "9:05 AM"],
    [12, 0, "12:00 PM"],
    [23, 59, "11:59 PM"],
  ])("%d:%d", (hour, minute, text) => {
    expect(formatTime({ hour, minute })).toBe(text);
  });

  test("a range says AM or PM once where it can", () => {
    const at = (text: string) => Temporal.PlainTime.from(text);
    expect(formatTimeRange(at("10:00"), at("11:00"))).toBe("10:00–11:00 AM");
    expect(formatTimeRange(at("11:30"), at("12:30"))).toBe("11:30 AM–12:30 PM");
    expect(formatTimeRange(at("23:30"), at("00:30"))).toBe("11:30 PM–12:30 AM");
  });

  test.each([
    ["PT43H50M59S", "43 h 50 min"],
    ["PT2H", "2 h"],
    ["PT5M", "5 min"],
    ["-PT5M", "0 min"],
  ])("%s left", (left, text) => {
    expect(formatTimeLeft(Temporal.Duration.from(left))).toBe(text);
  });

  test("length", () => {
    expect(formatMinutes(90)).toBe("90 min");
  });
});

describe("zones", () => {
  test.each([
    ["America/New_York", "ET"],
    ["Europe/London", "GMT+1"],
    ["Africa/Abidjan", "GMT"],
    ["Asia/Kolkata", "GMT+5:30"],
    ["America/St_Johns", "GMT-2:30"],
  ])("%s in July is %s", (zone, label) => {
    expect(formatZone(instant("2026-07-01T12:00:00Z").toZonedDateTimeISO(zone))).toBe(label);
  });
});

describe("lesson times", () => {
  const lesson = {
    start: instant("2026-05-09T14:00:00Z"),
    end: instant("2026-05-09T15:00:00Z"),
    zone: "America/New_York",
    isOnline: false,
  };
  const now = instant("2026-05-05T17:10:00Z");
  const there = "Sat, May 9 · 10:00–11:00 AM ET";
  const here = "Sat, May 9 · 4:00–5:00 PM GMT+2";

  test("one line when the clocks agree, even under another zone's name", () => {
    expect(formatLessonTime(lesson, { zone: "America/Toronto", now })).toEqual({ main: there, other: null });
  });

  test("in person the lesson's zone leads, online the viewer's", () => {
    const viewer = { zone: "Europe/Paris", now };
    expect(formatLessonTime(lesson, viewer)).toEqual({ main: there, other: here });
    expect(formatLessonTime({ ...lesson, isOnline: true }, viewer)).toEqual({ main: here, other: there });
  });

  test("on the night the clocks go forward, the hour that is missing is not named", () => {
    const start = instant("2026-03-08T06:30:00Z");
    const text = formatLessonTime(
      { ...lesson, start, end: start.add({ hours: 1 }) },
      { zone: "America/New_York", now },
    );
    expect(text.main).toBe("Sun, Mar 8 · 1:30–3:30 AM ET");
  });
});
