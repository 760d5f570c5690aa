/** `count` requests per `perMs` milliseconds, kept as a fraction so that "10 per hour" has an exact interval. */
export interface Rate {
  readonly count: number;
  readonly perMs: number;
}

export interface Policy {
  readonly rate: Rate;
  /** Requests that may come at once beyond the first; 0 or more. */
  readonly burst: number;
}

/** What one attempt asks of a store: move the stored time (TAT) on by `costMs` if it stays within `windowMs` of now. */
export interface Attempt {
  readonly intervalMs: number;
  readonly costMs: number;
  readonly windowMs: number;
  readonly limit: number;
}

/** What a store answers. `tat` is the stored time after the attempt; `nowMs` is the store's own clock (epoch ms). */
export interface Taken {
  readonly allowed: boolean;
  readonly tat: number;
  readonly nowMs: number;
}

export interface Decision {
  readonly allowed: boolean;
  /** Burst + 1. */
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds until the bucket is full again. */
  readonly resetMs: number;
  /** Whole milliseconds until the same attempt can succeed; 0 when allowed. */
  readonly retryMs: number;
  readonly nowMs: number;
}

/**
 * Adding a fractional interval to an epoch time rounds by up to half of 2^-12 ms, always the same way. Without this slack per request a
 * rate such as 7 per minute would lose a request of its burst.
 */
const ROUNDING_MS = 2 ** -13;

/** How long a caller is told to wait where no wait can help; an operator may have changed the policy by then. */
const BLOCKED_RETRY_MS = 60_000;

/**
 * The store's part of one attempt (operations §4.1), or null where the policy blocks it before the store is asked:
 * a rate of 0 or less, or a cost above burst + 1.
 */
export function planAttempt(policy: Policy, cost = 1): Attempt | null {
  const { rate, burst } = policy;
  if (!(rate.count > 0) || cost > burst + 1) return null;
  const intervalMs = rate.perMs / rate.count;
  const limit = burst + 1;
  const slackMs = Math.min(limit * ROUNDING_MS, intervalMs / 2);
  return { intervalMs, costMs: cost * intervalMs, windowMs: limit * intervalMs + slackMs, limit };
}

/** One GCRA step on the stored time `tat` (null: never seen) at `nowMs`. Refused attempts leave the stored time as it is. */
export function step(attempt: Attempt, tat: number | null, nowMs: number): Taken {
  const base = Math.max(tat ?? nowMs, nowMs);
  const next = base + attempt.costMs;
  const allowed = nowMs >= next - attempt.windowMs;
  return { allowed, tat: allowed ? next : base, nowMs };
}

/** What the caller is told, from what the store answered. */
export function decide(attempt: Attempt, taken: Taken): Decision {
  const { allowed, nowMs } = taken;
  const tat = Math.max(taken.tat, nowMs);
  const ahead = tat - nowMs;
  return {
    allowed,
    limit: attempt.limit,
    remaining: allowed ? Math.max(0, Math.floor((attempt.windowMs - ahead) / attempt.intervalMs)) : 0,
    resetMs: ahead,
    retryMs: allowed ? 0 : Math.max(1, Math.ceil(ahead + attempt.costMs - attempt.windowMs)),
    nowMs,
  };
}

/** The decision where `planAttempt` gave null. */
export function blocked(policy: Policy, nowMs: number): Decision {
  return {
    allowed: false,
    limit: policy.burst + 1,
    remaining: 0,
    resetMs: BLOCKED_RETRY_MS,
    retryMs: BLOCKED_RETRY_MS,
    nowMs,
  };
}
