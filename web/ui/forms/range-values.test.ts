import fc from "fast-check";
import { expect, test } from "vitest";
import { moveHigh, moveLow } from "./range-values.ts";

const LIMITS = { min: 20, max: 300, gap: 10 };

test("an end stops at the gap and at the limit", () => {
  expect(moveLow({ low: 40, high: 90 }, 85, LIMITS)).toEqual({ low: 80, high: 90 });
  expect(moveLow({ low: 40, high: 90 }, 0, LIMITS)).toEqual({ low: 20, high: 90 });
  expect(moveHigh({ low: 40, high: 90 }, 45, LIMITS)).toEqual({ low: 40, high: 50 });
  expect(moveHigh({ low: 40, high: 90 }, 999, LIMITS)).toEqual({ low: 40, high: 300 });
});

test("whatever is asked, the range stays inside its limits with the gap between", () => {
  const move = fc.record({
    end: fc.constantFrom("low", "high"),
    to: fc.integer({ min: -1_000, max: 1_000 }),
  });
  fc.assert(
    fc.property(fc.array(move), (moves) => {
      let range = { low: 20, high: 300 };
      for (const { end, to } of moves) {
        range = end === "low" ? moveLow(range, to, LIMITS) : moveHigh(range, to, LIMITS);
        expect(range.low).toBeGreaterThanOrEqual(20);
        expect(range.high).toBeLessThanOrEqual(300);
        expect(range.high - range.low).toBeGreaterThanOrEqual(10);
      }
    }),
  );
});
