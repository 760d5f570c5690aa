import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type MigrationFile, readMigrationFiles } from "./migration-files.ts";
import { lineAt } from "./sql-statements.ts";

export type MigrationErrorCode =
  | "migration_edited"
  | "migration_missing"
  | "migration_failed"
  | "migration_locked";

/** Migrating stopped; the message says what stands and what to do. */
export class MigrationError extends Error {
  override name = "MigrationError";
  readonly code: MigrationErrorCode;

  constructor(code: MigrationErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

export interface MigrationStatus {
  /** `schema_too_new`: a newer release has migrated this database further than our files go. */
  readonly state: "current" | "pending" | "schema_too_new";
  /** Highest applied number, 0 for an empty database. */
  readonly version: number;
  readonly applied: readonly AppliedMigration[];
  readonly pending: readonly MigrationFile[];
}

export interface MigrateOptions {
  /** A direct connection: a transaction-mode pooler would lose the session lock. */
  readonly connectionString: string;
  readonly directory?: string;
  readonly log?: (line: string) => void;
  /** How long to wait for another process that is migrating; default 15 minutes. */
  readonly waitMs?: number;
}

export interface MigrateResult {
  readonly applied: readonly string[];
  readonly version: number;
  readonly state: "current" | "schema_too_new";
}

const LOCK_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 15 * 60_000;
/** Any fixed pair; advisory locks are per database already. */
const LOCK_KEY = [0x494e5354, 1] as const;

/**
 * Applies the pending migrations in order, one process at a time (operations §5.4). Each runs in its own transaction together with its
 * row in `schema_migrations`, unless the file says `-- migrate: no-transaction`. A database that is newer than the files is left alone
 * and reported as `schema_too_new`: the previous release must run on it.
 * @throws MigrationFileError when the folder cannot be used
 * @throws MigrationError `migration_edited` or `migration_missing` before anything runs; `migration_failed` with file, statement and
 *   line; `migration_locked` after `waitMs`
 */
export async function migrate(options: MigrateOptions): Promise<MigrateResult> {
  const files = await readMigrationFiles(options.directory);
  return withClient(options.connectionString, async (client) => {
    await lock(client, options.waitMs ?? STATEMENT_TIMEOUT_MS);
    await client.query(`create table if not exists schema_migrations (
      number integer primary key,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default clock_timestamp(),
      duration_ms integer not null
    )`);
    const { pending, state, version } = compare(files, await readApplied(client));
    if (state === "schema_too_new") {
      options.log?.(
        `schema_too_new: the database is at ${version}, this release knows ${highest(files)}; left as it is`,
      );
      return { applied: [], version, state };
    }
    for (const file of pending) {
      const durationMs = await apply(client, file);
      options.log?.(`migrated ${file.file} in ${durationMs} ms`);
    }
    return { applied: pending.map(({ file }) => file), version: highest(files), state: "current" };
  });
}

/**
 * Compares the files with what the database has, without a lock or a change.
 * @throws MigrationFileError, MigrationError as `migrate`
 */
export async function migrationStatus(
  options: Pick<MigrateOptions, "connectionString" | "directory">,
): Promise<MigrationStatus> {
  const files = await readMigrationFiles(options.directory);
  return withClient(options.connectionString, async (client) => {
    const { rows } = await client.query<{ exists: boolean }>(
      "select to_regclass('public.schema_migrations') is not null as exists",
    );
    return compare(files, rows[0]?.exists ? await readApplied(client) : []);
  });
}

/** The schema version this release needs: `/ready` answers 503 while `schema_migrations` has less (operations §10). */
export async function requiredVersion(directory?: string): Promise<number> {
  return highest(await readMigrationFiles(directory));
}

const highest = (files: readonly MigrationFile[]): number => files.at(-1)?.number ?? 0;

function compare(files: readonly MigrationFile[], applied: readonly AppliedMigration[]): MigrationStatus {
  const done = new Map(applied.map((row) => [row.number, row]));
  const version = applied.at(-1)?.number ?? 0;
  for (const row of applied) {
    const file = files.find(({ number }) => number === row.number);
    if (file === undefined) continue;
    if (file.checksum === row.checksum && file.name === row.name) continue;
    throw new MigrationError(
      "migration_edited",
      `${file.file} differs from what this database applied as ${row.number} "${row.name}". Restore the file and put the change into a ` +
        "new migration; a throw-away database may be reset with: npm run db -- reset",
    );
  }
  for (let number = 1; number < version; number += 1) {
    if (done.has(number) || !files.some((file) => file.number === number)) continue;
    throw new MigrationError(
      "migration_missing",
      `the database is at ${version} but never applied ${number}: it was migrated from other files. Restore it from a backup or reset it`,
    );
  }
  const pending = files.filter(({ number }) => number > version);
  const state = version > highest(files) ? "schema_too_new" : pending.length > 0 ? "pending" : "current";
  return { state, version, applied, pending };
}

async function readApplied(client: pg.Client): Promise<readonly AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    "select number, name, checksum from public.schema_migrations order by number",
  );
  return rows;
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString,
    application_name: "instainstru-migrate",
    lock_timeout: LOCK_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    options: "-c timezone=UTC -c search_path=public",
  });
  client.on("error", () => undefined); // a broken connection also fails the query in flight, which is what we report
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Polls instead of waiting inside PostgreSQL: a session that waits for an advisory lock holds a snapshot, and the process that has the
 * lock would wait for that snapshot in CREATE INDEX CONCURRENTLY, a deadlock.
 */
