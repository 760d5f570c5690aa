import type { FastifyPluginAsync } from "fastify";
import fp from "fastify-plugin";
import { Redis } from "ioredis";
import type { Clock } from "#platform/clock/clock.ts";
import type { Config } from "#platform/config/config.ts";
import type { Secret } from "#platform/config/secret.ts";
import type { Database } from "#platform/database/database.types.ts";
import type { IdFactory } from "#platform/ids/ids.ts";
import type { Logger } from "#platform/logs/logger.ts";
import type { Metrics } from "#platform/metrics/metrics.ts";
import { Problem } from "#platform/http/problem.ts";
import { createRateLimiter } from "./limiter.ts";
import { createLimiterMetrics } from "./limiter-metrics.ts";
import { createMemoryStore } from "./memory-store.ts";
import { normalizeRouteId } from "./override.rules.ts";
import { createOverrides, type Overrides } from "./overrides.ts";
import { rateLimitPlugin } from "./plugin.ts";
import { isLimitedBucket, LIMITED_BUCKETS } from "./policies.ts";
import { policyDocument } from "./policy-document.ts";
import { createPostgresStore } from "./postgres-store.ts";
import type { RateStore } from "./rate-store.ts";
import { createRedisStore } from "./redis-store.ts";

export interface RateLimitingDeps {
  readonly config: Config;
  readonly clock: Clock;
  readonly newId: IdFactory;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly database: Database;
  readonly internalRenderToken: Secret;
}

export interface RateLimiting {
  /** The hook that limits every request. */
  readonly plugin: FastifyPluginAsync;
  readonly overrides: Overrides;
  /** Reads the overrides again. @returns every bucket's effective policy. */
  reload(): Promise<{ policies: ReturnType<typeof policyDocument>[] }>;
  policy(query: {
    route?: string | undefined;
    method?: string | undefined;
    bucket?: string | undefined;
  }): ReturnType<typeof policyDocument>;
  stop(): Promise<void>;
}

/** Joins store, overrides, limiter and hook as the configuration says (operations §4). */
export async function createRateLimiting(deps: RateLimitingDeps): Promise<RateLimiting> {
  const { config, clock, newId, logger, metrics, database } = deps;
  const overrides = createOverrides({
    database,
    clock,
    ids: newId,
    allowOff: config.tier !== "PROD",
    onError: (error) => logger.error({ err: error }, "rate-limit overrides could not be read"),
  });
  await overrides.start();
  const store = openStore(deps);
  const limiter = createRateLimiter({
    store: store.store,
    clock,
    settings: config.rateLimit,
    overrides,
    metrics: createLimiterMetrics(metrics, overrides),
    onStoreDown: (error) => logger.warn({ err: error }, "rate store down, counting in this process"),
  });
  return {
    overrides,
    plugin: fp(async (app) => {
      await app.register(rateLimitPlugin, {
        limiter,
        trustedProxyHops: config.trustedProxyHops,
        internalRenderToken: deps.internalRenderToken,
        bypassToken: config.rateLimit.bypassToken,
      });
    }),
    async reload() {
      await overrides.reload();
      return { policies: limiter.effectivePolicies().map(policyDocument) };
    },
    policy({ route, method, bucket = "read" }) {
      if (!isLimitedBucket(bucket)) throw unknownBucket();
      return policyDocument(
        limiter.effectivePolicy({
          bucket,
          ...(route === undefined ? {} : { routeId: normalizeRouteId(route) }),
          ...(method === undefined ? {} : { method }),
        }),
      );
    },
    async stop() {
      await overrides.stop();
      store.close();
    },
  };
}

function openStore({ config, clock, database, logger }: RateLimitingDeps): {
  store: RateStore;
  close(): void;
} {
  if (config.rateLimit.store === "redis" && config.redisUrl !== null) {
    // Failing fast beats queueing: the limiter counts in this process while the server is away.
    const redis = new Redis(config.redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
    redis.on("error", (error) => logger.debug({ err: error }, "rate store connection"));
    return { store: createRedisStore({ redis }), close: () => redis.disconnect() };
  }
  const store =
    config.rateLimit.store === "postgres"
      ? createPostgresStore({ db: database.db })
      : createMemoryStore({ clock });
  return { store, close: () => undefined };
}

function unknownBucket(): Problem {
  const message = `must be one of ${LIMITED_BUCKETS.join(", ")}`;
  return new Problem({
    status: 422,
    code: "validation_error",
    detail: `The bucket ${message}.`,
    errors: [{ in: "query", pointer: "/bucket", code: "invalid_value", message }],
  });
}
