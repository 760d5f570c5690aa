import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { migrate, migrationStatus, requiredVersion } from "./migrate.ts";

let database: TestDatabase;
let directory: string;
let client: pg.Client;

beforeEach(async () => {
  database = await createEmptyDatabase();
  directory = await mkdtemp(join(tmpdir(), "migrations-"));
  client = new pg.Client({ connectionString: database.connectionString });
  client.on("error", () => undefined);
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database.drop();
  await rm(directory, { recursive: true });
});

const write = (file: string, sql: string): Promise<void> => writeFile(join(directory, file), sql);
const run = (options: { waitMs?: number } = {}) =>
  migrate({ connectionString: database.connectionString, directory, ...options });
const status = () => migrationStatus({ connectionString: database.connectionString, directory });

async function column(query: string): Promise<unknown[]> {
  const { rows } = await client.query<unknown[]>({ text: query, rowMode: "array" });
  return rows.map(([value]) => value);
}

const tables = () =>
  column("select tablename::text from pg_tables where schemaname = 'public' order by tablename");

describe("migrate", () => {
  it("applies pending files in order and records them", async () => {
    await write("0001_first.sql", "create table a (id int primary key);\ninsert into a values (1);");
    expect(await run()).toEqual({ applied: ["0001_first.sql"], version: 1, state: "current" });
    await write("0002_second.sql", "create table b as select id + 1 as id from a;");
    expect(await run()).toEqual({ applied: ["0002_second.sql"], version: 2, state: "current" });
    expect(await run()).toEqual({ applied: [], version: 2, state: "current" });
    expect(await column("select id from b")).toEqual([2]);
    const { rows } = await client.query(
      "select number, name, length(checksum) as checksum, applied_at <= clock_timestamp() as past from schema_migrations order by 1",
    );
    expect(rows).toEqual([
      { number: 1, name: "first", checksum: 64, past: true },
      { number: 2, name: "second", checksum: 64, past: true },
    ]);
  });

  it("applies each migration once when 20 processes start together, also with CONCURRENTLY", async () => {
    await write("0001_table.sql", "create table a (id int primary key); create table runs (file int);");
    await write("0002_data.sql", "insert into runs values (2); select pg_sleep(0.1);");
    await write(
      "0003_index.sql",
      "-- migrate: no-transaction\ncreate index concurrently a_id on a (id);\ninsert into runs values (3);",
    );
    await write("0004_more.sql", "insert into runs values (4);");
    const results = await Promise.all(Array.from({ length: 20 }, () => run()));
    expect(results.flatMap(({ applied }) => applied).sort()).toEqual([
      "0001_table.sql",
      "0002_data.sql",
      "0003_index.sql",
      "0004_more.sql",
    ]);
    expect(results.every(({ version }) => version === 4)).toBe(true);
    expect(await column("select file from runs order by 1")).toEqual([2, 3, 4]);
  });

  it("leaves nothing of a failing file and names file, statement and line", async () => {
    await write("0001_good.sql", "create table good (id int primary key);");
    await write(
      "0002_bad.sql",
      "create table half (id int primary key);\n\ninsert into half\n  values (1),\n  (nope);",
    );
    await expect(run()).rejects.toMatchObject({
      code: "migration_failed",
      message: expect.stringMatching(
        /^0002_bad\.sql: statement 2 of 2, line 5: column "nope" does not exist\. Nothing of this file was kept$/,
      ),
    });
    expect(await tables()).toEqual(["good", "schema_migrations"]);
    expect(await status()).toMatchObject({ state: "pending", version: 1 });
    await write("0002_bad.sql", "create table whole (id int primary key);");
    expect(await run()).toMatchObject({ applied: ["0002_bad.sql"], version: 2 });
  });

  it("rolls back what only the commit refuses", async () => {
    await write(
      "0001_deferred.sql",
      "create table a (id int primary key, b int references a deferrable initially deferred); insert into a values (1, 2);",
    );
    await expect(run()).rejects.toThrow(/^0001_deferred\.sql: commit: .*violates foreign key/);
    expect(await tables()).toEqual(["schema_migrations"]);
  });

  it("stops before anything runs when an applied file was edited or renamed", async () => {
    await write("0001_first.sql", "create table a (id int primary key);");
    await run();
    await write("0002_next.sql", "create table b (id int primary key);");
    await write("0001_first.sql", "create table a (id bigint primary key);");
    await expect(run()).rejects.toMatchObject({
      code: "migration_edited",
      message: expect.stringContaining("0001_first.sql differs"),
    });
    await expect(status()).rejects.toMatchObject({ code: "migration_edited" });
    await rm(join(directory, "0001_first.sql"));
    await write("0001_renamed.sql", "create table a (id int primary key);");
    await expect(run()).rejects.toMatchObject({ code: "migration_edited" });
    expect(await tables()).toEqual(["a", "schema_migrations"]);
  });

  it("takes line ends and blanks at line ends as no edit", async () => {
    await write("0001_first.sql", "create table a (\n  id int primary key\n);\n");
    await run();
    await write("0001_first.sql", "\uFEFFcreate table a (  \r\n  id int primary key\r\n);\r\n\r\n");
    expect(await run()).toMatchObject({ applied: [], state: "current" });
  });

  it("stops when the database lacks a number below its version", async () => {
    await write("0001_first.sql", "select 1;");
    await write("0002_second.sql", "select 2;");
    await run();
    await client.query("delete from schema_migrations where number = 1");
    await expect(run()).rejects.toMatchObject({ code: "migration_missing" });
  });

  it("leaves a newer database alone and reports it", async () => {
    await write("0001_first.sql", "select 1;");
    await write("0002_second.sql", "select 2;");
    await run();
    await rm(join(directory, "0002_second.sql"));
    expect(await run()).toEqual({ applied: [], version: 2, state: "schema_too_new" });
    expect(await status()).toMatchObject({ state: "schema_too_new", version: 2, pending: [] });
  });

  it("limits lock waits and statements in every file, whatever the file before it set", async () => {
    await write(
      "0001_set.sql",
      "set lock_timeout = '9s'; set statement_timeout = 0; set search_path = pg_catalog;",
    );
    await write(
      "0002_see.sql",
      "create table seen as select current_setting('lock_timeout') as locks, current_setting('statement_timeout') as statements, current_setting('search_path') as path;",
    );
    await run();
    expect(await column("select (s.*)::text from seen s")).toEqual(["(3s,15min,public)"]);
  });

  it("names what a failed file without transaction left, and refuses an invalid index", async () => {
    await write("0001_table.sql", "create table a (x int); insert into a values (1), (1);");
    await write(
      "0002_index.sql",
      "-- migrate: no-transaction\ncreate table kept (id int);\ncreate unique index concurrently if not exists a_x on a (x);",
    );
    await expect(run()).rejects.toThrow(
      /0002_index\.sql: statement 2 of 2, line 3: could not create unique index.*Statements before it have taken effect/,
    );
    await client.query("truncate a; drop table kept");
    await expect(run()).rejects.toThrow("0002_index.sql: left invalid indexes behind: a_x. Drop them");
    expect(await status()).toMatchObject({ version: 1 });
    await client.query("drop index a_x; drop table kept");
    expect(await run()).toMatchObject({ applied: ["0002_index.sql"], version: 2 });
  });

  it("gives up when another process keeps migrating, and frees the lock when its connection ends", async () => {
    await write("0001_first.sql", "select 1;");
    await client.query("select pg_advisory_lock($1, 1)", [0x494e5354]);
    await expect(run({ waitMs: 0 })).rejects.toMatchObject({ code: "migration_locked" });
    await client.query("select pg_advisory_unlock_all()");
    expect(await run({ waitMs: 0 })).toMatchObject({ version: 1 });
    expect(await run({ waitMs: 0 })).toMatchObject({ version: 1 });
  });
});

describe("migrationStatus", () => {
  it("reads an empty database without changing it", async () => {
    await write("0001_first.sql", "select 1;");
    expect(await status()).toMatchObject({ state: "pending", version: 0, pending: [{ number: 1 }] });
    expect(await tables()).toEqual([]);
  });
});

it("requiredVersion is the highest number of the files", async () => {
  await write("0001_first.sql", "select 1;");
  await write("0002_second.sql", "select 1;");
  expect(await requiredVersion(directory)).toBe(2);
});
