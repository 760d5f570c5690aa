import type { Clock } from "#platform/clock/clock.ts";
import type { RateLimitMode } from "#platform/config/config.ts";
import { type Breaker, createBreaker } from "#platform/resilience/circuit-breaker.ts";
import { andThen } from "./and-then.ts";
import { type Attempt, blocked, type Decision, decide, planAttempt, type Taken } from "./gcra.ts";
import { limitKey } from "./identity.ts";
import type { LimitAction, LimiterMetrics } from "./limiter-metrics.ts";
import { createMemoryStore } from "./memory-store.ts";
import {
  type EffectivePolicy,
  type LimitedCall,
  type ModeSettings,
  resolvePolicy,
} from "./override.rules.ts";
import type { ActiveOverrides } from "./overrides.ts";
import { LIMITED_BUCKETS } from "./policies.ts";
import type { RateStore } from "./rate-store.ts";

const STORE_TIMEOUT_MS = 25;
const BREAKER = { failures: 5, openMs: 10_000 };

export interface LimitRequest extends LimitedCall {
  /** From `userIdentity` or `addressIdentity`. */
  readonly identity: string;
  /** Counted apart within the bucket, for example a conversation id. */
  readonly extra?: string | undefined;
  /** Tokens, at least 1. */
  readonly cost?: number;
}

export interface Verdict extends Decision {
  readonly policy: EffectivePolicy;
  /** `shadow_block` lets the request through. */
  readonly action: LimitAction;
}

export interface RateLimiterOptions {
  readonly store: RateStore;
  readonly clock: Clock;
  readonly settings: ModeSettings;
  readonly overrides: ActiveOverrides;
  readonly metrics: LimiterMetrics;
  /** The first failure of the store after a success, for the log; every failure is counted in the metrics. */
  readonly onStoreDown?: (error: unknown) => void;
}

export interface RateLimiter {
  /**
   * Takes from one bucket; null where its mode is `off`. Never fails: without its store it counts in this process (operations §4.4).
   * Answers at once where the store does.
   */
  check(request: LimitRequest): Verdict | null | Promise<Verdict | null>;
  /** The policy that `check` would enforce. */
  effectivePolicy(call: LimitedCall): EffectivePolicy;
  /** Every bucket's policy outside route overrides, for the reply of a configuration reload. */
  effectivePolicies(): EffectivePolicy[];
}

/** Decides by the table of operations §4.3, the modes and the overrides in force. */
export function createRateLimiter(options: RateLimiterOptions): RateLimiter {
  const { clock, settings, overrides, metrics } = options;
  const take = withFallback(options);

  const effectivePolicy = (call: LimitedCall): EffectivePolicy =>
    resolvePolicy(overrides.active(), call, settings);

  function conclude(decision: Decision, policy: EffectivePolicy, started: number): Verdict {
    const action = actionOf(decision.allowed, policy.mode);
    metrics.evalDuration((performance.now() - started) / 1000);
    metrics.decision(policy.bucket, action);
    if (!decision.allowed) metrics.retryAfter(policy.bucket, action, decision.retryMs / 1000);
    return { ...decision, policy, action };
  }

  return {
    check(request) {
      const policy = effectivePolicy(request);
      if (policy.mode === "off") return null;
      const started = performance.now();
      const attempt = planAttempt(policy, request.cost);
      if (!attempt) return conclude(blocked(policy, clock.now().epochMilliseconds), policy, started);
      return andThen(take(keyOf(request, policy), attempt), (taken) =>
        conclude(decide(attempt, taken), policy, started),
      );
    },
    effectivePolicy,
    effectivePolicies: () => LIMITED_BUCKETS.map((bucket) => effectivePolicy({ bucket })),
  };
}

function actionOf(allowed: boolean, mode: RateLimitMode): LimitAction {
  if (allowed) return "allow";
  return mode === "shadow" ? "shadow_block" : "block";
}

/** An overridden rate has another interval, so its stored time means something else: it gets a key of its own. */
function keyOf({ bucket, identity, extra }: LimitRequest, policy: EffectivePolicy): string {
  const key = limitKey(bucket, identity);
  if (extra === undefined && policy.rateOverrideId === null) return key;
  return [key, extra, policy.rateOverrideId].filter((part) => typeof part === "string").join(":");
}

/** The store within its time limit, else counters of this process under the same policy. */
function withFallback({ store, clock, metrics, onStoreDown }: RateLimiterOptions) {
  const local = createMemoryStore({ clock });
  const breaker: Breaker = createBreaker({ ...BREAKER, clock });
  let isDown = false;

  function accept(taken: Taken): Taken {
    breaker.success();
    isDown = false;
    return taken;
  }

  async function takeRemote(answer: Promise<Taken>, key: string, attempt: Attempt): Promise<Taken> {
    try {
      return accept(await withinTime(answer));
    } catch (error) {
      breaker.failure();
      metrics.storeError();
      if (!isDown) onStoreDown?.(error);
      isDown = true;
      return local.take(key, attempt);
    }
  }

  return function take(key: string, attempt: Attempt): Taken | Promise<Taken> {
    if (!breaker.allow()) return local.take(key, attempt);
    const answer = store.take(key, attempt);
    return answer instanceof Promise ? takeRemote(answer, key, attempt) : accept(answer);
  };
}

function withinTime<T>(answer: Promise<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(
    () => reject(new Error(`the rate store gave no answer within ${STORE_TIMEOUT_MS} ms`)),
    STORE_TIMEOUT_MS,
  );
  void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  return promise;
}
