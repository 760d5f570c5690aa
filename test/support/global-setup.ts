import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedServer } from "../../server/platform/database/embedded-server.ts";
import { migrate } from "../../server/platform/database/migrate.ts";
import { installJobs } from "../../server/platform/jobs/boss.ts";
import { TEMPLATE } from "./database-names.ts";

const dataDir = join(import.meta.dirname, "../../.data");

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of the run's server; the database name is added by the user of it. */
    readonly testServer: string;
    readonly testRun: string;
  }
}

/** One throw-away PostgreSQL per run, with one migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  sweepDeadRuns();
  const folder = join(dataDir, `test-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const server = await startEmbeddedServer({
    dataFolder: join(folder, "postgres"),
    logFile: join(folder, "postgres.log"),
    durable: false,
    maxConnections: 300,
  });
  await administer(server.connectionString("postgres"), `CREATE DATABASE ${TEMPLATE}`);
  await migrate({ connectionString: server.connectionString(TEMPLATE) });
  await administer(server.connectionString(TEMPLATE), "INSERT INTO environment_marker (tier) VALUES ('INT')");
  await installJobs(server.connectionString(TEMPLATE));
  project.provide("testServer", server.connectionString(""));
  project.provide("testRun", String(process.pid));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function administer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** A killed run leaves its folder; it goes with the next run once its process is gone. */
function sweepDeadRuns(): void {
  if (!existsSync(dataDir)) return;
  for (const name of readdirSync(dataDir)) {
    const pid = /^test-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
