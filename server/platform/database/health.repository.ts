import { sql } from "kysely";
import type { Queryable } from "./database.types.ts";

/** Answers when the database does. */
export async function ping(db: Queryable): Promise<void> {
  await sql`select 1`.execute(db);
}

/** The newest applied migration; 0 before the first. */
export async function readSchemaVersion(db: Queryable): Promise<number> {
  const row = await db
    .selectFrom("schema_migrations")
    .select((eb) => eb.fn.max("number").as("version"))
    .executeTakeFirst();
  return row?.version ?? 0;
}
