import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "../../../../test/support/database.ts";
import { migrate } from "../migrate.ts";
import { readDatabaseFacts } from "./database-facts.ts";
import type { ResolvedDatabase } from "./decide-database.ts";
import { fakeIo } from "./door-io.fixture.ts";
import {
  assertEnvironmentMarker,
  checkEnvironment,
  type MarkerQuery,
  writeEnvironmentMarker,
} from "./environment-marker.ts";

const STG: ResolvedDatabase = {
  tier: "STG",
  purpose: "write",
  place: { kind: "embedded", name: "instainstru_stg" },
  databaseName: "instainstru_stg",
  maskedUrl: "//***:***@embedded/instainstru_stg",
};

let database: TestDatabase;
let client: pg.Client;
const query: MarkerQuery = (sql) => client.query(sql);

beforeAll(async () => {
  database = await createEmptyDatabase();
  client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function check(resolved: ResolvedDatabase) {
  const io = fakeIo();
  let closed = 0;
  const connection = {
    query,
    close: async () => {
      closed += 1;
    },
  };
  const outcome = await checkEnvironment(connection, resolved, io).catch((error: unknown) => error);
  return { outcome, closed, reasons: io.events.map(({ event, reason }) => `${event} ${reason}`) };
}

describe("a new database", () => {
  it("may be opened to migrate only", async () => {
    expect(await check({ ...STG, purpose: "migrate" })).toEqual({
      outcome: { isNew: true },
      closed: 0,
      reasons: [],
    });
    expect(await check(STG)).toMatchObject({
      outcome: { code: "marker_missing" },
      closed: 1,
      reasons: ["deny marker_missing"],
    });
  });

  it("is still new when its creation was cut off before the first migration", async () => {
    await client.query("create table schema_migrations (number int)");
    expect(await check({ ...STG, purpose: "migrate" })).toMatchObject({ outcome: { isNew: true } });
    await client.query("drop table schema_migrations");
  });

  it("is no longer new once it holds anybody's table", async () => {
    await client.query("create schema other; create table other.things (id int)");
    expect(await check({ ...STG, purpose: "migrate" })).toMatchObject({
      outcome: { code: "marker_missing" },
      closed: 1,
    });
    await client.query("drop schema other cascade");
  });
});

describe("a migrated database", () => {
  beforeAll(async () => {
    await migrate({ connectionString: database.connectionString });
  });
  beforeEach(async () => {
    await client.query("truncate environment_marker");
  });

  it("is still new while it has no mark, so that a creation that was cut off can be finished", async () => {
    expect(await check({ ...STG, purpose: "migrate" })).toMatchObject({ outcome: { isNew: true } });
    await expect(assertEnvironmentMarker(query, "STG")).rejects.toMatchObject({ code: "marker_missing" });
  });

  it("opens for its own tier and for no other, whatever the purpose", async () => {
    await writeEnvironmentMarker(query, "PROD");
    await expect(assertEnvironmentMarker(query, "PROD")).resolves.toBeUndefined();
    for (const purpose of ["read", "migrate", "reset"] as const) {
      expect(await check({ ...STG, purpose })).toMatchObject({
        outcome: { code: "marker_differs" },
        closed: 1,
        reasons: ["deny marker_differs"],
      });
    }
  });

  it("keeps its mark for good", async () => {
    await writeEnvironmentMarker(query, "STG");
    await writeEnvironmentMarker(query, "STG");
    await expect(writeEnvironmentMarker(query, "INT")).rejects.toMatchObject({ code: "marker_differs" });
    expect(await readDatabaseFacts(query)).toMatchObject({
      marker: "STG",
      serverVersion: expect.stringMatching(/^1\d/),
    });
  });

  it("tells its size and that of its tables", async () => {
    const { databaseBytes, tables } = await readDatabaseFacts(query);
    expect(databaseBytes).toBeGreaterThan(1_000_000);
    expect(tables.map(({ name }) => name)).toContain("public.environment_marker");
    expect(tables.every(({ bytes, estimatedRows }) => bytes >= 0 && estimatedRows >= 0)).toBe(true);
  });

  it("lets a failing connection's own error through, closed", async () => {
    const broken = {
      query: () => Promise.reject(new Error("connection lost")),
      close: () => Promise.resolve(),
    };
    await expect(checkEnvironment(broken, STG, fakeIo())).rejects.toThrow("connection lost");
  });
});
