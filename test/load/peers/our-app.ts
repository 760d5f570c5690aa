import { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { destination } from "pino";
import { z } from "zod";
import { type App, createApp } from "../../../server/app.ts";
import { defineNamespace } from "../../../server/platform/cache/namespaces.ts";
import { systemClock } from "../../../server/platform/clock/clock.ts";
import { loadConfig } from "../../../server/platform/config/config.ts";
import { openDatabase } from "../../../server/platform/database/database.ts";
import type { Database } from "../../../server/platform/database/database.types.ts";
import type { Caller } from "../../../server/platform/http/route-config.ts";
import { createIdFactory } from "../../../server/platform/ids/ids.ts";
import { createBoss } from "../../../server/platform/jobs/boss.ts";
import { createLogger } from "../../../server/platform/logs/logger.ts";
import { addDatabaseTime } from "../../../server/platform/logs/request-context.ts";
import { databaseMetrics } from "../../../server/platform/metrics/database-metrics.ts";
import { createMetrics } from "../../../server/platform/metrics/metrics.ts";
import {
  catalogReply,
  EVENT_INTERVAL_MS,
  makeCatalog,
  meReply,
  PATHS,
  pingReply,
  POOL_SIZE,
} from "../contract.ts";
import { type PeerSettings, portOf, serve } from "./serve.ts";

type BenchTables = {
  bench_members: {
    id: string;
    display_name: string;
    email_verified: boolean;
    lessons_taken: number;
    created_at: Temporal.Instant;
  };
};

const catalogs = defineNamespace({ name: "bench:catalog", version: 1, tier: "static" });
const streamQuery = z.strictObject({ events: z.coerce.number().int().min(1).max(100_000) });

/** The application as production builds it, in the setting of production, with the routes that are measured. */
async function build({ connectionString, logFile }: PeerSettings): Promise<App> {
  const config = loadConfig({ NODE_ENV: "production", TRUSTED_PROXY_HOPS: "1", LOG_LEVEL: "info" }, "PROD");
  const metrics = createMetrics();
  const observer = databaseMetrics(metrics)("web");
  const database = openDatabase({
    connectionString,
    applicationName: "bench",
    max: POOL_SIZE,
    onQuery: (durationMs) => {
      addDatabaseTime(durationMs);
      observer.query(durationMs);
    },
    onAcquire: observer.acquire,
  });
  const logger = createLogger({
    config,
    clock: systemClock,
    role: config.roles.join("+"),
    destination: destination({ dest: logFile, sync: false }),
  });
  const app = await createApp({
    config,
    version: "bench",
    clock: systemClock,
    newId: createIdFactory(systemClock),
    logger,
    metrics,
    database,
    workerDatabase: database,
    boss: createBoss({ connectionString, worker: false, onError: (error) => logger.error({ err: error }) }),
    web: null,
    authenticate,
  });
  await app.http.register(routes(app, database));
  return app;
}

/** Stands in for the identity module, whose session lookup is warm in memory: the token is the user's id. */
async function authenticate(request: FastifyRequest): Promise<Caller | null> {
  const header = request.headers.authorization;
  if (header === undefined) return null;
  return {
    userId: header.slice("Bearer ".length),
    permissions: new Set(),
    status: "active",
    credential: "bearer",
  };
}

function routes({ cache }: App, database: Database): FastifyPluginAsyncZod {
  const db = database.db.withTables<BenchTables>();
  return async (app) => {
    app.get(
      PATHS.catalog,
      { config: { guard: "public", bucket: "read" }, schema: { response: { 200: catalogReply } } },
      () => cache.get(catalogs, [], async () => makeCatalog()),
    );
    app.get(
      PATHS.ping,
      { config: { guard: "public", bucket: "read" }, schema: { response: { 200: pingReply } } },
      () => ({ ok: true }),
    );
    app.get(
      PATHS.me,
      { config: { guard: "user", bucket: "read" }, schema: { response: { 200: meReply } } },
      async ({ caller }) => {
        const row = await db
          .selectFrom("bench_members")
          .select(["id", "display_name", "email_verified", "lessons_taken", "created_at"])
          .where("id", "=", caller?.userId ?? "")
          .executeTakeFirstOrThrow();
        return { ...row, created_at: row.created_at.toString({ smallestUnit: "millisecond" }) };
      },
    );
    app.get(
      PATHS.stream,
      {
        config: { guard: "public", bucket: "sse_connect" },
        schema: {
          querystring: streamQuery,
          response: { 200: { content: { "text/event-stream": { schema: z.unknown() } } } },
        },
      },
      ({ query }, reply) => reply.header("content-type", "text/event-stream").send(numbered(query.events)),
    );
  };
}

/** Events 1 to `count`, one every 50 ms. */
function numbered(count: number): Readable {
  let last = 0;
  const timer = setInterval(() => {
    last += 1;
    stream.push(`id: ${last}\ndata: {"number":${last}}\n\n`);
    if (last < count) return;
    clearInterval(timer);
    stream.push(null);
  }, EVENT_INTERVAL_MS);
  const stream = new Readable({
    read: () => undefined,
    destroy: (error, done) => {
      clearInterval(timer);
      done(error);
    },
  });
  return stream;
}

serve(async (settings) => {
  const app = await build(settings);
  await app.http.listen({ host: "127.0.0.1", port: 0 });
  return portOf(app.http.server);
});
