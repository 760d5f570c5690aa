import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Point } from "./gazetteer.types.ts";
import { haversineMeters } from "./geo.rules.ts";
import { placeSet, pointToNeighborhood } from "./neighborhood.rules.ts";
import { realGazetteer } from "./region.test-support.ts";
import { zipToBorough } from "./zip.rules.ts";

const gazetteer = realGazetteer();
const { neighborhoods, box } = gazetteer;
const zips = [...new Set(neighborhoods.flatMap((one) => one.zips))];

const point = fc.record({
  lat: fc.double({ min: 40.4, max: 41, noNaN: true }),
  lon: fc.double({ min: -74.4, max: -73.6, noNaN: true }),
});
const zip = fc.oneof(
  fc.constant(null),
  fc.constantFrom(...zips),
  fc.integer({ min: 10_000, max: 11_999 }).map(String),
  fc.constant("90210"),
);

/** Search §3, written the long way. */
function naive(at: Point, code: string | null): string | null {
  if (at.lat < box.south || at.lat > box.north || at.lon < box.west || at.lon > box.east) return null;
  const ranked = neighborhoods
    .map((one) => ({ one, meters: haversineMeters(at, one) }))
    .toSorted((a, b) => a.meters - b.meters);
  const borough = code === null ? null : zipToBorough(code);
  const groups =
    borough === null
      ? [ranked]
      : [
          ranked.filter(({ one }) => one.zips.includes(code ?? "")),
          ranked.filter(({ one }) => one.borough === borough),
        ];
  for (const [nearest] of groups)
    if (nearest && nearest.meters <= 3 * nearest.one.radiusM) return nearest.one.id;
  const [nearest] = ranked;
  return nearest && nearest.meters <= 4_000 ? nearest.one.id : null;
}

describe("the neighbourhood at a point", () => {
  test("is what the specification says, anywhere and with any ZIP code", () => {
    fc.assert(
      fc.property(point, zip, (at, code) => {
        expect(pointToNeighborhood(gazetteer, at, code)?.id ?? null).toBe(naive(at, code));
      }),
      { numRuns: 1_000 },
    );
  });

  test("each centroid is in its own neighbourhood", () => {
    const wrong = neighborhoods.filter((one) => pointToNeighborhood(gazetteer, one)?.id !== one.id);
    expect(wrong).toEqual([]);
  });

  test.each([
    ["Hoboken, in the box but across the river", { lat: 40.7433, lon: -74.0288 }, true],
    ["Philadelphia", { lat: 39.95, lon: -75.16 }, false],
    ["the ocean off the Rockaways", { lat: 40.48, lon: -73.75 }, false],
  ])("%s", (_name, at, isNear) => {
    expect(pointToNeighborhood(gazetteer, at) !== null).toBe(isNear);
  });

  test("the ZIP code decides at a border, and Marble Hill keeps its Bronx code", () => {
    const marbleHill = { lat: 40.8762, lon: -73.9104 };
    expect(pointToNeighborhood(gazetteer, marbleHill, "10463")?.id).toBe("nyc-manhattan-marble-hill");
    const midway = { lat: 40.7, lon: -73.905 };
    expect(pointToNeighborhood(gazetteer, midway, "11237")?.borough).toBe("Brooklyn");
    expect(pointToNeighborhood(gazetteer, midway, "11385")?.borough).toBe("Queens");
  });
});

describe("distance", () => {
  test("is symmetric, zero only to itself, and no longer than a detour", () => {
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        expect(haversineMeters(a, b)).toBeCloseTo(haversineMeters(b, a), 6);
        expect(haversineMeters(a, a)).toBe(0);
        expect(haversineMeters(a, c)).toBeLessThanOrEqual(
          haversineMeters(a, b) + haversineMeters(b, c) + 1e-6,
        );
      }),
    );
  });

  test("a degree of latitude is 111.2 km", () => {
    expect(haversineMeters({ lat: 40, lon: -74 }, { lat: 41, lon: -74 })).toBeCloseTo(111_195, -1);
  });
});

describe("what naming a place means", () => {
  test("a neighbourhood means its children too", () => {
    expect(placeSet(gazetteer, "nyc-manhattan-upper-east-side")).toEqual([
      "nyc-manhattan-upper-east-side",
      "nyc-manhattan-lenox-hill",
      "nyc-manhattan-yorkville",
      "nyc-manhattan-carnegie-hill",
    ]);
  });

  test("every set is closed: naming any member adds nothing", () => {
    for (const { id } of [...gazetteer.areas, ...neighborhoods]) {
      const set = placeSet(gazetteer, id) ?? [];
      expect(set.length).toBeGreaterThan(0);
      expect(new Set(set).size).toBe(set.length);
      for (const member of set) {
        for (const child of placeSet(gazetteer, member) ?? []) expect(set).toContain(child);
      }
    }
  });

  test("an area is the union of its neighbourhoods, and an unknown id means nothing", () => {
    const area = gazetteer.areas.find(({ id }) => id === "nyc-area-north-brooklyn");
    expect(placeSet(gazetteer, "nyc-area-north-brooklyn")).toEqual(
      expect.arrayContaining([...(area?.neighborhoodIds ?? ["missing"])]),
    );
    expect(placeSet(gazetteer, "nyc-area-nowhere")).toBeNull();
  });
});

describe("ZIP codes", () => {
  test.each([
    ["10001", "Manhattan"],
    ["10292", "Manhattan"],
    ["10293", null],
    ["10301", "Staten Island"],
    ["10314", "Staten Island"],
    ["10451", "Bronx"],
    ["10475", "Bronx"],
    ["11201", "Brooklyn"],
    ["11256", "Brooklyn"],
    ["11001", "Queens"],
    ["11002", null],
    ["11109", "Queens"],
    ["11385", "Queens"],
    ["11697", "Queens"],
    ["11698", null],
    ["1120", null],
    ["11201-1234", null],
    ["", null],
  ])("%s is of %s", (code, borough) => {
    expect(zipToBorough(code)).toBe(borough);
  });

  test("every listed code is in the range of a borough that it lists", () => {
    for (const code of zips) {
      const listed = neighborhoods.filter((one) => one.zips.includes(code)).map((one) => one.borough);
      expect(listed).toContain(zipToBorough(code));
    }
  });
});
