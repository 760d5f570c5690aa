import type { Clock } from "../../server/platform/clock/clock.ts";

export interface FakeClock extends Clock {
  /** Moves the clock; an amount as Temporal takes it, for example `{ minutes: 15 }`. */
  advance(amount: Temporal.DurationLike): void;
  set(instant: string): void;
}

/** A clock that stands still until a test moves it. */
export function createFakeClock(start = "2026-03-02T15:00:00Z"): FakeClock {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    advance(amount) {
      now = now.add(amount);
    },
    set(instant) {
      now = Temporal.Instant.from(instant);
    },
  };
}
