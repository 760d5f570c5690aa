import { expect, test } from "vitest";
import { plantTree, REPOSITORY } from "./planted-tree.ts";
import { relationsIn } from "./sql-uses.ts";
import { checkTableOwnership } from "./tables.ts";

const CLEAN: Readonly<Record<string, string>> = {
  "database/migrations/0001_start.sql": `-- create table comment_only (id text);
create table users (id text primary key, note text default 'create table in_a_string');
CREATE UNLOGGED TABLE IF NOT EXISTS public."counters" (key text);
create table old_name (id text);
create view busy_times as select id from bookings;`,
  "database/migrations/0002_more.sql": `alter table old_name rename to bookings;
create table gone (id text); drop table gone;`,
  "server/modules/identity/tables.ts": 'export const tables = ["users"] as const;\n',
  "server/modules/identity/user.repository.ts":
    'export const q = (db: K) => db.selectFrom("users as u").execute();\n',
  "server/modules/bookings/tables.ts": 'export const tables = ["bookings"] as const;\n',
  "server/modules/bookings/booking.repository.ts": `export const q = (db: K) => sql\`
  select b.id, count(*) as users from bookings b join busy_times on true where b.id = \${1}\`.execute(db);
export const r = (db: K) => db.selectFrom((eb) => eb.selectFrom("bookings").as("b"));
export const message = "Select one of your users from the list";
export const parts = Buffer.from("users-are-not-a-table");\n`,
  "server/modules/bookings/booking.test.ts":
    'export const q = (db: K) => db.selectFrom("users").execute();\n',
  "server/platform/rate-limit/tables.ts": 'export const tables = ["counters"] as const;\n',
  "server/platform/database/tables.ts": 'export const tables = ["schema_migrations"] as const;\n',
  "server/platform/database/migrate.ts":
    "export const q = `create table if not exists schema_migrations (id text)`;\n",
  "server/platform/jobs/stats.repository.ts": "export const q = sql`select count(*) from pgboss.job`;\n",
};

/** A file of the bookings module, and the relation it reaches for. */
const TRESPASSES: Readonly<Record<string, readonly [code: string, relation: string]>> = {
  builder: ['db.selectFrom("users").selectAll()', "users"],
  alias: ['db.selectFrom("users as u").selectAll()', "users"],
  list: ['db.selectFrom(["bookings", "users"]).selectAll()', "users"],
  join: ['db.selectFrom("bookings").innerJoin("users", "a", "b")', "users"],
  write: ['db.insertInto("users").values({})', "users"],
  update: ['db.updateTable("bookings").from("users")', "users"],
  delete: ['db.deleteFrom("users")', "users"],
  tag: ["sql`select 1 from users where id = ${1}`", "users"],
  typed: ["sql<Row>`update users set id = ${1}`", "users"],
  comma: ["sql`select 1 from bookings b, users`", "users"],
  quoted: ['sql`select 1 from public."users" as u`', "users"],
  lock: ["sql`lock table users in share mode`", "users"],
  "sub-query": ["sql`select 1 where exists (select from users)`", "users"],
  reference: ['sql`select 1 from ${sql.table("users")}`', "users"],
  driver: ['client.query("truncate users")', "users"],
  "plain-text": ['const text = "delete from users where true"', "users"],
  "library-schema": ["sql`delete from pgboss.job`", "pgboss.job"],
};

test("every table of the house has one owner and only the owner names it", () => {
  expect(checkTableOwnership(REPOSITORY)).toEqual([]);
});

test("a tree that keeps to its tables raises nothing", () => {
  expect(checkTableOwnership(plantTree(CLEAN))).toEqual([]);
});

test.each(Object.entries(TRESPASSES))(
  "reaching for another module's table by %s is caught",
  (name, [code, relation]) => {
    const path = `server/modules/bookings/${name}.repository.ts`;
    const text = code.startsWith("const ") ? `export ${code};\n` : `export const q = (db: K) => ${code};\n`;
    const owner = relation === "users" ? "server/modules/identity" : "server/platform/jobs";
    expect(checkTableOwnership(plantTree({ ...CLEAN, [path]: text }))).toEqual([
      `${path}:1 names ${relation} of ${owner}`,
    ]);
  },
);

test("a computed table name is caught, since nobody can say whose it is", () => {
  const path = "server/modules/bookings/any.repository.ts";
  const text = "export const q = (db: K, name: T) => db.selectFrom(name).selectAll();\n";
  expect(checkTableOwnership(plantTree({ ...CLEAN, [path]: text }))).toEqual([
    `${path}:1 computes the name of a table: write it out`,
  ]);
});

test("a table without an owner, with two, or that does not exist is caught", () => {
  const tree = plantTree({
    ...CLEAN,
    "database/migrations/0003_stray.sql": "create table stray (id text);",
    "server/modules/reviews/tables.ts": 'export const tables = ["users", "imagined"] as const;\n',
  });
  expect(checkTableOwnership(tree)).toEqual(
    expect.arrayContaining([
      "stray has no owner: list it in its module's tables.ts",
      "users is owned twice: server/modules/identity and server/modules/reviews",
      "server/modules/reviews owns imagined, which no migration creates",
    ]),
  );
});

test("relations are read out of statements", () => {
  expect(
    relationsIn("select a, users from bookings as b left join only payments on a = b -- from c\nwhere d"),
  ).toEqual(["bookings", "payments"]);
});
