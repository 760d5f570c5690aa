import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { openDatabase } from "../../server/platform/database/database.ts";
import type { Database } from "../../server/platform/database/database.types.ts";
import { TEMPLATE } from "./database-names.ts";

let counter = 0;

export interface TestDatabase {
  readonly connectionString: string;
  drop(): Promise<void>;
}

/**
 * Call at the top level of a test file: gives the file its own clone of the migrated template, dropped afterwards.
 * @param max connections of the pool; races with n parties need at least n.
 */
export function useDatabase({ max = 14 }: { max?: number } = {}): () => Database {
  let database: Database | undefined;
  let clone: TestDatabase | undefined;
  beforeAll(async () => {
    clone = await cloneTemplate();
    database = openDatabase({ connectionString: clone.connectionString, applicationName: "test", max });
  });
  afterAll(async () => {
    await database?.close();
    await clone?.drop();
  });
  return () => {
    if (!database) throw new Error("the test database exists only while tests run");
    return database;
  };
}

/** A fresh copy of the migrated template. */
export function cloneTemplate(): Promise<TestDatabase> {
  return create(`TEMPLATE ${TEMPLATE}`);
}

/** A database without any table, for tests of migrations. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return create("TEMPLATE template0");
}

async function create(source: string): Promise<TestDatabase> {
  const name = `instainstru_int_${inject("testRun")}_${process.env["VITEST_POOL_ID"] ?? "0"}_${process.pid}_${counter++}`;
  await administer(`CREATE DATABASE ${name} ${source}`);
  return {
    connectionString: `${inject("testServer")}${name}`,
    drop: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject("testServer")}postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
