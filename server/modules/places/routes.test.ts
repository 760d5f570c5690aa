import { beforeAll, describe, expect, test } from "vitest";
import { placesSeed } from "../../../database/seeds/places.ts";
import { useApp } from "../../../test/support/app.ts";
import { useDatabase } from "../../../test/support/database.ts";
import { seedSystem } from "../../platform/database/seed.ts";

const database = useDatabase();
const app = useApp(database);

beforeAll(() => seedSystem({ database: database(), seeds: [placesSeed] }));

let callers = 0;

/** Each request comes from an address of its own, so that the rate limits stay out of the way. */
function get(path: string, headers: Record<string, string> = {}) {
  const caller = callers++;
  const remoteAddress = `10.0.${caller >> 8}.${caller & 255}`;
  return app().http.inject({ url: `/api/v1/geo/${path}`, headers, remoteAddress });
}
const body = async (path: string): Promise<unknown> => (await get(path)).json();

const ULID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const SHARED = "public, max-age=60, stale-while-revalidate=300";

interface Tree {
  items: {
    slug: string;
    neighborhoods: { id: string; name: string; includes: string[] }[];
    areas: object[];
  }[];
  total: number;
}

describe("the selector tree", () => {
  test("has every neighbourhood under its borough, in alphabetical order", async () => {
    const { items, total } = (await body("neighborhoods")) as Tree;
    expect(items.map(({ slug, neighborhoods }) => [slug, neighborhoods.length])).toEqual([
      ["manhattan", 54],
      ["brooklyn", 60],
      ["queens", 67],
      ["bronx", 46],
      ["staten-island", 38],
    ]);
    expect(total).toBe(5);
    expect(items.flatMap(({ areas }) => areas)).toHaveLength(18);
    for (const { neighborhoods } of items) {
      const names = neighborhoods.map(({ name }) => name);
      expect(names).toEqual(names.toSorted());
    }
    const slope = items[1]?.neighborhoods.find(({ id }) => id === "nyc-brooklyn-park-slope");
    expect(slope).toMatchObject({ name: "Park Slope", includes: ["nyc-brooklyn-south-slope"] });
  });
});

describe("polygons", () => {
  interface Collection {
    type: string;
    features: { id: string; geometry: { coordinates: number[][][] } }[];
  }

  test("are GeoJSON of one borough", async () => {
    const collection = (await body("neighborhoods/polygons?borough=staten-island")) as Collection;
    expect(collection.type).toBe("FeatureCollection");
    expect(collection.features).toHaveLength(38);
    for (const { id, geometry } of collection.features) {
      expect(id).toMatch(/^nyc-staten-island-/);
      const [ring = []] = geometry.coordinates;
      expect(ring.at(-1)).toEqual(ring[0]);
      for (const [lon = 0, lat = 0] of ring) expect([Math.trunc(lon), Math.trunc(lat)]).toEqual([-74, 40]);
    }
  });

  test.each(["", "?borough=", "?borough=jersey", "?borough=Brooklyn", "?borough=bronx&page=1"])(
    "%s is no question",
    async (query) => {
      expect((await get(`neighborhoods/polygons${query}`)).statusCode).toBe(422);
    },
  );
});

describe("lookup", () => {
  test("answers with the neighbourhood, and null outside the city", async () => {
    expect(await body("neighborhoods/lookup?lat=40.6711&lng=-73.9815")).toEqual({
      neighborhood: { id: "nyc-brooklyn-park-slope", name: "Park Slope", borough: "Brooklyn" },
    });
    expect(await body("neighborhoods/lookup?lat=48.85&lng=2.35")).toEqual({ neighborhood: null });
  });

  test.each(["", "?lat=40.7", "?lat=&lng=-74", "?lat=91&lng=-74", "?lat=40.7&lng=-181", "?lat=1e1&lng=0"])(
    "%s is 422",
    async (query) => {
      const reply = await get(`neighborhoods/lookup${query}`);
      expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([422, "validation_error"]);
    },
  );
});