async function lock(client: pg.Client, waitMs: number): Promise<void> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    const { rows } = await client.query<{ locked: boolean }>(
      "select pg_try_advisory_lock($1, $2) as locked",
      [...LOCK_KEY],
    );
    if (rows[0]?.locked) return;
    if (performance.now() >= deadline) {
      throw new MigrationError(
        "migration_locked",
        `another process has been migrating this database for ${waitMs} ms; look at pg_stat_activity for "instainstru-migrate"`,
      );
    }
    await pause(50);
  }
}

async function apply(client: pg.Client, file: MigrationFile): Promise<number> {
  const started = performance.now();
  const record = async (): Promise<number> => {
    const durationMs = Math.round(performance.now() - started);
    await client.query(
      "insert into public.schema_migrations (number, name, checksum, duration_ms) values ($1, $2, $3, $4)",
      [file.number, file.name, file.checksum, durationMs],
    );
    return durationMs;
  };
  try {
    if (!file.inTransaction) {
      await runStatements(client, file);
      await refuseInvalidIndexes(client, file);
      return await record();
    }
    await client.query("begin");
    await runStatements(client, file);
    const durationMs = await record();
    await client.query("commit");
    return durationMs;
  } catch (error) {
    if (file.inTransaction) await client.query("rollback").catch(() => undefined);
    throw error instanceof MigrationError ? error : failure(file, "commit", error);
  } finally {
    // What a file sets (lock_timeout, search_path) must not reach the next one. DISCARD would also drop the lock.
    await client.query("reset all").catch(() => undefined);
  }
}

async function runStatements(client: pg.Client, file: MigrationFile): Promise<void> {
  for (const [index, statement] of file.statements.entries()) {
    try {
      await client.query(statement.text);
    } catch (error) {
      const position = error instanceof pg.DatabaseError && error.position ? Number(error.position) - 1 : 0;
      const line = statement.line + lineAt(statement.text, position) - 1;
      throw failure(file, `statement ${index + 1} of ${file.statements.length}, line ${line}`, error);
    }
  }
}

/** A failed CREATE INDEX CONCURRENTLY leaves an index that slows writes and serves no read. */
async function refuseInvalidIndexes(client: pg.Client, file: MigrationFile): Promise<void> {
  const { rows } = await client.query<{ index: string }>(
    `select indexrelid::regclass::text as index from pg_index
     where not indisvalid and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relkind <> 'p')
     order by 1`,
  );
  if (rows.length === 0) return;
  const names = rows.map(({ index }) => index).join(", ");
  throw new MigrationError(
    "migration_failed",
    `${file.file}: left invalid indexes behind: ${names}. Drop them with DROP INDEX CONCURRENTLY and migrate again`,
  );
}

function failure(file: MigrationFile, where: string, cause: unknown): MigrationError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const hint =
    cause instanceof pg.DatabaseError && cause.code === "55P03"
      ? ` (no lock within ${LOCK_TIMEOUT_MS / 1000} s: run it again when the table is less busy)`
      : "";
  const standing = file.inTransaction
    ? "Nothing of this file was kept"
    : "Statements before it have taken effect; the file will run again from its start";
  return new MigrationError("migration_failed", `${file.file}: ${where}: ${reason}${hint}. ${standing}`, {
    cause,
  });
}
