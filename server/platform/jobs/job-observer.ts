import type { Logger } from "#platform/logs/logger.ts";
import type { Metrics } from "#platform/metrics/metrics.ts";
import type { JobObserver } from "./worker.ts";

/** Writes what jobs do into the log and the metrics of operations §11. A dead job is an error: somebody has to look at it. */
export function createJobObserver({ logger, metrics }: { logger: Logger; metrics: Metrics }): JobObserver {
  const duration = metrics.histogram({
    name: "job_duration_seconds",
    help: "Time of one try of a job",
    labels: ["queue", "kind"],
  });
  const attempts = metrics.counter({
    name: "job_attempts_total",
    help: "Tries of jobs by how they ended",
    labels: ["queue", "kind", "outcome"],
  });
  return {
    finished({ kind, queue, runId, attempt, outcome, durationMs, error }) {
      duration.observe({ queue, kind }, durationMs / 1000);
      attempts.inc({ queue, kind, outcome });
      const line = { kind, queue, run_id: runId, attempt, duration_ms: Math.round(durationMs) };
      if (outcome === "succeeded") logger.debug(line, "job done");
      else if (outcome === "failed") logger.warn({ ...line, err: error }, "job failed, will be tried again");
      else logger.error({ ...line, err: error }, "job is dead");
    },
    slow: ({ kind, runId }) => logger.warn({ kind, run_id: runId }, "job runs for more than five minutes"),
    error: (error) => logger.error({ err: error }, "job worker"),
  };
}
