import { sql } from "kysely";
import type { Tx } from "#platform/database/database.types.ts";

/** Lets writers of the catalogue in one by one: their checks hold until they commit. */
export async function lockCatalog(tx: Tx): Promise<void> {
  await sql`select version from catalog_version for update`.execute(tx);
}

/** Raises the catalogue's version by one and returns the new one; locks as `lockCatalog`. */
export async function raiseVersion(tx: Tx): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update catalog_version set version = version + 1 returning version`.execute(tx);
  return theRow(rows).version;
}

export async function getVersion(tx: Tx): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from catalog_version`.execute(tx);
  return theRow(rows).version;
}

function theRow<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error("catalog_version has lost its row");
  return row;
}
