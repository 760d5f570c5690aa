import type { FastifyRequest } from "fastify";
import type { Clock } from "#platform/clock/clock.ts";
import type { Tier } from "#platform/config/config.ts";
import { createIdFactory } from "#platform/ids/ids.ts";
import { createLogger } from "#platform/logs/logger.ts";
import { createMetrics, type Metrics } from "#platform/metrics/metrics.ts";
import { createKernel, type Kernel, type KernelDeps } from "./kernel.ts";
import type { Caller } from "./route-config.ts";

export type LogLine = Readonly<Record<string, unknown>>;

export interface TestKernel {
  readonly app: Kernel;
  readonly metrics: Metrics;
  /** Every log line so far. */
  readonly lines: LogLine[];
}

export interface TestClock extends Clock {
  advance(duration: Temporal.DurationLike): void;
}

export function createTestClock(start = "2026-03-08T12:00:00Z"): TestClock {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    advance: (duration) => {
      now = now.add(duration);
    },
  };
}

export const USER: Caller = {
  userId: "01ARZ3NDEKTSV4RRFFQ69G5FAV",
  permissions: new Set(["manage_users"]),
  status: "active",
  credential: "bearer",
};

/** A kernel with a clock, ids, metrics and logger of its own; `x-test-caller` names the caller in `callers`. */
export function createTestKernel(
  options: Partial<KernelDeps> & {
    readonly tier?: Tier;
    readonly callers?: Readonly<Record<string, Caller>>;
  } = {},
): TestKernel {
  const { tier = "INT", callers = { user: USER }, ...deps } = options;
  const clock = deps.clock ?? createTestClock();
  const metrics = createMetrics({ processMetrics: false });
  const lines: LogLine[] = [];
  const logger = createLogger({
    config: { logLevel: "debug", tier, gitSha: "test" },
    clock,
    role: "web",
    destination: { write: (line) => void lines.push(JSON.parse(line) as LogLine) },
  });
  const app = createKernel({
    config: { tier, siteMode: "int", trustedProxyHops: 0 },
    clock,
    newId: createIdFactory(clock),
    logger,
    metrics,
    authenticate: async (request: FastifyRequest) =>
      callers[String(request.headers["x-test-caller"])] ?? null,
    serviceGuards: {},
    ...deps,
  });
  return { app, metrics, lines };
}
