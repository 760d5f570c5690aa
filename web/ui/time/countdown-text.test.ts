import { expect, test } from "vitest";
import { formatRemaining, spokenRemaining } from "./countdown-text.ts";

test.each([
  [-3, "0:00"],
  [0, "0:00"],
  [9, "0:09"],
  [60, "1:00"],
  [822, "13:42"],
  [3_600, "1:00:00"],
  [3_729, "1:02:09"],
])("%i seconds are %s", (seconds, text) => {
  expect(formatRemaining(seconds)).toBe(text);
});

test("is spoken at two minutes and at the end only", () => {
  expect([900, 121, 120, 61, 1, 0, -5].map(spokenRemaining)).toEqual([
    "",
    "",
    "2 minutes left",
    "2 minutes left",
    "2 minutes left",
    "Time is up",
    "Time is up",
  ]);
});
