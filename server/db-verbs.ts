import { loadConfig } from "#platform/config/config.ts";
import { readCatalogue } from "#platform/database/catalogue.ts";
import { openDatabase } from "#platform/database/database.ts";
import type { Database } from "#platform/database/database.types.ts";
import { ensureDatabase, visitEmbeddedServer } from "#platform/database/embedded-place.ts";
import { emptyDatabase } from "#platform/database/empty-database.ts";
import {
  ROW_TYPES_FILE,
  SCHEMA_FILE,
  writeRowTypes,
  writeSchema,
} from "#platform/database/generated-files.ts";
import { migrationStatus } from "#platform/database/migrate.ts";
import { assertDatabaseTier } from "#platform/database/prepare-database.ts";
import type { DbVerbs } from "#platform/database/safety/create-db-cli.ts";
import { readDatabaseFacts } from "#platform/database/safety/database-facts.ts";
import { resolveDatabase } from "#platform/database/safety/resolve-database.ts";
import type { Script } from "#platform/database/safety/run-script.ts";
import { type Seed, seedDemo, seedSystem } from "#platform/database/seed.ts";
import { demoSeeds } from "../database/seeds/demo.ts";
import { systemSeeds } from "../database/seeds/system.ts";
import { prepareSchema } from "./prepare-schema.ts";

/** The work behind `npm run db`. Every verb compares the database's mark with the tier before it does anything. */
export const dbVerbs: DbVerbs = {
  status: (script) =>
    onDatabase(script, async (connectionString) => {
      const facts = await readCatalogue(connectionString, (query) =>
        readDatabaseFacts(async (sql) => ({ rows: await query(sql) })),
      );
      const { applied, pending } = await migrationStatus({ connectionString });
      return { ...facts, applied: applied.map(({ name }) => name), pending: pending.map(({ file }) => file) };
    }),

  migrate: (script) =>
    onDatabase(script, async (connectionString) => {
      if (!script.dryRun) return bringSchema(script, connectionString);
      const { pending, version } = await migrationStatus({ connectionString });
      return [
        ...pending.map(({ file }) => `would apply ${file}`),
        `at ${version}, ${pending.length} pending`,
      ];
    }),

  seedSystem: (script) =>
    seed(script, systemSeeds, (database, log) => seedSystem({ database, seeds: systemSeeds, log })),

  seedDemo: (script) =>
    seed(script, demoSeeds, (database, log) =>
      seedDemo({ database, seeds: demoSeeds, log, tier: script.database.tier }),
    ),

  reset: (script) =>
    onDatabase(script, async (connectionString) => {
      if (script.dryRun) return [`would empty ${script.database.databaseName} and migrate it again`];
      await emptyDatabase(connectionString, script.database);
      return [`emptied ${script.database.databaseName}`, ...(await bringSchema(script, connectionString))];
    }),

  types: (script) =>
    onDatabase(script, async (connectionString) => {
      await bringSchema(script, connectionString);
      await writeRowTypes(connectionString);
      return [`wrote ${ROW_TYPES_FILE}`];
    }),

  schema: (script) =>
    onDatabase(script, async (connectionString) => {
      await bringSchema(script, connectionString);
      await writeSchema(connectionString);
      return [`wrote ${SCHEMA_FILE}`];
    }),
};

/** Visits the embedded server, or starts it for the time of `work`, where the tier has no URL. */
async function onDatabase<T>(script: Script, work: (connectionString: string) => Promise<T>): Promise<T> {
  const { database: resolved, io } = script;
  if (resolved.place.kind === "url") {
    const connectionString = resolved.place.url.reveal();
    await assertDatabaseTier({ connectionString, resolved, io });
    return work(connectionString);
  }
  const { dataDir, logDir } = loadConfig(io.env, resolved.tier);
  const server = await visitEmbeddedServer({ dataDir, logDir });
  try {
    await ensureDatabase(server, resolved.place.name);
    const connectionString = server.connectionString(resolved.place.name);
    await assertDatabaseTier({ connectionString, resolved, io });
    return await work(connectionString);
  } finally {
    await server.close();
  }
}

async function bringSchema({ database, io }: Script, connectionString: string): Promise<readonly string[]> {
  const resolved = database.purpose === "migrate" ? database : await resolveDatabase("migrate", io);
  const { applied, version } = await prepareSchema({ connectionString, resolved, io });
  return [...applied.map((file) => `applied ${file}`), `at ${version}`];
}

function seed(
  script: Script,
  seeds: readonly Seed[],
  write: (database: Database, log: (line: string) => void) => Promise<void>,
): Promise<readonly string[]> {
  return onDatabase(script, async (connectionString) => {
    if (script.dryRun) return seeds.map(({ name }) => `would seed ${name}`);
    const lines: string[] = [];
    const database = openDatabase({
      connectionString,
      applicationName: "instainstru-seed",
      max: 2,
      statementTimeoutMs: 120_000,
    });
    try {
      await write(database, (line) => lines.push(line));
    } finally {
      await database.close();
    }
    return [...lines, `${seeds.length} seeds done`];
  });
}
