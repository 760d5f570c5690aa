import { READ_SERVER, READ_TABLE_SIZES } from "./database-facts.sql.ts";
import { findEnvironmentMarker, type MarkerQuery } from "./environment-marker.ts";

export interface TableSize {
  readonly name: string;
  /** With its indexes and long values. */
  readonly bytes: number;
  readonly estimatedRows: number;
}

export interface DatabaseFacts {
  readonly serverVersion: string;
  readonly databaseBytes: number;
  readonly marker: string | null;
  /** Largest first. */
  readonly tables: readonly TableSize[];
}

/** What `npm run db -- status` says of the server and its sizes, in bytes. Reads the catalogues only. */
export async function readDatabaseFacts(query: MarkerQuery): Promise<DatabaseFacts> {
  const [server] = (await query(READ_SERVER)).rows as readonly Pick<
    DatabaseFacts,
    "serverVersion" | "databaseBytes"
  >[];
  if (!server) throw new Error("the server did not answer with its version");
  const tables = (await query(READ_TABLE_SIZES)).rows as readonly TableSize[];
  return { ...server, marker: await findEnvironmentMarker(query), tables };
}