describe("ZIP codes", () => {
  test.each([
    ["11215", true, "Brooklyn", "nyc-brooklyn-"],
    ["10463", true, "Bronx", "nyc-bronx-"],
    ["10118", true, "Manhattan", null],
    ["90210", false, null, null],
  ])("%s", async (zip, isNyc, borough, prefix) => {
    const reply = (await body(`zip-codes/${zip}`)) as { neighborhood: { id: string } | null };
    expect(reply).toMatchObject({ is_nyc: isNyc, borough });
    if (prefix === null) expect(reply.neighborhood).toBeNull();
    else expect(reply.neighborhood?.id).toContain(prefix);
  });

  test.each(["1121", "112150", "abcde", "11215-1234"])("%s is 422", async (zip) => {
    expect((await get(`zip-codes/${zip}`)).statusCode).toBe(422);
  });
});

describe("autocomplete and place details", () => {
  test("suggests up to eight places, each of which has details", async () => {
    const { items, per_page } = (await body("places/autocomplete?q=park&session=tab-1")) as {
      items: { place_id: string; neighborhood_id: string }[];
      per_page: number;
    };
    expect(items).toHaveLength(8);
    expect(per_page).toBe(8);
    expect(items[0]).toEqual({
      place_id: "nyc-brooklyn-park-slope",
      kind: "neighborhood",
      name: "Park Slope",
      context: "Brooklyn, NY",
      neighborhood_id: "nyc-brooklyn-park-slope",
    });
    expect(await body("places/nyc-landmark-grand-central-terminal")).toEqual({
      place_id: "nyc-landmark-grand-central-terminal",
      formatted: "Grand Central Terminal, Midtown East, Manhattan, NY",
      street_number: null,
      street: null,
      locality: "New York",
      region: "NY",
      postal_code: null,
      country: "US",
      lat: 40.7527,
      lon: -73.9772,
      neighborhood_id: "nyc-manhattan-midtown-east",
      confidence: 1,
    });
  });

  test.each(["", "?q=pa", "?q=%20pa%20", "?q=park&limit=20", "?q=park&session=a%20b"])(
    "autocomplete%s is 422",
    async (query) => {
      expect((await get(`places/autocomplete${query}`)).statusCode).toBe(422);
    },
  );

  test("an unknown place is 404", async () => {
    const reply = await get("places/nyc-nowhere");
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([404, "not_found"]);
  });
});

describe("coverage", () => {
  test("is an empty collection while nobody teaches", async () => {
    expect(await body(`coverage?instructor_ids=${ULID},${ULID}`)).toEqual({
      type: "FeatureCollection",
      features: [],
    });
  });

  test("takes up to 100 ids", async () => {
    const ids = (count: number) => Array.from({ length: count }, () => ULID).join(",");
    expect((await get(`coverage?instructor_ids=${ids(100)}`)).statusCode).toBe(200);
    for (const query of [`instructor_ids=${ids(101)}`, "instructor_ids=", "instructor_ids=x", ""])
      expect((await get(`coverage?${query}`)).statusCode).toBe(422);
  });

  test("is shared between anonymous callers only", async () => {
    const path = `coverage?instructor_ids=${ULID}`;
    const anonymous = await get(path);
    expect(anonymous.headers["cache-control"]).toBe(SHARED);
    expect(anonymous.headers["vary"]).toBe("Origin, Accept-Encoding, Cookie, Authorization");
    const known = await get(path, { cookie: "sid=x" });
    expect(known.headers["cache-control"]).toBe("private, no-store");
  });
});

describe("caching", () => {
  test.each([
    "neighborhoods",
    "neighborhoods/polygons?borough=queens",
    "zip-codes/11215",
    `coverage?instructor_ids=${ULID}`,
  ])("%s is public and answers 304 to who has it", async (path) => {
    const first = await get(path);
    expect(first.headers["cache-control"]).toBe(SHARED);
    const etag = String(first.headers["etag"]);
    expect(etag).toMatch(/^"/);
    const second = await get(path, { "if-none-match": etag });
    expect([second.statusCode, second.body]).toEqual([304, ""]);
    expect(second.headers["cache-control"]).toBe(SHARED);
    expect((await get(path, { "if-none-match": '"other"' })).statusCode).toBe(200);
  });

  test.each([
    "places/autocomplete?q=park",
    "places/nyc-zip-11215",
    "neighborhoods/lookup?lat=40.7&lng=-73.9",
  ])("%s stays with who asked", async (path) => {
    const reply = await get(path);
    expect([reply.statusCode, reply.headers["cache-control"]]).toEqual([200, "private, no-store"]);
  });
});
