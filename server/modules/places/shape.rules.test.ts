import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { haversineMeters } from "./geo.rules.ts";
import { realGazetteer } from "./region.test-support.ts";
import { neighborhoodShapes, type Polygon, type Position, type Site } from "./shape.rules.ts";

const ringOf = ({ coordinates }: Polygon): Position[] => coordinates[0] ?? [];
const edgesOf = (ring: readonly Position[]) =>
  ring.slice(1).map((end, index) => [ring[index] ?? end, end] as const);

/** Twice the signed area; positive counter-clockwise. */
const signedArea = (ring: readonly Position[]) =>
  edgesOf(ring).reduce((sum, [[ax, ay], [bx, by]]) => sum + ax * by - bx * ay, 0);

/** About two metres, in degrees: rounding to 5 decimals lets neighbouring edges cross by one. */
const EDGE = 2e-5;

/** Whether a point is inside a convex counter-clockwise ring by more than `margin` degrees. */
function isInside([x, y]: Position, ring: readonly Position[], margin: number): boolean {
  return edgesOf(ring).every(([[ax, ay], [bx, by]]) => {
    const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    return cross > margin * Math.hypot(bx - ax, by - ay);
  });
}

const site = fc.record({
  lat: fc.integer({ min: 40_550, max: 40_740 }).map((milli) => milli / 1_000),
  lon: fc.integer({ min: -74_050, max: -73_840 }).map((milli) => milli / 1_000),
  radiusM: fc.integer({ min: 300, max: 1_800 }),
});
const sites = fc
  .uniqueArray(site, { minLength: 1, maxLength: 25, selector: ({ lat, lon }) => `${lat},${lon}` })
  .map((list) => list.map((one, index): Site => ({ ...one, id: `s${index}`, borough: "Brooklyn" })));

function expectValid(list: readonly Site[]): void {
  const shapes = neighborhoodShapes(list);
  expect([...shapes.keys()].toSorted()).toEqual(list.map(({ id }) => id).toSorted());
  for (const one of list) {
    const shape = shapes.get(one.id);
    const ring = shape ? ringOf(shape) : [];
    expect(shape?.coordinates).toHaveLength(1);
    expect(ring.length).toBeGreaterThanOrEqual(4);
    expect(ring.at(-1)).toEqual(ring[0]);
    expect(signedArea(ring)).toBeGreaterThan(0);
    expect(new Set(ring.map(String)).size).toBe(ring.length - 1);
    expect(isInside([one.lon, one.lat], ring, 0)).toBe(true);
    for (const [lon, lat] of ring) {
      expect([lon, lat]).toEqual([Number(lon.toFixed(5)), Number(lat.toFixed(5))]);
      expect(haversineMeters(one, { lat, lon })).toBeLessThan(2.2 * one.radiusM * 1.01 + 2);
    }
  }
}

describe("map shapes", () => {
  test("any set of sites gives one valid ring each, with its site inside", () => {
    fc.assert(fc.property(sites, expectValid), { numRuns: 60 });
  });

  test("cells never overlap, and each point of one is nearer to its site than to any other", () => {
    const position = fc.tuple(
      fc.double({ min: -74.06, max: -73.83, noNaN: true }),
      fc.double({ min: 40.54, max: 40.75, noNaN: true }),
    );
    fc.assert(
      fc.property(sites, fc.array(position, { minLength: 40, maxLength: 40 }), (list, samples) => {
        const shapes = neighborhoodShapes(list);
        for (const sample of samples) {
          const [lon, lat] = sample;
          const holders = list.filter(({ id }) => {
            const shape = shapes.get(id);
            return shape !== undefined && isInside(sample, ringOf(shape), EDGE);
          });
          expect(holders.length).toBeLessThanOrEqual(1);
          for (const holder of holders) {
            const nearest = Math.min(...list.map((one) => haversineMeters(one, { lat, lon })));
            // The plane and the sphere differ by metres over a borough.
            expect(haversineMeters(holder, { lat, lon })).toBeLessThan(nearest + 30);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("the real boroughs give valid rings, and the same ones each time", () => {
    const { neighborhoods } = realGazetteer();
    expectValid(neighborhoods);
    expect([...neighborhoodShapes(neighborhoods)]).toEqual([...neighborhoodShapes(neighborhoods)]);
  });

  test("a lonely site gets its whole 24-gon", () => {
    const lonely: Site = { id: "a", borough: "Bronx", lat: 40.85, lon: -73.87, radiusM: 1_000 };
    const shape = neighborhoodShapes([lonely]).get("a");
    expect(shape && ringOf(shape)).toHaveLength(25);
    const distances = (shape ? ringOf(shape) : []).map(([lon, lat]) => haversineMeters(lonely, { lat, lon }));
    expect(Math.min(...distances)).toBeGreaterThan(2_195);
    expect(Math.max(...distances)).toBeLessThan(2_205);
  });
});
