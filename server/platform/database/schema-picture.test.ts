import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { schemaPicture } from "./schema-picture.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createEmptyDatabase();
});

beforeEach(() =>
  execute("drop schema public cascade; drop schema if exists pgboss, extra cascade; create schema public"),
);

afterAll(() => database.drop());

async function execute(sql: string, on: TestDatabase = database): Promise<void> {
  const client = new pg.Client({ connectionString: on.connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const picture = () => schemaPicture(database.connectionString);
const body = async () => (await picture()).split("\n\n").slice(1).join("\n\n");

const SCHEMA = `
  create extension btree_gist;
  create type mood as enum ('calm', 'it''s bad');
  create domain cents as bigint check (value >= 0);
  create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
  create table people (
    id bigint generated always as identity primary key,
    email text not null unique,
    mood mood not null default 'calm',
    name text,
    upper_name text generated always as (upper(name)) stored,
    during tstzrange,
    exclude using gist (email with =, during with &&)
  );
  create index people_name on people (lower(name)) where name is not null;
  create trigger people_touch before update on people for each row execute function touch();
  create table events (id bigint, at timestamptz, person_id bigint references people, primary key (id, at)) partition by range (at);
  create view moods as select mood, count(*) as n from people group by mood;
  comment on table people is 'Who uses it';
  comment on column people.email is 'Lower case';
`;

describe("schemaPicture", () => {
  it("shows every kind of object in one readable text", async () => {
    await execute(SCHEMA);
    expect(await body()).toBe(`CREATE EXTENSION btree_gist;

CREATE DOMAIN cents AS bigint CONSTRAINT cents_check CHECK ((VALUE >= 0));

CREATE TYPE mood AS ENUM ('calm', 'it''s bad');

CREATE OR REPLACE FUNCTION public.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin return new; end $function$;

CREATE TABLE events (
  id bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  person_id bigint,
  CONSTRAINT events_pkey PRIMARY KEY (id, at),
  CONSTRAINT events_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
) PARTITION BY RANGE (at);

CREATE TABLE people (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  email text NOT NULL,
  mood mood DEFAULT 'calm'::mood NOT NULL,
  name text,
  upper_name text GENERATED ALWAYS AS (upper(name)) STORED,
  during tstzrange,
  CONSTRAINT people_pkey PRIMARY KEY (id),
  CONSTRAINT people_email_during_excl EXCLUDE USING gist (email WITH =, during WITH &&),
  CONSTRAINT people_email_key UNIQUE (email)
);
CREATE INDEX people_name ON public.people USING btree (lower(name)) WHERE (name IS NOT NULL);
CREATE TRIGGER people_touch BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION touch();
COMMENT ON TABLE people IS 'Who uses it';
COMMENT ON COLUMN people.email IS 'Lower case';

CREATE VIEW moods AS
 SELECT mood,
    count(*) AS n
   FROM people
  GROUP BY mood;
`);
  });

  it.each([
    "alter type mood add value 'glad'",
    "alter domain cents set not null",
    "create or replace function touch() returns trigger language plpgsql as $$ begin return null; end $$",
    "alter table people add column note text",
    "alter table people alter column name set not null",
    "alter table people alter column mood drop default",
    "alter table people alter column email type varchar(80)",
    "alter table people add constraint named check (name <> '') not valid",
    "alter table people set (fillfactor = 80)",
    "alter table events drop constraint events_person_id_fkey",
    "create unique index people_id_email on people (id, email)",
    "drop trigger people_touch on people",
    "create statistics people_stats on email, name from people",
    "alter table people enable row level security",
    "create policy own on people using (id = 1)",
    "create rule quiet as on delete to people do instead nothing",
    "create or replace view moods as select mood, count(name) as n from people group by mood",
    "create materialized view old as select 1 as one",
    "create sequence counter",
    "create type pair as (a int, b text)",
    "create schema extra create table extra.t (id int primary key)",
    "comment on column people.name is 'Shown'",
    "comment on view moods is 'Report'",
    "comment on function touch() is 'Why'",
  ])("changes with: %s", async (change) => {
    await execute(SCHEMA);
    const before = await picture();
    await execute(change);
    expect(await picture()).not.toBe(before);
  });

  it("leaves out pg-boss, partitions and what only this run made", async () => {
    await execute(SCHEMA);
    const before = await picture();
    await execute(`
      create schema pgboss create table job (id int primary key);
      create table events_2026_01 partition of events for values from ('2026-01-01Z') to ('2026-02-01Z');
      create index on events_2026_01 (person_id);
      insert into people (email) values ('a@example.com');`);
    expect(await picture()).toBe(before);
  });

  it("does not depend on the order in which things were made", async () => {
    await execute(
      "create table b (id int primary key); create table a (x int, id int primary key, unique (x))",
    );
    const other = await createEmptyDatabase();
    try {
      await execute(
        "create table a (y int, x int unique, id int); alter table a drop column y, add primary key (id); create table b (id int primary key)",
        other,
      );
      expect(await schemaPicture(other.connectionString)).toBe(await picture());
    } finally {
      await other.drop();
    }
  });
});
