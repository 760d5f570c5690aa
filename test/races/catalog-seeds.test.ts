import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { openDatabase } from "../../server/platform/database/database.ts";
import { seedSystem } from "../../server/platform/database/seed.ts";
import { writeCatalog } from "../../server/modules/catalog/index.ts";
import { catalogSeed } from "../../database/seeds/catalog.ts";
import { createBarrier } from "../support/barrier.ts";
import { cloneTemplate, type TestDatabase } from "../support/database.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const file: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../database/seeds/data/catalog.json"), "utf8"),
);

/** Runs `work` as two processes on one fresh database; gives all services as they are afterwards, and the version. */
async function twice(
  work: (database: ReturnType<typeof openDatabase>, arrive: () => Promise<void>) => Promise<unknown>,
) {
  const clone: TestDatabase = await cloneTemplate();
  const databases = ["one", "two"].map((name) =>
    openDatabase({ connectionString: clone.connectionString, applicationName: name, max: 2 }),
  );
  try {
    const barrier = createBarrier(databases.length);
    await Promise.all(databases.map((database) => work(database, () => barrier.arrive())));
    const [{ db }] = databases as [ReturnType<typeof openDatabase>];
    const { rows } = await sql`select * from services order by slug`.execute(db);
    const { rows: versions } = await sql<{ version: number }>`select version from catalog_version`.execute(
      db,
    );
    return { services: rows, version: versions[0]?.version };
  } finally {
    await Promise.all(databases.map((database) => database.close()));
    await clone.drop();
  }
}

async function once() {
  let first = true;
  return twice(async (database, arrive) => {
    const mine = first;
    first = false;
    await arrive();
    if (mine) await database.transaction((tx) => writeCatalog(tx, file));
  });
}

describe("two processes seed the catalogue at once", () => {
  test.each<[string, (database: ReturnType<typeof openDatabase>) => Promise<unknown>]>([
    ["as the site does", (database) => seedSystem({ database, seeds: [catalogSeed] })],
    ["without the lock of the seeds", (database) => database.transaction((tx) => writeCatalog(tx, file))],
  ])("%s: both succeed, with the rows and the version of one", async (_name, seed) => {
    const result = await twice(async (database, arrive) => {
      await arrive();
      await seed(database);
    });
    expect(result.services).toHaveLength(383);
    expect(result).toEqual(await once());
    expect(result.version).toBe(1);
  });
});
