import type { Metrics } from "#platform/metrics/metrics.ts";
import type { ActiveOverrides } from "./overrides.ts";
import type { LimitedBucket } from "./policies.ts";

export type LimitAction = "allow" | "block" | "shadow_block";

/** Where the limiter reports to; one function per metric of operations §11. Durations in seconds. */
export interface LimiterMetrics {
  /** `rl_decisions_total{bucket,action}` */
  decision(bucket: LimitedBucket, action: LimitAction): void;
  /** `rl_retry_after_seconds{bucket,action}`, for block and shadow_block. */
  retryAfter(bucket: LimitedBucket, action: LimitAction, seconds: number): void;
  /** `rl_eval_duration_seconds` */
  evalDuration(seconds: number): void;
  /** `rl_store_errors_total` */
  storeError(): void;
}

/** Declares the limiter's metrics in the process's registry. Overrides that have ended are not counted as active. */
export function createLimiterMetrics(metrics: Metrics, overrides: ActiveOverrides): LimiterMetrics {
  const decisions = metrics.counter({
    name: "rl_decisions_total",
    help: "Rate limit decisions.",
    labels: ["bucket", "action"],
  });
  const retryAfter = metrics.histogram({
    name: "rl_retry_after_seconds",
    help: "Wait that refused callers were told.",
    labels: ["bucket", "action"],
    buckets: [1, 2, 5, 10, 30, 60, 300, 3600, 86_400],
  });
  const evalDuration = metrics.histogram({
    name: "rl_eval_duration_seconds",
    help: "Time to decide one bucket, store included.",
    buckets: [0.000_05, 0.000_1, 0.000_5, 0.001, 0.005, 0.01, 0.025, 0.05],
  });
  const storeErrors = metrics.counter({
    name: "rl_store_errors_total",
    help: "Failed or late answers of the rate store.",
  });
  metrics.gauge({
    name: "rl_active_overrides",
    help: "Rate limit overrides in force.",
    collect: (gauge) => gauge.set(overrides.active().length),
  });
  return {
    decision: (bucket, action) => decisions.inc({ bucket, action }),
    retryAfter: (bucket, action, seconds) => retryAfter.observe({ bucket, action }, seconds),
    evalDuration: (seconds) => evalDuration.observe(seconds),
    storeError: () => storeErrors.inc(),
  };
}
