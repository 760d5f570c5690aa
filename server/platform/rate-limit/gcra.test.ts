import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blocked, type Decision, decide, type Policy, planAttempt, step } from "./gcra.ts";

const EPOCH = 1_790_000_000_000;

function perMinute(count: number, burst: number): Policy {
  return { rate: { count, perMs: 60_000 }, burst };
}

/** One key under one policy; `at` is milliseconds after a large epoch time, as stores have them. */
function createKey(policy: Policy) {
  let tat: number | null = null;
  return {
    take(at: number, cost = 1): Decision {
      const attempt = planAttempt(policy, cost);
      if (!attempt) return blocked(policy, EPOCH + at);
      const taken = step(attempt, tat, EPOCH + at);
      if (taken.allowed) tat = taken.tat;
      return decide(attempt, taken);
    },
    stored: () => tat,
  };
}

describe("the vectors of operations §4.1", () => {
  test("30 per minute, burst 10", () => {
    const key = createKey(perMinute(30, 10));
    const remaining = Array.from({ length: 11 }, () => key.take(0).remaining);
    expect(remaining).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(key.take(0)).toMatchObject({
      allowed: false,
      remaining: 0,
      retryMs: 2000,
      resetMs: 22_000,
      limit: 11,
    });
    expect(key.take(2000)).toMatchObject({ allowed: true, remaining: 0, resetMs: 22_000 });
    expect(key.take(26_000)).toMatchObject({ allowed: true, remaining: 10, resetMs: 2000 });
  });

  test("5 per minute, burst 2", () => {
    const key = createKey(perMinute(5, 2));
    for (let call = 0; call < 3; call++) expect(key.take(0).allowed).toBe(true);
    expect(key.take(0)).toMatchObject({ allowed: false, retryMs: 12_000 });
    expect(key.take(11_999)).toMatchObject({ allowed: false, retryMs: 1 });
    expect(key.take(12_000).allowed).toBe(true);
  });

  test("60 per minute, burst 0", () => {
    const key = createKey(perMinute(60, 0));
    expect(key.take(0).allowed).toBe(true);
    expect(key.take(999)).toMatchObject({ allowed: false, retryMs: 1 });
    expect(key.take(1000).allowed).toBe(true);
  });
});

test("a rate of 0 or less, or a cost above burst + 1, is blocked without a store", () => {
  expect(planAttempt(perMinute(0, 5))).toBeNull();
  expect(planAttempt(perMinute(-1, 5))).toBeNull();
  expect(planAttempt(perMinute(Number.NaN, 5))).toBeNull();
  expect(planAttempt(perMinute(60, 2), 4)).toBeNull();
  expect(planAttempt(perMinute(60, 2), 3)).not.toBeNull();
  expect(blocked(perMinute(0, 5), EPOCH)).toMatchObject({ allowed: false, limit: 6, remaining: 0 });
});

const policies = fc.record({
  rate: fc.record({
    count: fc.integer({ min: 1, max: 1000 }),
    perMs: fc.constantFrom(60_000, 3_600_000, 86_400_000),
  }),
  burst: fc.integer({ min: 0, max: 100 }),
});
/** Whole intervals, as all but odd overrides have: here every sum is exact and `remaining` has no boundary to round at. */
const wholePolicies = fc.record({
  rate: fc.record({ count: fc.constantFrom(1, 2, 5, 10, 12, 30, 60, 120, 300), perMs: fc.constant(60_000) }),
  burst: fc.integer({ min: 0, max: 100 }),
});
/** Pauses before each call, in tenths of the policy's interval. */
const pauses = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 200 });

function run(policy: Policy, tenths: readonly number[]) {
  const intervalMs = policy.rate.perMs / policy.rate.count;
  const key = createKey(policy);
  let at = 0;
  return tenths.map((pause) => {
    at += (pause * intervalMs) / 10;
    const before = key.stored();
    const decision = key.take(at);
    return { at, intervalMs, before, after: key.stored(), decision };
  });
}

describe("for any policy", () => {
  test("burst + 1 calls at once pass, counting down to 0, and the next does not", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const key = createKey(policy);
        for (let left = policy.burst; left >= 0; left--) expect(key.take(0).remaining).toBe(left);
        expect(key.take(0).allowed).toBe(false);
      }),
    );
  });

  test("any window passes at most burst + 1 and one per interval", () => {
    fc.assert(
      fc.property(policies, pauses, (policy, tenths) => {
        const passed = run(policy, tenths).filter(({ decision }) => decision.allowed);
        for (const [first, start] of passed.entries()) {
          for (const [last, end] of passed.entries()) {
            if (last < first) continue;
            const most = policy.burst + 1 + (end.at - start.at) / start.intervalMs + 0.5;
            expect(last - first + 1).toBeLessThanOrEqual(most);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test("a refused call stores nothing, an allowed one moves the stored time forward", () => {
    fc.assert(
      fc.property(policies, pauses, (policy, tenths) => {
        for (const { before, after, decision } of run(policy, tenths)) {
          if (decision.allowed) expect(after).toBeGreaterThan(before ?? 0);
          else expect(after).toBe(before);
        }
      }),
    );
  });

  test("as many calls as `remaining` says pass at once, and `retryMs` later a refused one passes", () => {
    fc.assert(
      fc.property(wholePolicies, pauses, (policy, tenths) => {
        const key = createKey(policy);
        const steps = run(policy, tenths);
        const last = steps.at(-1);
        for (const { at } of steps) key.take(at);
        const at = last?.at ?? 0;
        const left = last?.decision.remaining ?? 0;
        for (let call = 0; call < left; call++) expect(key.take(at).allowed).toBe(true);
        const refused = key.take(at);
        expect(refused.allowed).toBe(false);
        expect(key.take(at + refused.retryMs).allowed).toBe(true);
      }),
    );
  });

  test("a higher cost never passes where a lower one is refused", () => {
    fc.assert(
      fc.property(policies, pauses, fc.integer({ min: 1, max: 5 }), (policy, tenths, cost) => {
        const [cheap, dear] = [planAttempt(policy, cost), planAttempt(policy, cost + 1)];
        for (const { at, after } of run(policy, tenths)) {
          const dearPasses = dear !== null && step(dear, after, EPOCH + at).allowed;
          const cheapPasses = cheap !== null && step(cheap, after, EPOCH + at).allowed;
          expect(dearPasses && !cheapPasses).toBe(false);
        }
      }),
    );
  });
});
