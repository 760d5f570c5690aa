import pg from "pg";
import { expect, it } from "vitest";
import { cloneTemplate } from "../../../test/support/database.ts";
import { emptyDatabase } from "./empty-database.ts";
import type { DisposableDatabase } from "./safety/decide-database.ts";
import { readDatabaseFacts } from "./safety/database-facts.ts";

const resolved: DisposableDatabase = {
  tier: "INT",
  purpose: "reset",
  place: { kind: "embedded", name: "instainstru_int" },
  databaseName: "instainstru_int",
  maskedUrl: "//***:***@embedded/instainstru_int",
};

it("drops every table, and waits for nobody who still uses the database", async () => {
  const clone = await cloneTemplate();
  const client = new pg.Client({ connectionString: clone.connectionString });
  await client.connect();
  try {
    await expect(emptyDatabase(clone.connectionString, resolved)).rejects.toThrow(
      "1 other connections use instainstru_int",
    );
    expect((await readDatabaseFacts((sql) => client.query(sql))).tables).not.toEqual([]);
  } finally {
    await client.end();
  }
  await expect
    .poll(() =>
      emptyDatabase(clone.connectionString, resolved).then(
        () => "done",
        () => "busy",
      ),
    )
    .toBe("done");
  const after = new pg.Client({ connectionString: clone.connectionString });
  await after.connect();
  try {
    expect(await readDatabaseFacts((sql) => after.query(sql))).toMatchObject({ tables: [], marker: null });
  } finally {
    await after.end();
    await clone.drop();
  }
});
