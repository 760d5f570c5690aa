import { afterAll, beforeAll } from "vitest";
import { type App, type AppDeps, createApp } from "../../server/app.ts";
import { type Clock, systemClock } from "../../server/platform/clock/clock.ts";
import { type Environment, loadConfig } from "../../server/platform/config/config.ts";
import type { Database } from "../../server/platform/database/database.types.ts";
import { createIdFactory } from "../../server/platform/ids/ids.ts";
import { createBoss } from "../../server/platform/jobs/boss.ts";
import { createLogger } from "../../server/platform/logs/logger.ts";
import { createMetrics } from "../../server/platform/metrics/metrics.ts";

export interface TestAppOptions extends Pick<AppDeps, "authenticate" | "extraRoutes" | "extraJobs"> {
  readonly env?: Environment;
  readonly clock?: Clock;
  /** Gets every log line; silent otherwise. */
  readonly onLogLine?: (line: Record<string, unknown>) => void;
}

/**
 * Call at the top level of a test file, after `useDatabase()`: the whole application on the file's database, without a port.
 * Use it through `app().http.inject(...)`. No worker runs.
 */
export function useApp(database: () => Database, options: TestAppOptions = {}): () => App {
  let app: App | undefined;
  let closeBoss: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const { env = {}, clock = systemClock, onLogLine, ...extras } = options;
    const config = loadConfig({ LOG_LEVEL: onLogLine ? "info" : "silent", ...env }, "INT");
    const boss = createBoss({
      connectionString: database().connectionString,
      worker: false,
      onError: () => undefined,
    });
    await boss.start();
    closeBoss = () => boss.stop();
    app = await createApp({
      config,
      version: "test",
      clock,
      newId: createIdFactory(clock),
      logger: createLogger({
        config,
        clock,
        role: "test",
        ...(onLogLine ? { destination: { write: (line: string) => onLogLine(parse(line)) } } : {}),
      }),
      metrics: createMetrics({ processMetrics: false }),
      database: database(),
      workerDatabase: database(),
      boss,
      web: null,
      ...extras,
    });
    await app.http.ready();
  });
  afterAll(async () => {
    await app?.close();
    await closeBoss?.();
  });
  return () => {
    if (!app) throw new Error("the application exists only while tests run");
    return app;
  };
}

function parse(line: string): Record<string, unknown> {
  return JSON.parse(line) as Record<string, unknown>;
}
