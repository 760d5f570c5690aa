import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { placesSeed } from "../../../database/seeds/places.ts";
import { cloneTemplate, useDatabase } from "../../../test/support/database.ts";
import { createFakeClock } from "../../../test/support/fake-clock.ts";
import { openDatabase } from "../../platform/database/database.ts";
import { seedSystem } from "../../platform/database/seed.ts";
import { createIdFactory } from "../../platform/ids/ids.ts";
import { readRegion } from "./region.test-support.ts";
import { RegionFileError } from "./region-file.rules.ts";
import { seedPlaces } from "./seed-places.ts";

const database = useDatabase();
const newId = createIdFactory(createFakeClock());

const save = (data: unknown) => database().transaction((tx) => seedPlaces(tx, data, newId));

/** Every row of the tables with the transaction that wrote it. */
async function versions(): Promise<unknown[]> {
  const { rows } = await sql`
    select 'metros', id, xmin::text from metros
    union all select 'boroughs', name, xmin::text from boroughs
    union all select 'neighborhoods', id, xmin::text from neighborhoods
    union all select 'areas', id, xmin::text from areas
    union all select 'landmarks', id, xmin::text from landmarks
    union all select 'shapes', neighborhood_id, xmin::text from neighborhood_shapes
    union all select 'aliases', id, xmin::text from place_aliases
    order by 1, 2`.execute(database().db);
  return rows;
}

beforeEach(() => seedSystem({ database: database(), seeds: [placesSeed] }));

describe("the seed of the places", () => {
  test("writes everything that the file has, with a shape for each neighbourhood", async () => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from boroughs)::int as boroughs, (select count(*) from neighborhoods)::int as neighborhoods,
        (select count(*) from areas)::int as areas, (select count(*) from landmarks)::int as landmarks,
        (select count(*) from neighborhood_shapes)::int as shapes, (select count(*) from place_aliases)::int as aliases`.execute(
      database().db,
    );
    expect(rows[0]).toEqual({
      boroughs: 5,
      neighborhoods: 265,
      areas: 18,
      landmarks: 81,
      shapes: 265,
      aliases: 12,
    });
  });

  test("a second run writes nothing", async () => {
    const before = await versions();
    await seedSystem({ database: database(), seeds: [placesSeed] });
    expect(await versions()).toEqual(before);
  });

  test("two at once on an empty database give the same rows", async () => {
    const clone = await cloneTemplate();
    const [one, other] = ["one", "other"].map((applicationName) =>
      openDatabase({ connectionString: clone.connectionString, applicationName, max: 2 }),
    );
    if (!one || !other) throw new Error("no databases");
    try {
      await Promise.all([one, other].map((each) => seedSystem({ database: each, seeds: [placesSeed] })));
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from neighborhoods`.execute(
        one.db,
      );
      expect(rows[0]?.count).toBe(265);
    } finally {
      await Promise.all([one.close(), other.close()]);
      await clone.drop();
    }
  });

  test("changes and removals of the file arrive, names that people added stay", async () => {
    await database()
      .db.insertInto("place_aliases")
      .values([
        {
          id: newId(),
          metro_id: "nyc",
          text: "the slope",
          neighborhood_ids: ["nyc-brooklyn-park-slope"],
          type: "colloquial",
          source: "manual",
          status: "active",
          confidence: 1,
        },
      ])
      .execute();
    await sql`update place_aliases set source = 'manual', neighborhood_ids = '{nyc-manhattan-hells-kitchen}' where text = 'clinton'`.execute(
      database().db,
    );
    const file = readRegion();
    const [removed] = file.landmarks.splice(0, 1);
    delete file.ambiguous_aliases["forest park"];
    const changed = file.neighborhoods.find(({ id }) => id === "nyc-brooklyn-park-slope");
    if (changed) changed.name = "The Slope";
    await save(file);

    const db = database().db;
    const texts = (await db.selectFrom("place_aliases").select(["text", "neighborhood_ids"]).execute()).map(
      (row) => `${row.text}: ${row.neighborhood_ids.join()}`,
    );
    expect(texts).toContain("the slope: nyc-brooklyn-park-slope");
    expect(texts).toContain("clinton: nyc-manhattan-hells-kitchen");
    expect(texts.join()).not.toContain("forest park");
    expect(
      await db
        .selectFrom("landmarks")
        .select("id")
        .where("name", "=", removed?.name ?? "")
        .execute(),
    ).toEqual([]);
    expect(
      await db
        .selectFrom("neighborhoods")
        .select("name")
        .where("id", "=", "nyc-brooklyn-park-slope")
        .execute(),
    ).toEqual([{ name: "The Slope" }]);
  });

  test("two neighbourhoods may swap their centroids", async () => {
    const file = readRegion();
    const [one, other] = file.neighborhoods;
    if (!one || !other) throw new Error("no neighbourhoods");
    const { lat, lon } = one;
    Object.assign(one, { lat: other.lat, lon: other.lon });
    Object.assign(other, { lat, lon });
    await save(file);
    expect(
      await database()
        .db.selectFrom("neighborhoods")
        .select(["lat", "lon"])
        .where("id", "=", other.id)
        .execute(),
    ).toEqual([{ lat, lon }]);
  });

  test("faulty data changes nothing", async () => {
    const before = await versions();
    const file = readRegion();
    file.landmarks.splice(0, 10);
    file.neighborhoods[0]?.includes.push("nyc-manhattan-nowhere");
    await expect(save(file)).rejects.toThrow(RegionFileError);
    expect(await versions()).toEqual(before);
  });
});

describe("the tables refuse", () => {
  test.each([
    ["a latitude beyond the pole", sql`update neighborhoods set lat = 91`],
    ["an unknown borough", sql`update areas set borough = 'Yonkers'`],
    ["a neighbourhood that includes itself", sql`update neighborhoods set includes = array[id]`],
    ["a malformed ZIP code", sql`update neighborhoods set zips = '{1121}'`],
    ["a landmark in no neighbourhood", sql`update landmarks set neighborhood_id = 'nyc-nowhere'`],
    ["a shape that is no polygon", sql`update neighborhood_shapes set geometry = '{"type": "Point"}'`],
    ["an alias without a place", sql`update place_aliases set neighborhood_ids = '{}'`],
    ["a box without an inside", sql`update metros set south = north`],
  ])("%s", async (_name, statement) => {
    await expect(statement.execute(database().db)).rejects.toThrow(/violates/);
  });
});
