import { expect, test } from "vitest";
import {
  type Band,
  CANCELLATION_EXAMPLES,
  type CancellationExample,
  CREDIT_EXAMPLES,
  EXAMPLE_LESSON,
  EXAMPLE_PAYOUTS,
} from "./money-examples.ts";

/** The one rounding rule of money: half up (money spec §1). */
const share = (cents: number, of: number, outOf: number) =>
  Math.floor((2 * cents * of + outOf) / (2 * outOf));

const KEPT_VALUE: Readonly<Record<Band, (lesson: number) => number>> = {
  free: (lesson) => lesson,
  middle: (lesson) => lesson,
  late: (lesson) => share(lesson, 1, 2),
};

test("the lesson of the examples carries the 12 % fee", () => {
  const { lesson_cents, fee_cents, total_cents } = EXAMPLE_LESSON;
  expect(fee_cents).toBe(share(lesson_cents, 1200, 10_000));
  expect(total_cents).toBe(lesson_cents + fee_cents);
});

test.each(EXAMPLE_PAYOUTS)(
  "the $tier share is $rate_percent % less",
  ({ rate_percent, fee_cents, payout_cents }) => {
    expect(fee_cents).toBe(share(EXAMPLE_LESSON.lesson_cents, rate_percent, 100));
    expect(payout_cents).toBe(EXAMPLE_LESSON.lesson_cents - fee_cents);
  },
);

test.each([...CANCELLATION_EXAMPLES, ...CREDIT_EXAMPLES])("$key follows the policy", (example) => {
  const { band, lesson_cents, credit_used_cents, released_cents, new_credit_cents } = example;
  expect(example.fee_cents).toBe(share(lesson_cents, 1200, 10_000));
  expect(example.charged_cents).toBe(
    band === "free" ? 0 : lesson_cents + example.fee_cents - credit_used_cents,
  );
  const value = KEPT_VALUE[band](lesson_cents);
  expect(released_cents).toBe(Math.min(credit_used_cents, value));
  expect(new_credit_cents).toBe(band === "free" ? 0 : Math.max(0, value - credit_used_cents));
  expect(example.cost_cents).toBe(costOf(example));
});

test("each side of both limits is shown", () => {
  expect(CANCELLATION_EXAMPLES.map(({ key, cost_cents }) => [key, cost_cents])).toEqual([
    ["S3", 0],
    ["S4", 1_440],
    ["S5", 1_440],
    ["S6", 7_440],
    ["S8", 1_860],
  ]);
});

function costOf(example: CancellationExample): number {
  const { charged_cents, credit_used_cents, released_cents, new_credit_cents } = example;
  return charged_cents + credit_used_cents - released_cents - new_credit_cents;
}
