import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placesSeed } from "../../../database/seeds/places.ts";
import { useDatabase } from "../../../test/support/database.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import type { Cache } from "../../platform/cache/cache.types.ts";
import { openCache } from "../../platform/cache/cache.ts";
import { openDatabase } from "../../platform/database/database.ts";
import type { Database } from "../../platform/database/database.types.ts";
import { seedSystem } from "../../platform/database/seed.ts";
import { createFixtureGeocoder } from "../../ports/geocoder/fixture-geocoder.test-support.ts";
import { createPlaces, type PlacesDeps } from "./index.ts";

const template = useDatabase();
let database: Database;
let caches: Cache[] = [];
let statements = 0;

beforeAll(async () => {
  await seedSystem({ database: template(), seeds: [placesSeed] });
  database = openDatabase({
    connectionString: template().connectionString,
    applicationName: "places",
    onQuery: () => statements++,
  });
});
afterAll(async () => {
  await Promise.all(caches.map((cache) => cache.close()));
  await database.close();
});

/** Places with a cold cache of their own. */
async function open(deps: Omit<PlacesDeps, "database" | "cache"> = {}) {
  const cache = await openCache({ database, clock: systemClock, strict: true, redis: null });
  caches = [...caches, cache];
  return createPlaces({ database, cache, ...deps });
}

async function count(work: () => Promise<unknown>): Promise<number> {
  const before = statements;
  await work();
  return statements - before;
}

const ids = ["01ARZ3NDEKTSV4RRFFQ69G5FA1", "01ARZ3NDEKTSV4RRFFQ69G5FA2"] as const;

describe("statements", () => {
  test("one for everything that is asked of the data, none once it is warm", async () => {
    const places = await open();
    const ask = () =>
      Promise.all([
        places.gazetteer(),
        places.zipCode("11215"),
        places.neighborhoodAt({ lat: 40.67, lon: -73.98 }),
        places.placeSet("nyc-area-uptown"),
        places.resolveNeighborhoods(["nyc-brooklyn-park-slope"]),
        places.geocoder.autocomplete("park"),
      ]);
    expect(await count(ask)).toBe(1);
    expect(await count(ask)).toBe(0);
  });

  test("after a change everything is read again, once", async () => {
    const places = await open();
    await places.gazetteer();
    await database.db
      .updateTable("neighborhoods")
      .set({ name: "Changed" })
      .where("id", "=", "nyc-bronx-belmont")
      .execute();
    const name = async () => (await places.resolveNeighborhoods(["nyc-bronx-belmont"])).found[0]?.name;
    expect(await name()).toBe("Belmont");
    await places.invalidate();
    expect(await name()).toBe("Changed");
    expect(await count(name)).toBe(0);
  });
});

describe("resolving ids", () => {
  test("tells neighbourhoods from what is none, without repeats", async () => {
    const places = await open();
    const { found, unknown } = await places.resolveNeighborhoods([
      "nyc-brooklyn-park-slope",
      "nyc-area-uptown",
      "nyc-brooklyn-park-slope",
      "nowhere",
    ]);
    expect(found.map(({ id }) => id)).toEqual(["nyc-brooklyn-park-slope"]);
    expect(unknown).toEqual(["nyc-area-uptown", "nowhere"]);
  });
});

describe("coverage", () => {
  test("shows each served cell once, with its children and those who teach there", async () => {
    const places = await open({
      coverage: {
        pickedNeighborhoods: async () => [
          { instructorId: ids[1], neighborhoodIds: ["nyc-brooklyn-park-slope", "gone"] },
          { instructorId: ids[0], neighborhoodIds: ["nyc-brooklyn-south-slope"] },
        ],
      },
    });
    const { features } = await places.coverage(ids);
    expect(features.map(({ properties }) => properties)).toEqual([
      { neighborhood_id: "nyc-brooklyn-park-slope", name: "Park Slope", instructor_ids: [ids[1]] },
      { neighborhood_id: "nyc-brooklyn-south-slope", name: "South Slope", instructor_ids: [ids[0], ids[1]] },
    ]);
    expect(features.every(({ geometry }) => geometry.type === "Polygon")).toBe(true);
  });

  test("the same set in any order is asked for once, until a service area changes", async () => {
    const asked: (readonly string[])[] = [];
    const places = await open({
      coverage: {
        async pickedNeighborhoods(instructorIds) {
          asked.push(instructorIds);
          return [];
        },
      },
    });
    await places.coverage([ids[1], ids[0], ids[1]]);
    await places.coverage(ids);
    expect(asked).toEqual([ids]);
    await places.invalidateCoverage();
    await places.coverage(ids);
    expect(asked).toHaveLength(2);
  });
});

describe("ports", () => {
  test("another geocoder takes the place of the embedded one", async () => {
    const place = {
      lat: 40.7,
      lon: -73.9,
      formatted: "Somewhere",
      streetNumber: null,
      street: null,
      locality: null,
      region: null,
      postalCode: null,
      country: "US",
      neighborhoodId: null,
      placeId: "p1",
      confidence: 0.9,
    };
    const { geocoder } = await open({ geocoder: createFixtureGeocoder({ places: { p1: place } }) });
    expect(await geocoder.details("p1")).toEqual(place);
    expect(await geocoder.geocode("Park Slope")).toBeNull();
  });

  test("the approximate point uses the generator it is given", async () => {
    const { approximatePoint } = await open({ random: () => 0 });
    const exact = { lat: 40.7, lon: -73.9 };
    expect(approximatePoint(exact)).toEqual(approximatePoint(exact));
    expect(approximatePoint(exact).lon).toBeGreaterThan(exact.lon);
  });
});
