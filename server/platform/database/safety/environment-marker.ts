import type { Tier } from "#platform/config/config.ts";
import { DatabaseRefused } from "./database-refused.ts";
import type { ResolvedDatabase } from "./decide-database.ts";
import type { DoorIo } from "./door.types.ts";
import { COUNT_TABLES, FIND_MARKER_TABLE, insertMarker, READ_MARKER } from "./environment-marker.sql.ts";
import { recordEvent } from "./record-event.ts";

/** Runs one SQL text on the connection that was just opened, for example `(sql) => client.query(sql)`. */
export type MarkerQuery = (sql: string) => Promise<{ readonly rows: readonly object[] }>;

/**
 * Proves that the connected database is of the tier that was chosen (operations §5.2).
 * @throws DatabaseRefused `marker_missing` or `marker_differs`; the caller closes the connection (see `checkEnvironment`).
 */
export async function assertEnvironmentMarker(query: MarkerQuery, tier: Tier): Promise<void> {
  const marker = await findEnvironmentMarker(query);
  if (marker === tier) return;
  if (marker === null) {
    const detail = `this database has no environment marker, so it may not be used as ${tier}`;
    throw new DatabaseRefused(
      "marker_missing",
      `${detail}; a new, empty one gets it from: npm run db -- migrate`,
    );
  }
  throw new DatabaseRefused(
    "marker_differs",
    `this database is marked ${marker}, not ${tier}; check ${tier}_DATABASE_URL`,
  );
}

/** The database's own mark; null when it has none. */
export async function findEnvironmentMarker(query: MarkerQuery): Promise<string | null> {
  if (!(await hasMarkerTable(query))) return null;
  const [row] = (await query(READ_MARKER)).rows;
  return row && "tier" in row && typeof row.tier === "string" ? row.tier : null;
}

/**
 * The last step of creating a database, after its first migration made the table. A mark that is there is never changed.
 * @throws DatabaseRefused `marker_differs` when the database already has another mark.
 */
export async function writeEnvironmentMarker(query: MarkerQuery, tier: Tier): Promise<void> {
  await query(insertMarker(tier));
  await assertEnvironmentMarker(query, tier);
}

/**
 * What follows every opening: closes the connection, audits and refuses when the marker is not that of the resolved tier. Purpose
 * `migrate` may also open a new database: one without any table, or one whose creation was cut off before it was marked. Then the
 * caller migrates and calls `writeEnvironmentMarker`.
 * @throws DatabaseRefused
 */
export async function checkEnvironment(
  connection: { readonly query: MarkerQuery; close(): Promise<void> },
  { tier, purpose, maskedUrl }: ResolvedDatabase,
  io: Pick<DoorIo, "audit" | "stderr">,
): Promise<{ readonly isNew: boolean }> {
  try {
    if (purpose === "migrate" && (await isNewDatabase(connection.query))) return { isNew: true };
    await assertEnvironmentMarker(connection.query, tier);
    return { isNew: false };
  } catch (error) {
    await connection.close();
    if (error instanceof DatabaseRefused) {
      recordEvent(io, {
        event: "deny",
        tier,
        purpose,
        outcome: "deny",
        reason: error.code,
        urlMasked: maskedUrl,
      });
    }
    throw error;
  }
}

async function isNewDatabase(query: MarkerQuery): Promise<boolean> {
  if (await hasMarkerTable(query)) return (await query(READ_MARKER)).rows.length === 0;
  const [row] = (await query(COUNT_TABLES)).rows;
  return row !== undefined && "tables" in row && Number(row.tables) === 0;
}

async function hasMarkerTable(query: MarkerQuery): Promise<boolean> {
  return (await query(FIND_MARKER_TABLE)).rows.length > 0;
}
