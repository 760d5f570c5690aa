import { describe, expect, it } from "vitest";
import { parseMigration, readMigrationFiles } from "./migration-files.ts";
import { lintMigrations } from "./migration-lint.ts";
import { liveRules, schemaRules } from "./migration-lint.rules.ts";

const OUTSIDE = "-- migrate: no-transaction\n";

/** Lints texts as the files 0001, 0002, …; all meet live data unless `releasedThrough` says otherwise. */
function lint(sql: string | readonly string[], releasedThrough: number | null = 0) {
  const texts = typeof sql === "string" ? [sql] : sql;
  return lintMigrations(
    texts.map((text, index) => parseMigration(`000${index + 1}_a.sql`, text)),
    releasedThrough,
  );
}

const rulesOf = (...input: Parameters<typeof lint>): string[] => lint(...input).map(({ rule }) => rule);

const violations: readonly (readonly [rule: string, sql: string])[] = [
  ["timestamptz", "create table a (id int primary key, at timestamp not null)"],
  ["timestamptz", "create table a (id int primary key, at timestamp(3) without time zone)"],
  ["timestamptz", "create table a (id int primary key, at timestamp[] not null)"],
  ["timestamptz", "create table a (id int primary key, at time with time zone)"],
  ["timestamptz", "create table a (id int primary key, during tsrange)"],
  ["timestamptz", "alter table a add at timestamp"],
  ["timestamptz", "create domain moment as timestamp not null"],
  ["identity", "create table a (id bigserial primary key)"],
  ["identity", 'CREATE TABLE "a" ("id" SERIAL PRIMARY KEY)'],
  ["money", "create table a (id int primary key, price_cents numeric(10,2) not null)"],
  ["money", "create table a (id int primary key, price money)"],
  ["money", "create table a (id int primary key, lesson_price integer not null)"],
  ["money", "create table a (id int primary key, refund double precision)"],
  ["money", "create table a (id int primary key, fee_bps real)"],
  ["money", "alter table a add column tip_cents smallint"],
  ["primary-key", "create table a (id int, note text)"],
  ["primary-key", "create table a as select 1 as id"],
  ["primary-key", "create table a (id int check (id > 0), unique (id))"],
  ["concurrently", "create index concurrently a_id on a (id)"],
  ["repeatable", `${OUTSIDE}create index concurrently a_id on a (id)`],
  ["repeatable", `${OUTSIDE}drop index concurrently if exists b; create index concurrently a_id on a (id)`],
  ["repeatable", `${OUTSIDE}create table a (id int primary key)`],
  ["index-concurrently", "create index a_id on a (id)"],
  ["index-concurrently", "create unique index if not exists a_id on only public.a using btree (id)"],
  ["index-concurrently", "create index on a (id)"],
  ["index-concurrently", "drop index a_id"],
  ["index-concurrently", "reindex table a"],
  ["add-column", "alter table a add column note text not null"],
  ["add-column", "alter table a add note text not null, add b int"],
  ["add-column", "alter table a add column id uuid default gen_random_uuid()"],
  ["add-column", "alter table a add column at timestamptz not null default now()"],
  ["add-column", "alter table a add column n int default (1 + random())"],
  ["add-column", "alter table a add column n bigint generated always as identity"],
  ["add-column", "alter table a add column n int generated always as (b + 1) stored"],
  ["table-rewrite", "alter table a alter column n type bigint"],
  ["table-rewrite", "alter table if exists only a alter n set data type text using n::text"],
  ["table-rewrite", "alter table a set unlogged"],
  ["rename", "alter table a rename column b to c"],
  ["rename", "alter table a rename to b"],
  ["rename", "alter type mood rename value 'a' to 'b'"],
  ["rename", "alter view v rename to w"],
  ["drop", "drop table if exists a"],
  ["drop", "alter table a drop column b"],
  ["drop", "alter table a drop b"],
  ["drop", "drop view v"],
  ["drop", "drop type mood"],
  ["drop", "truncate a"],
  ["not-valid", "alter table a add constraint a_b_fkey foreign key (b) references b"],
  ["not-valid", "alter table a add check (n > 0)"],
  ["not-valid", "alter table a add column b int references b"],
  ["not-valid", "alter table a add column n int check (n > 0)"],
  ["not-valid", "alter domain positive add check (value > 0)"],
  [
    "validate-later",
    "alter table a add constraint c check (n > 0) not valid; alter table a validate constraint c",
  ],
  ["key-builds-index", "alter table a add constraint u unique (b)"],
  ["key-builds-index", "alter table a add primary key (id)"],
  ["key-builds-index", "alter table a add exclude using gist (during with &&)"],
  ["key-builds-index", "alter table a add column b text unique"],
  ["set-not-null", "alter table a alter column b set not null"],
  ["backfill", "update a set b = 1"],
  ["backfill", "delete from only a"],
  ["backfill", "insert into a select * from b"],
  ["backfill", "with gone as (delete from a returning *) select * from gone"],
  ["exclusive-lock", "lock table a in exclusive mode"],
  ["exclusive-lock", "refresh materialized view m"],
  ["timeouts", "set local lock_timeout = '1min'"],
  ["opaque", "do $$ begin drop table a; end $$"],
];

