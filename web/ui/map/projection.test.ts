import { expect, test } from "vitest";
import type { LonLat, NeighborhoodShapes } from "./neighborhood-shapes.ts";
import { CITY_CENTER, drawAreas, project, unionBounds } from "./projection.ts";

const counterclockwise: LonLat[] = [
  [-73.98, 40.66],
  [-73.96, 40.66],
  [-73.96, 40.68],
  [-73.98, 40.68],
  [-73.98, 40.66],
];

function square(ring: readonly LonLat[]): NeighborhoodShapes {
  return {
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: { neighborhood_id: "nyc-brooklyn-square", name: "Square" },
        geometry: { type: "Polygon", coordinates: [ring] },
      },
    ],
  };
}

test("the city's centre is the origin, north is up and east is right", () => {
  const origin = project(CITY_CENTER);
  expect(origin.x).toBeCloseTo(0, 6);
  expect(origin.y).toBeCloseTo(0, 6);
  const northEast = project([CITY_CENTER[0] + 0.1, CITY_CENTER[1] + 0.1]);
  expect(northEast.x).toBeGreaterThan(0);
  expect(northEast.y).toBeLessThan(0);
});

test("a ring means its inside, whichever way it winds", () => {
  for (const ring of [counterclockwise, counterclockwise.toReversed()]) {
    const [area] = drawAreas(square(ring));
    const middle = project([-73.97, 40.67]);
    expect(area?.center.x).toBeCloseTo(middle.x, -1);
    expect(area?.center.y).toBeCloseTo(middle.y, -1);
    expect((area?.bounds.right ?? 0) - (area?.bounds.left ?? 0)).toBeLessThan(1000);
  }
});

test("the box around shapes", () => {
  expect(unionBounds([])).toBeNull();
  const box = { left: 0, top: 0, right: 5, bottom: 5 };
  expect(unionBounds([box, { left: -3, top: 2, right: 1, bottom: 9 }])).toEqual({
    left: -3,
    top: 0,
    right: 5,
    bottom: 9,
  });
});
