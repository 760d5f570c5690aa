import type { Clock } from "#platform/clock/clock.ts";

export type BreakerState = "closed" | "open" | "half_open";

export interface Breaker {
  /** Whether a call may be made now. In half-open it hands out one probe at a time: whoever gets `true` reports its result. */
  allow(): boolean;
  success(): void;
  failure(): void;
  state(): BreakerState;
}

export interface BreakerOptions {
  /** Consecutive failures that open it. */
  readonly failures: number;
  /** How long it stays open before a probe, in milliseconds. */
  readonly openMs: number;
  readonly clock: Clock;
}

/**
 * A circuit breaker without timers (operations §10): closed, open after `failures` failures in a row, half-open `openMs` later.
 * The probe's success closes it, its failure opens it again; a probe that never reports is given up after `openMs`.
 * Results of calls that began before it opened change nothing while it is open.
 * @throws RangeError when `failures` or `openMs` is not a positive integer.
 */
export function createBreaker({ failures, openMs, clock }: BreakerOptions): Breaker {
  for (const [name, value] of Object.entries({ failures, openMs })) {
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} must be a positive integer`);
  }
  let failed = 0;
  /** When the next probe may start; null while closed. */
  let probeAt: number | null = null;
  let probing = false;

  const nowMs = () => clock.now().epochMilliseconds;
  const open = () => {
    failed = 0;
    probing = false;
    probeAt = nowMs() + openMs;
  };

  const state = (): BreakerState => {
    if (probeAt === null) return "closed";
    return probing || nowMs() >= probeAt ? "half_open" : "open";
  };

  return {
    state,
    allow() {
      if (probeAt === null) return true;
      if (nowMs() < probeAt) return false;
      probing = true;
      probeAt = nowMs() + openMs;
      return true;
    },
    success() {
      if (probeAt === null) {
        failed = 0;
      } else if (state() === "half_open") {
        probeAt = null;
        probing = false;
        failed = 0;
      }
    },
    failure() {
      if (probeAt === null) {
        failed += 1;
        if (failed >= failures) open();
      } else if (probing) {
        open();
      }
    },
  };
}
