import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import openapiTypes, { astToString } from "openapi-typescript";
import { systemClock } from "#platform/clock/clock.ts";
import { loadConfig } from "#platform/config/config.ts";
import { openDatabase } from "#platform/database/database.ts";
import { startEmbeddedServer } from "#platform/database/embedded-server.ts";
import { writeRowTypes, writeSchema } from "#platform/database/generated-files.ts";
import { migrate } from "#platform/database/migrate.ts";
import { createIdFactory } from "#platform/ids/ids.ts";
import { createBoss, installJobs } from "#platform/jobs/boss.ts";
import { createLogger } from "#platform/logs/logger.ts";
import { createMetrics } from "#platform/metrics/metrics.ts";
import { createApp } from "../server/app.ts";
import { REPOSITORY } from "./child-processes.ts";
import { renderRouteTable } from "./route-table.ts";

/** Writes every committed file that follows from the code: row types and schema from the migrations, contract and route table from the app. */
async function main(): Promise<void> {
  const folder = join(REPOSITORY, ".data", `generate-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const server = await startEmbeddedServer({
    dataFolder: join(folder, "postgres"),
    logFile: join(folder, "postgres.log"),
    durable: false,
  });
  try {
    const connectionString = server.connectionString("postgres");
    await migrate({ connectionString });
    await writeRowTypes(connectionString);
    await writeSchema(connectionString);
    await installJobs(connectionString);
    await writeContract(connectionString);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeContract(connectionString: string): Promise<void> {
  const config = loadConfig({ LOG_LEVEL: "silent" }, "INT");
  const database = openDatabase({ connectionString, applicationName: "generate" });
  const boss = createBoss({ connectionString, worker: false, onError: () => undefined });
  const app = await createApp({
    config,
    version: "0",
    clock: systemClock,
    newId: createIdFactory(systemClock),
    logger: createLogger({ config, clock: systemClock, role: "generate" }),
    metrics: createMetrics({ processMetrics: false }),
    database,
    workerDatabase: database,
    boss,
    web: null,
  });
  await app.http.ready();
  const contract = JSON.stringify(app.http.apiDocument("full"), null, 2);
  write("openapi.json", `${contract}\n`);
  write("web/lib/api/schema.gen.d.ts", await renderClientTypes(contract));
  write("docs/routes.md", renderRouteTable(app.http.routeInventory()));
  await app.close();
  await database.close();
}

/** The contract as types, for the web client; an answer's default values are always there, a request's may be left out. */
async function renderClientTypes(contract: string): Promise<string> {
  return astToString(await openapiTypes(contract, { alphabetize: true, defaultNonNullable: false }));
}

function write(file: string, text: string): void {
  writeFileSync(join(REPOSITORY, file), text);
}

await main();
