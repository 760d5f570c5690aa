import pg from "pg";
import type { DisposableDatabase } from "./safety/decide-database.ts";

const OTHER_SESSIONS = `
  select count(*)::int as sessions from pg_stat_activity
  where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`;

/** One text, so one transaction: either all is gone or nothing. */
const DROP_ALL = "drop schema if exists pgboss cascade; drop schema public cascade; create schema public";

/**
 * Drops every table, the database's mark included; what follows is a new database, to be migrated and marked again. PROD is no
 * `DisposableDatabase`, so it cannot come here (operations §5.2). The caller has compared the mark.
 * @throws Error when others are connected.
 */
export async function emptyDatabase(
  connectionString: string,
  { databaseName }: DisposableDatabase,
): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: "instainstru-reset" });
  await client.connect();
  try {
    const { rows } = await client.query<{ sessions: number }>(OTHER_SESSIONS);
    const sessions = rows[0]?.sessions ?? 0;
    if (sessions > 0) {
      throw new Error(`${sessions} other connections use ${databaseName}; stop the site and its tools first`);
    }
    await client.query(DROP_ALL);
  } finally {
    await client.end();
  }
}
