import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readGridAddress } from "./address-line.rules.ts";
import { createEmbeddedGeocoder } from "./embedded-geocoder.ts";
import { haversineMeters } from "./geo.rules.ts";
import { indexPlaces } from "./place-index.ts";
import { realGazetteer } from "./region.test-support.ts";
import { gridPoint } from "./street-grid.rules.ts";

const gazetteer = realGazetteer();
const index = indexPlaces(gazetteer);
const geocoder = createEmbeddedGeocoder(async () => index);

describe("names", () => {
  test.each([
    ["Park Slope", "nyc-brooklyn-park-slope"],
    ["park slope, brooklyn, ny", "nyc-brooklyn-park-slope"],
    ["HELL’S KITCHEN", "nyc-manhattan-hells-kitchen"],
    ["bpc", "nyc-manhattan-battery-park-city"],
    ["Downtown Brooklyn", "nyc-brooklyn-downtown-brooklyn"],
    ["Murray Hill, Queens", "nyc-queens-murray-hill"],
    ["Murray Hill, New York, NY 10016, USA", "nyc-manhattan-murray-hill"],
    ["Bay Terrace Staten Island", "nyc-staten-island-bay-terrace"],
    ["Grand Central", "nyc-landmark-grand-central-terminal"],
    ["amnh", "nyc-landmark-american-museum-of-natural-history"],
    ["11215", "nyc-zip-11215"],
    ["Brooklyn, NY 11215-1234", "nyc-zip-11215"],
    ["New York, NY 10001", "nyc-zip-10001"],
  ])("%s is found with full confidence", async (line, placeId) => {
    const found = await geocoder.geocode(line);
    expect(found).toMatchObject({ placeId, confidence: 1, country: "US", region: "NY" });
    expect(await geocoder.details(placeId)).toEqual(found);
  });

  test.each(["Murray Hill", "central park", "Queens", "Hoboken", "New York, NY", "90210", "", " , "])(
    "%s is no place of its own",
    async (line) => {
      expect(await geocoder.geocode(line)).toBeNull();
    },
  );

  test("a ZIP code in range that the data does not know is the borough, vaguely", async () => {
    expect(await geocoder.geocode("10118")).toMatchObject({
      confidence: 0.4,
      neighborhoodId: null,
      locality: "New York",
      postalCode: "10118",
    });
  });
});

describe("numbered streets of Manhattan", () => {
  // Corners and buildings everybody knows; with the point where they stand.
  test.each([
    ["350 W 42nd St", { lat: 40.7579, lon: -73.9918 }],
    ["20 W 34th St, New York, NY 10001", { lat: 40.7484, lon: -73.9857 }],
    ["11 W 53rd St", { lat: 40.7614, lon: -73.9776 }],
    ["2 East 91st Street, Manhattan", { lat: 40.7844, lon: -73.9578 }],
    ["2 W 72nd St Apt 7, New York", { lat: 40.7766, lon: -73.9761 }],
    ["253 W 125th St, NYC 10027", { lat: 40.81, lon: -73.95 }],
    ["125 W 18th St", { lat: 40.7405, lon: -73.9964 }],
    ["405 E 42nd Street", { lat: 40.7489, lon: -73.968 }],
  ])("%s", async (line, expected) => {
    const found = await geocoder.geocode(line);
    expect(found).toMatchObject({ confidence: 0.8, locality: "New York", placeId: null });
    expect(haversineMeters(found ?? { lat: 0, lon: 0 }, expected)).toBeLessThan(300);
  });

  test("350 W 42nd St is in Midtown West", async () => {
    const found = await geocoder.geocode("350 W 42nd St, New York, NY 10036");
    expect(["nyc-manhattan-hells-kitchen", "nyc-manhattan-theater-district"]).toContain(
      found?.neighborhoodId,
    );
    expect(found).toMatchObject({
      formatted: "350 W 42nd St, New York, NY 10036",
      streetNumber: "350",
      street: "W 42nd St",
      postalCode: "10036",
    });
  });

  test("the same words in another borough or city are another street", async () => {
    expect((await geocoder.geocode("1501 E 19th St, Brooklyn, NY 11230"))?.confidence).toBe(0.6);
    expect(await geocoder.geocode("350 W 42nd St, Chicago, IL 60654")).toBeNull();
    expect(await geocoder.geocode("350 W 42nd St, Chicago")).toBeNull();
  });

  test("higher numbers are further from Fifth Avenue, higher streets further north", () => {
    const side = fc.constantFrom("E" as const, "W" as const);
    const house = fc.integer({ min: 1, max: 690 });
    const street = fc.integer({ min: 1, max: 219 });
    fc.assert(
      fc.property(side, house, street, (east, number, at) => {
        const near = gridPoint({ house: number, side: east, street: at });
        const far = gridPoint({ house: number + 10, side: east, street: at });
        const north = gridPoint({ house: number, side: "E", street: at + 1 });
        const south = gridPoint({ house: number, side: "E", street: at });
        expect(
          Math.sign((far?.lon ?? 0) - (near?.lon ?? 0)) * (east === "E" ? 1 : -1),
        ).toBeGreaterThanOrEqual(0);
        expect(north?.lat).toBeGreaterThan(south?.lat ?? 90);
      }),
    );
    expect(gridPoint({ house: 1, side: "E", street: 221 })).toBeNull();
    expect(gridPoint({ house: 1, side: "E", street: 0 })).toBeNull();
  });

  test.each([
    ["350-352 west 42 street", { house: 350, side: "W", street: 42 }],
    ["12a E. 3rd St #4B", { house: 12, side: "E", street: 3 }],
    ["350 W 42nd Pl", null],
    ["350 5th Ave", null],
    ["W 42nd St", null],
  ])("%s reads as %j", (line, address) => {
    expect(readGridAddress(line)).toEqual(address);
  });
});

