import fc from "fast-check";
import { expect, test } from "vitest";
import { approximatePoint, secureRandom } from "./approximate-point.ts";
import { haversineMeters } from "./geo.rules.ts";

const exact = fc.record({
  lat: fc.double({ min: 40.4774, max: 40.9176, noNaN: true }),
  lon: fc.double({ min: -74.2591, max: -73.7002, noNaN: true }),
});
const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("is 150 to 300 m away with 4 decimals, whatever is drawn", () => {
  fc.assert(
    fc.property(exact, share, share, (point, ...shares) => {
      const draws = [...shares];
      const shown = approximatePoint(point, () => draws.shift() ?? 0);
      const meters = haversineMeters(point, shown);
      expect(meters).toBeGreaterThanOrEqual(150);
      expect(meters).toBeLessThanOrEqual(300);
      expect(shown).toEqual({ lat: Number(shown.lat.toFixed(4)), lon: Number(shown.lon.toFixed(4)) });
    }),
    { numRuns: 2_000 },
  );
});

test("every direction is drawn equally often", () => {
  const center = { lat: 40.75, lon: -73.98 };
  const quadrants = [0, 0, 0, 0];
  for (let step = 0; step < 4_000; step++) {
    const draws = [step / 4_000, (step * 0.618) % 1];
    const shown = approximatePoint(center, () => draws.shift() ?? 0);
    const quadrant = (shown.lat > center.lat ? 2 : 0) + (shown.lon > center.lon ? 1 : 0);
    quadrants[quadrant] = (quadrants[quadrant] ?? 0) + 1;
  }
  for (const count of quadrants) expect(Math.abs(count - 1_000)).toBeLessThan(40);
});

test("the generator gives different numbers from 0 up to 1", () => {
  const drawn = Array.from({ length: 1_000 }, secureRandom);
  expect(new Set(drawn).size).toBe(1_000);
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...drawn)).toBeLessThan(1);
});