const accepted: readonly string[] = [
  "create table a (id bigint generated always as identity primary key, at timestamptz not null default now(), price_cents bigint not null, fee_bps smallint)",
  "create table a (id int, day date, at time, during tstzrange, primary key (id, day)); create index a_at on a (at)",
  "create table a (id int); alter table a add primary key (id); alter table a rename to b",
  'create table a ("timestamp" timestamptz primary key, "serial" text, charge text, total int)',
  "create table a (id int primary key); insert into a select 1; update a set id = 2; drop table a",
  "create table part partition of a for values from (1) to (2)",
  "create temp table t (id int)",
  "-- create index a_id on a (id);\n/* drop table a; */ comment on table a is 'drop table a; timestamp'",
  "create function f() returns void language sql as $$ drop table a; update a set at = null::timestamp $$",
  "alter table a add column note text, add column n int not null default 0, add column ok boolean not null default false",
  "alter table a add column tags text[] not null default '{}'::text[], add m numeric(4,1) default -1.5, add s mood default 'new'::mood",
  "alter table a add column at timestamptz; alter table a alter column at set default now()",
  "alter table a add constraint c foreign key (b) references b (id) on delete cascade not valid",
  "alter table a validate constraint c",
  "alter table a add constraint a_key unique using index a_key",
  "alter table a drop constraint c, alter column b drop not null, alter column b drop default",
  "alter type mood add value if not exists 'calm'",
  "alter index a_id rename to a_key",
  "insert into a (id, note) values (1, 'select')",
  `${OUTSIDE}drop index concurrently if exists a_id; create unique index concurrently a_id on a (id) where id > 0`,
  `${OUTSIDE}alter table a validate constraint c`,
];

describe("lintMigrations", () => {
  it.each(violations)("%s fires on: %s", (rule, sql) => {
    expect(rulesOf(sql)).toContain(rule);
  });

  it("has a planted violation for every rule", () => {
    const planted = new Set(violations.map(([rule]) => rule));
    expect([...planted].sort()).toEqual([...schemaRules, ...liveRules].map(({ id }) => id).sort());
  });

  it.each(accepted)("accepts: %s", (sql) => {
    expect(lint(sql)).toEqual([]);
  });

  it("says where", () => {
    expect(lint("create table a (id int primary key);\n\ncreate index b_id\n on b (id);")).toEqual([
      {
        file: "0001_a.sql",
        line: 3,
        rule: "index-concurrently",
        message: expect.stringContaining("CONCURRENTLY"),
      },
    ]);
  });

  it("accepts SET NOT NULL after the check was validated in an earlier file", () => {
    const add = "alter table a add constraint b_set check (b is not null) not valid";
    const validate = "alter table a validate constraint b_set";
    const set = "alter table a alter column b set not null";
    expect(rulesOf([add, validate, set])).toEqual([]);
    expect(rulesOf([add, set])).toEqual(["set-not-null"]);
    expect(rulesOf([add.replace("b is", "c is"), validate, set])).toEqual(["set-not-null"]);
    expect(rulesOf([add, validate, set.replace("table a", "table z")])).toEqual(["set-not-null"]);
  });

  it("holds zero-downtime rules only for files after the last release, schema rules for all", () => {
    const old = "create index x on a (id); create table b (at timestamp primary key)";
    expect(rulesOf([old, "drop table a"], null)).toEqual(["timestamptz"]);
    expect(rulesOf([old, "drop table a"], 1)).toEqual(["timestamptz", "drop"]);
    expect(rulesOf([old, "drop table a"], 2)).toEqual(["timestamptz"]);
  });

  it("lets a file break the rule it names, and reports an allowance without use", () => {
    const allow = "-- migrate: allow drop because no release since 1.4 reads it\n";
    expect(rulesOf(`${allow}drop table a`)).toEqual([]);
    expect(rulesOf(`${allow}drop table a`, 1)).toEqual([]);
    expect(rulesOf(`${allow}drop table a; update b set c = 1`)).toEqual(["backfill"]);
    expect(rulesOf(`${allow}select 1`)).toEqual(["unused-allow"]);
  });

  it("finds nothing in the migrations of this project", async () => {
    expect(lintMigrations(await readMigrationFiles())).toEqual([]);
  });
});