describe("any other street", () => {
  const zipOf = fc.constantFrom(...new Set(gazetteer.neighborhoods.flatMap((one) => one.zips)));

  test("stands within 150 m of the middle of its ZIP code, always at the same spot", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9_999 }), zipOf, async (number, zip) => {
        const line = `${number} Maple Road, ${zip}`;
        const found = await geocoder.geocode(line);
        const area = index.zip(zip);
        expect(found).toMatchObject({ confidence: 0.6, postalCode: zip, placeId: null });
        expect(haversineMeters(found ?? { lat: 0, lon: 0 }, area ?? { lat: 0, lon: 0 })).toBeLessThan(151);
        expect(await geocoder.geocode(line)).toEqual(found);
      }),
      { numRuns: 200 },
    );
  });

  test("spelling does not move it, another number does", async () => {
    const point = async (line: string) => {
      const found = await geocoder.geocode(line);
      return { lat: found?.lat, lon: found?.lon };
    };
    const berry = await point("12 Berry Street, Brooklyn, NY 11249");
    expect(await point("12 BERRY ST. Brooklyn 11249-0001")).toEqual(berry);
    expect(await point("14 Berry Street, Brooklyn, NY 11249")).not.toEqual(berry);
  });

  test("a neighbourhood's name stands in for the ZIP code; without either there is no point", async () => {
    expect(await geocoder.geocode("12 Berry St, Williamsburg, Brooklyn")).toMatchObject({
      neighborhoodId: "nyc-brooklyn-williamsburg",
      street: "Berry St",
      confidence: 0.4,
    });
    expect(await geocoder.geocode("12 Berry St, Brooklyn")).toBeNull();
  });
});

describe("reverse and details", () => {
  test("a point is its neighbourhood, at the point itself", async () => {
    expect(await geocoder.reverse({ lat: 40.6711, lon: -73.9815 })).toMatchObject({
      neighborhoodId: "nyc-brooklyn-park-slope",
      lat: 40.6711,
      lon: -73.9815,
      confidence: 0.4,
    });
    expect(await geocoder.reverse({ lat: 0, lon: 0 })).toBeNull();
  });

  test.each(["", "nyc-zip-90210", "nyc-landmark-nowhere", "nyc-area-uptown"])(
    "%s is no place id",
    async (id) => {
      expect(await geocoder.details(id)).toBeNull();
    },
  );
});

describe("suggestions", () => {
  const names = async (query: string) =>
    (await geocoder.autocomplete(query)).map(({ name, context }) => `${name}, ${context}`);

  test("the beginning of a name comes before a later word, the nearer one first", async () => {
    const found = await names("park");
    expect(found.slice(0, 3)).toEqual([
      "Park Slope, Brooklyn, NY",
      "Parkchester, Bronx, NY",
      "Bryant Park, Midtown, Manhattan",
    ]);
    expect(found).toHaveLength(8);
    expect(await names("mur")).toEqual(["Murray Hill, Manhattan, NY", "Murray Hill, Queens, NY"]);
  });

  test("the borough may be typed too, and case, accents and punctuation do not matter", async () => {
    expect(await names("murray hill queens")).toEqual(["Murray Hill, Queens, NY"]);
    expect((await names("HÉLL'S k"))[0]).toBe("Hell's Kitchen, Manhattan, NY");
    expect((await names("st. marks"))[0]).toBe("St. Marks Place, East Village, Manhattan");
    expect((await names("jfk"))[0]).toBe("JFK Airport, Jamaica, Queens");
  });

  test("a whole name leads however far it is", async () => {
    expect((await names("tottenville"))[0]).toBe("Tottenville, Staten Island, NY");
  });

  test("every suggestion leads to its place", async () => {
    const typed = fc.constantFrom(...gazetteer.neighborhoods.map(({ name }) => name.slice(0, 5)));
    await fc.assert(
      fc.asyncProperty(typed, async (query) => {
        const found = await geocoder.autocomplete(query);
        expect(found.length).toBeGreaterThan(0);
        expect(found.length).toBeLessThanOrEqual(8);
        for (const { placeId, neighborhoodId } of found)
          expect((await geocoder.details(placeId))?.neighborhoodId).toBe(neighborhoodId);
      }),
      { numRuns: 50 },
    );
  });

  test("nothing for words that name nothing", async () => {
    expect(await names("zzz")).toEqual([]);
    expect(await names("!!!")).toEqual([]);
  });
});
