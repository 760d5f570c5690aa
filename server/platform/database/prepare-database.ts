import pg from "pg";
import { type MigrateResult, migrate } from "./migrate.ts";
import type { ResolvedDatabase } from "./safety/decide-database.ts";
import type { DoorIo } from "./safety/door.types.ts";
import { checkEnvironment, writeEnvironmentMarker } from "./safety/environment-marker.ts";

export interface DatabaseAccess {
  readonly connectionString: string;
  readonly resolved: ResolvedDatabase;
  readonly io: DoorIo;
}

/**
 * Brings a database to this release's schema and marks it when it is new (operations §5.2, §5.4). `resolved` was asked for with the
 * purpose `migrate`.
 * @throws DatabaseRefused when its marker is of another tier; MigrationError
 */
export async function prepareDatabase(
  { connectionString, resolved, io }: DatabaseAccess,
  log?: (line: string) => void,
): Promise<MigrateResult> {
  return withMarkerCheck({ connectionString, resolved, io }, async (query, isNew) => {
    const result = await migrate({ connectionString, ...(log ? { log } : {}) });
    if (isNew) await writeEnvironmentMarker(query, resolved.tier);
    return result;
  });
}

/**
 * Proves that the database is of the tier that was chosen, before anything else is read from it.
 * @throws DatabaseRefused
 */
export async function assertDatabaseTier(access: DatabaseAccess): Promise<void> {
  await withMarkerCheck(access, async () => undefined);
}

async function withMarkerCheck<T>(
  { connectionString, resolved, io }: DatabaseAccess,
  work: (query: (sql: string) => Promise<{ rows: object[] }>, isNew: boolean) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
  await client.connect();
  const query = (sql: string): Promise<{ rows: object[] }> => client.query(sql);
  try {
    const { isNew } = await checkEnvironment({ query, close: async () => undefined }, resolved, io);
    return await work(query, isNew);
  } finally {
    await client.end();
  }
}
