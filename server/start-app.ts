import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { destination } from "pino";
import { systemClock } from "#platform/clock/clock.ts";
import type { Config } from "#platform/config/config.ts";
import { openDatabase } from "#platform/database/database.ts";
import type { Database } from "#platform/database/database.types.ts";
import { createIdFactory } from "#platform/ids/ids.ts";
import { createBoss, type PgBoss } from "#platform/jobs/boss.ts";
import { createJobObserver } from "#platform/jobs/job-observer.ts";
import { startWorker, type Worker } from "#platform/jobs/worker.ts";
import { createLogger, type Logger } from "#platform/logs/logger.ts";
import { addDatabaseTime } from "#platform/logs/request-context.ts";
import { createMetrics, type Metrics } from "#platform/metrics/metrics.ts";
import { databaseMetrics } from "#platform/metrics/database-metrics.ts";
import type { Shutdown } from "#platform/process/shutdown.ts";
import { type App, createApp, type WebPlugin } from "./app.ts";
import { listen } from "./listen.ts";

export interface StartAppOptions {
  readonly config: Config;
  readonly connectionString: string;
  readonly web: WebPlugin | null;
  /** Where the log lines go; null is standard output. */
  readonly logFile: string | null;
  /** Gets each part as soon as it runs. */
  readonly shutdown: Pick<Shutdown, "add">;
}

/**
 * Opens the pools, joins the application and starts its roles; the URL is null without the web role. They stop the other way round:
 * not ready at once, no new connections, what is in flight, jobs, the application, pools, logs (operations §10).
 * @throws StartError when the port cannot be had
 */
export async function startApp(options: StartAppOptions): Promise<{ url: string | null }> {
  const { config, connectionString, web, shutdown } = options;
  const logger = openLogger(options);
  shutdown.add("logs", () => logger.info("stopped"));
  const metrics = createMetrics();
  const databases = openDatabases(config, connectionString, metrics);
  shutdown.add("connection pools", async () => {
    await Promise.all([...new Set(Object.values(databases))].map((database) => database.close()));
  });
  const boss = createBoss({
    connectionString,
    worker: config.roles.includes("worker"),
    onError: (error) => logger.error({ err: error }, "job engine"),
  });
  shutdown.add("job engine", () => boss.stop({ graceful: false }));
  await boss.start();
  const app = await createApp({
    config,
    version: readVersion(),
    clock: systemClock,
    newId: createIdFactory(systemClock),
    logger,
    metrics,
    ...databases,
    boss,
    web,
  });
  shutdown.add("application", app.close);
  if (config.roles.includes("worker")) {
    const worker = await startJobs(config, app, boss, databases.workerDatabase, logger, metrics);
    shutdown.add("jobs", () => worker.stop());
  }
  let url: string | null = null;
  if (config.roles.includes("web")) {
    const server = await listen(app, config);
    shutdown.add("requests", server.stop);
    url = server.url;
  }
  logger.info({ url, roles: config.roles }, "started");
  return { url };
}

/** Logs left in memory are written when the process exits: pino sees to that. */
function openLogger({ config, logFile }: StartAppOptions): Logger {
  return createLogger({
    config,
    clock: systemClock,
    role: config.roles.join("+"),
    ...(logFile ? { destination: destination({ dest: logFile, mkdir: true, sync: false }) } : {}),
  });
}

function openDatabases(
  config: Config,
  connectionString: string,
  metrics: Metrics,
): { database: Database; workerDatabase: Database } {
  const observe = databaseMetrics(metrics);
  const open = (role: "web" | "worker", max: number, statementTimeoutMs: number): Database => {
    const observer = observe(role);
    return openDatabase({
      connectionString,
      applicationName: `instainstru ${role}`,
      max,
      statementTimeoutMs,
      onQuery: (durationMs) => {
        addDatabaseTime(durationMs);
        observer.query(durationMs);
      },
      onAcquire: observer.acquire,
    });
  };
  const hasWorker = config.roles.includes("worker");
  const workerDatabase = hasWorker ? open("worker", 6, 120_000) : null;
  const database = config.roles.includes("web") ? open("web", 14, 5000) : null;
  const [first = open("web", 14, 5000)] = [database, workerDatabase].filter((one) => one !== null);
  observe.pools(() => [...new Set([database, workerDatabase])].flatMap((one) => (one ? [one.pool()] : [])));
  return { database: database ?? first, workerDatabase: workerDatabase ?? first };
}

async function startJobs(
  config: Config,
  app: App,
  boss: PgBoss,
  database: Database,
  logger: Logger,
  metrics: Metrics,
): Promise<Worker> {
  return startWorker({
    boss,
    database,
    registry: app.registry,
    clock: systemClock,
    worker: {
      id: createIdFactory(systemClock)(),
      roles: config.roles,
      host: hostname(),
      git_sha: config.gitSha,
    },
    observer: createJobObserver({ logger, metrics }),
  });
}

function readVersion(): string {
  const file = readFileSync(join(import.meta.dirname, "../package.json"), "utf8");
  return (JSON.parse(file) as { version: string }).version;
}
