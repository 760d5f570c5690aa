import { randomBytes } from "node:crypto";
import type { FastifyPluginAsync, FastifyPluginCallback, FastifyPluginOptions } from "fastify";
import fp from "fastify-plugin";
import { createCatalog } from "#modules/catalog/index.ts";
import { createPlaces } from "#modules/places/index.ts";
import type { Cache } from "#platform/cache/cache.types.ts";
import { openCache } from "#platform/cache/cache.ts";
import { createCacheMetrics } from "#platform/cache/cache-metrics.ts";
import type { Clock } from "#platform/clock/clock.ts";
import type { Config } from "#platform/config/config.ts";
import { Secret } from "#platform/config/secret.ts";
import type { Database } from "#platform/database/database.types.ts";
import { createEvents, type Events } from "#platform/events/events.ts";
import { apiDocs } from "#platform/http/api-docs.ts";
import { cors } from "#platform/http/cors.ts";
import { translateDatabaseError } from "#platform/http/database-problems.ts";
import { createDraining, type Draining } from "#platform/http/draining.ts";
import { idempotency } from "#platform/http/idempotency.ts";
import { infrastructureRoutes } from "#platform/http/infrastructure-routes.ts";
import { createKernel, type Kernel, type KernelDeps } from "#platform/http/kernel.ts";
import { createOriginPolicy } from "#platform/http/origin.ts";
import { originCheck } from "#platform/http/origin-check.ts";
import { securityHeaders } from "#platform/http/security-headers.ts";
import { createServiceGuards } from "#platform/http/service-auth.ts";
import type { IdFactory } from "#platform/ids/ids.ts";
import type { PgBoss } from "#platform/jobs/boss.ts";
import { createJobs, type Jobs } from "#platform/jobs/jobs.ts";
import { createJobRegistry, type JobKind, type JobRegistry } from "#platform/jobs/registry.ts";
import type { Logger } from "#platform/logs/logger.ts";
import { platformJobs } from "#platform/maintenance/platform-jobs.ts";
import type { Metrics } from "#platform/metrics/metrics.ts";
import { createRateLimiting } from "#platform/rate-limit/rate-limiting.ts";
import type { WebHostParts } from "#platform/web-host/pages.ts";
import { siteReadiness } from "./site-readiness.ts";

export type WebPlugin = FastifyPluginAsync<WebHostParts>;

export interface AppDeps {
  readonly config: Config;
  readonly version: string;
  readonly clock: Clock;
  readonly newId: IdFactory;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly database: Database;
  /** Pool of the worker role's handlers; the same as `database` where there is only one. */
  readonly workerDatabase: Database;
  readonly boss: PgBoss;
  /** The web app; null serves the API alone. */
  readonly web: WebPlugin | null;
  /** Who calls. Supplied by tests and benchmarks until the identity module does. */
  readonly authenticate?: NonNullable<KernelDeps["authenticate"]>;
  /** Job kinds and routes beside the product's own, for tests and benchmarks. */
  readonly extraJobs?: readonly JobKind[];
  readonly extraRoutes?: FastifyPluginAsync;
}

/** The joined application: everything that production, tests and tools use, and nothing that is already running but its connections. */
export interface App {
  readonly http: Kernel;
  readonly registry: JobRegistry;
  readonly jobs: Jobs;
  readonly events: Events;
  readonly cache: Cache;
  readonly draining: Draining;
  close(): Promise<void>;
}

/** The one place that joins platform, modules and ports (design §3). */
export async function createApp(deps: AppDeps): Promise<App> {
  const { config, clock, newId, logger, metrics, database, boss } = deps;
  const draining = createDraining();
  const cache = await openCache({
    database,
    clock,
    strict: config.tier === "INT",
    redis: config.redisUrl === null ? null : { url: config.redisUrl },
    metrics: createCacheMetrics(metrics),
  });
  const registry = createJobRegistry([
    ...platformJobs({ database: deps.workerDatabase, cache, clock }),
    ...(deps.extraJobs ?? []),
  ]);
  const jobs = createJobs({ boss, registry });
  const events = createEvents({ jobs, registry, clock, newId });
  const internalRenderToken = new Secret(randomBytes(32).toString("base64url"));
  const limiting = await createRateLimiting({
    config,
    clock,
    newId,
    logger,
    metrics,
    database,
    internalRenderToken,
  });
  const http = createHttp(deps, limiting.plugin);
  await http.register(apiDocs);
  await http.register(
    infrastructureRoutes({
      config,
      version: deps.version,
      metrics,
      uptime: () => process.uptime(),
      readiness: await siteReadiness({ config, clock, draining, database, cache }),
      reloadConfig: () => limiting.reload(),
      ratePolicy: async (query) => limiting.policy(query),
    }),
    { prefix: "/api/v1" },
  );
  const catalog = createCatalog({ database, cache, jobs, events });
  const places = createPlaces({ database, cache });
  await http.register(catalog.routes, { prefix: "/api/v1" });
  await http.register(places.routes, { prefix: "/api/v1" });
  if (deps.extraRoutes) await http.register(deps.extraRoutes);
  if (deps.web) {
    await http.register(deps.web, {
      internalRenderToken,
      publicOrigin: config.publicOrigins[0],
      devPages: config.tier !== "PROD",
    });
  }
  return {
    http,
    registry,
    jobs,
    events,
    cache,
    draining,
    async close() {
      await http.close();
      await limiting.stop();
      await cache.close();
    },
  };
}

/** The kernel with the plugins of the ground floor, in the order in which their hooks run. */
function createHttp(deps: AppDeps, limit: FastifyPluginAsync): Kernel {
  const { config, clock, newId, logger, metrics, database } = deps;
  const origins = createOriginPolicy({ tier: config.tier, publicOrigins: config.publicOrigins });
  return createKernel({
    config,
    clock,
    newId,
    logger,
    metrics,
    ...(deps.authenticate ? { authenticate: deps.authenticate } : {}),
    serviceGuards: createServiceGuards({ config, clock }),
    translateError: [translateDatabaseError],
    poolState: () => database.pool(),
    plugins: {
      first: [withOptions(securityHeaders, {}), withOptions(cors, { origins })],
      withCaller: [
        limit,
        withOptions(originCheck, { origins }),
        withOptions(idempotency, { database, clock }),
      ],
    },
  });
}

/** A root-level plugin with its options filled in. */
function withOptions<O extends FastifyPluginOptions>(
  plugin: FastifyPluginAsync<O> | FastifyPluginCallback<O>,
  options: NoInfer<O>,
): FastifyPluginAsync {
  return fp(async (app) => {
    await app.register(plugin as FastifyPluginAsync<O>, options as never);
  });
}
