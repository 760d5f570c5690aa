import { expect, test } from "vitest";
import type { z } from "zod";
import { bps, cents, endTimeOfDay, instant, plainDate, timeOfDay, timezone, ulid } from "./wire-types.ts";

test.each<[string, z.ZodType, readonly unknown[], readonly unknown[]]>([
  [
    "ulid",
    ulid(),
    ["01ARZ3NDEKTSV4RRFFQ69G5FAV", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ"],
    [
      "8ZZZZZZZZZZZZZZZZZZZZZZZZZ",
      "01arz3ndektsv4rrffq69g5fav",
      "01ARZ3NDEKTSV4RRFFQ69G5FA",
      "01ARZ3NDEKTSV4RRFFQ69G5FAI",
    ],
  ],
  [
    "instant",
    instant(),
    ["2026-03-08T07:00:00.000Z", "2028-02-29T23:59:59.999Z"],
    [
      "2026-03-08T07:00:00Z",
      "2026-03-08T07:00:00.000+00:00",
      "2026-02-29T07:00:00.000Z",
      "2026-03-08 07:00:00.000Z",
    ],
  ],
  ["date", plainDate(), ["2026-12-31", "2028-02-29"], ["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1"]],
  ["time of day", timeOfDay(), ["00:00", "09:30", "23:59"], ["24:00", "9:30", "12:60", "12:30:00"]],
  ["end of a span", endTimeOfDay(), ["00:30", "23:59", "24:00"], ["00:00", "24:30", "25:00"]],
  ["zone", timezone(), ["America/New_York", "UTC"], ["+02:00", "America/Gotham", ""]],
  ["cents", cents(), [0, -150, 12_345], [1.5, "1", Number.NaN, 1e15]],
  ["basis points", bps(), [0, 800, 10_000], [-1, 10_001, 8.5]],
])("%s takes what it should and nothing else", (_name, schema, good, bad) => {
  for (const value of good) expect([value, schema.safeParse(value).success]).toEqual([value, true]);
  for (const value of bad) expect([value, schema.safeParse(value).success]).toEqual([value, false]);
});
