import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFakeClock } from "../../../test/support/fake-clock.ts";
import { createBreaker } from "./circuit-breaker.ts";

function breakerWith(failures = 3, openMs = 30_000) {
  const clock = createFakeClock();
  return { clock, breaker: createBreaker({ failures, openMs, clock }) };
}

function opened() {
  const made = breakerWith();
  for (let count = 0; count < 3; count++) made.breaker.failure();
  return made;
}

describe("createBreaker", () => {
  it("opens on the failure that completes the row, not before", () => {
    const { breaker } = breakerWith();
    breaker.failure();
    breaker.failure();
    expect([breaker.state(), breaker.allow()]).toEqual(["closed", true]);
    breaker.failure();
    expect([breaker.state(), breaker.allow()]).toEqual(["open", false]);
  });

  it("counts failures in a row only", () => {
    const { breaker } = breakerWith();
    for (let round = 0; round < 5; round++) {
      breaker.failure();
      breaker.failure();
      breaker.success();
    }
    expect(breaker.state()).toBe("closed");
  });

  it("stays open until the last millisecond, then lets exactly one probe through", () => {
    const { breaker, clock } = opened();
    clock.advance({ milliseconds: 29_999 });
    expect([breaker.state(), breaker.allow()]).toEqual(["open", false]);
    clock.advance({ milliseconds: 1 });
    expect(breaker.state()).toBe("half_open");
    expect([breaker.allow(), breaker.allow(), breaker.allow()]).toEqual([true, false, false]);
    expect(breaker.state()).toBe("half_open");
  });

  it("closes when the probe succeeds and needs a full row to open again", () => {
    const { breaker, clock } = opened();
    clock.advance({ milliseconds: 30_000 });
    breaker.allow();
    breaker.success();
    breaker.failure();
    breaker.failure();
    expect(breaker.state()).toBe("closed");
  });

  it("opens for the whole time again when the probe fails", () => {
    const { breaker, clock } = opened();
    clock.advance({ milliseconds: 30_000 });
    breaker.allow();
    clock.advance({ milliseconds: 10_000 });
    breaker.failure();
    clock.advance({ milliseconds: 29_999 });
    expect(breaker.allow()).toBe(false);
    clock.advance({ milliseconds: 1 });
    expect(breaker.allow()).toBe(true);
  });

  it("gives up a probe that never reports", () => {
    const { breaker, clock } = opened();
    clock.advance({ milliseconds: 30_000 });
    expect(breaker.allow()).toBe(true);
    clock.advance({ milliseconds: 29_999 });
    expect(breaker.allow()).toBe(false);
    clock.advance({ milliseconds: 1 });
    expect(breaker.allow()).toBe(true);
  });

  it("ignores late results of calls that began before it opened", () => {
    const { breaker, clock } = opened();
    breaker.success();
    expect(breaker.state()).toBe("open");
    clock.advance({ milliseconds: 20_000 });
    breaker.failure();
    clock.advance({ milliseconds: 10_000 });
    expect(breaker.allow()).toBe(true);
  });

  it("refuses limits that make no sense", () => {
    const { clock } = breakerWith();
    for (const wrong of [0, -1, 1.5, Number.NaN]) {
      expect(() => createBreaker({ failures: wrong, openMs: 1, clock })).toThrow(RangeError);
      expect(() => createBreaker({ failures: 1, openMs: wrong, clock })).toThrow(RangeError);
    }
  });

  it("never allows a call within openMs of the failure that opened it", () => {
    const step = fc.oneof(
      fc.constantFrom("allow" as const, "success" as const, "failure" as const),
      fc.integer({ min: 0, max: 40_000 }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { breaker, clock } = breakerWith(2, 30_000);
        let openedAt: number | null = null;
        for (const each of steps) {
          const before = breaker.state();
          if (typeof each === "number") clock.advance({ milliseconds: each });
          else if (each !== "allow") breaker[each]();
          else if (breaker.allow() && openedAt !== null) {
            expect(clock.now().epochMilliseconds - openedAt).toBeGreaterThanOrEqual(30_000);
          }
          if (before !== "open" && breaker.state() === "open") openedAt = clock.now().epochMilliseconds;
          if (breaker.state() === "closed") openedAt = null;
        }
      }),
    );
  });
});
