import type { Point } from "./gazetteer.types.ts";
import { offsetPoint } from "./geo.rules.ts";

/** A house on a numbered cross street of Manhattan, for example 350 W 42nd St. */
export interface GridAddress {
  readonly house: number;
  readonly side: "E" | "W";
  readonly street: number;
}

/** Fifth Avenue at 34th Street. */
const ORIGIN: Point = { lat: 40.74866, lon: -73.98446 };
const ORIGIN_STREET = 34;
/** Twenty streets are one mile. */
const STREET_M = 80.5;
/** The avenues run this far east of north. */
const BEARING = (28.9 * Math.PI) / 180;
const LAST_STREET = 220;

type Anchor = readonly [house: number, metersFromFifth: number];

/** Where the house numbers stand, counted from Fifth Avenue: a hundred to each avenue in the west, closer ones at Park and Lexington. */
const EAST: readonly Anchor[] = [
  [1, 0],
  [40, 152],
  [100, 307],
  [140, 461],
  [200, 618],
  [300, 834],
  [400, 1_063],
  [500, 1_280],
  [600, 1_487],
  [700, 1_697],
  [800, 1_900],
];
const WEST: readonly Anchor[] = [
  [1, 0],
  [100, 311],
  [200, 585],
  [300, 859],
  [400, 1_133],
  [500, 1_407],
  [600, 1_681],
  [700, 1_955],
];
/** Beside Central Park the numbers begin at its western edge, which is Eighth Avenue. */
const WEST_OF_THE_PARK: readonly Anchor[] = [
  [1, 859],
  [100, 1_133],
  [200, 1_407],
  [300, 1_681],
  [400, 1_850],
];
const PARK_STREETS = { first: 60, last: 109 };

/**
 * The point of a house by interpolation along the street grid (search §3), within about 300 m from 14th Street to 155th, where the plan
 * is regular; further off in the Village and in Inwood, where it bends. Null where there is no such street.
 */
export function gridPoint({ house, side, street }: GridAddress): Point | null {
  if (street < 1 || street > LAST_STREET) return null;
  const alongAvenue = (street - ORIGIN_STREET) * STREET_M;
  const eastward = side === "E" ? interpolate(EAST, house) : -interpolate(westAnchors(street), house);
  return offsetPoint(
    ORIGIN,
    alongAvenue * Math.sin(BEARING) + eastward * Math.cos(BEARING),
    alongAvenue * Math.cos(BEARING) - eastward * Math.sin(BEARING),
  );
}

function westAnchors(street: number): readonly Anchor[] {
  return street >= PARK_STREETS.first && street <= PARK_STREETS.last ? WEST_OF_THE_PARK : WEST;
}

/** Linear between the anchors; numbers beyond the last stand at the last. */
function interpolate(anchors: readonly Anchor[], house: number): number {
  let before: Anchor | undefined;
  for (const anchor of anchors) {
    if (house <= anchor[0]) {
      if (before === undefined) return anchor[1];
      const share = (house - before[0]) / (anchor[0] - before[0]);
      return before[1] + share * (anchor[1] - before[1]);
    }
    before = anchor;
  }
  return before?.[1] ?? 0;
}
