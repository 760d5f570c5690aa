import { randomInt } from "node:crypto";
import type { Point } from "./gazetteer.types.ts";
import { offsetPoint, roundCoordinate } from "./geo.rules.ts";

const MIN_M = 150;
const MAX_M = 300;
/** Rounding to 4 decimals moves a point by up to 7 m here; the drawn distance stays that far inside the bounds. */
const ROUNDING_M = 7;

/** A number from 0 up to but not including 1 that nobody can predict. */
export const secureRandom = (): number => randomInt(2 ** 48 - 1) / (2 ** 48 - 1);

/**
 * The point shown in public instead of an exact one (search §3 "Privacy"): 150 to 300 m away in a random direction, 4 decimals.
 * Draw it once per place and store it. Drawing again would let the mean of several points reveal the place.
 * @param random uniform in [0, 1), cryptographically secure
 */
export function approximatePoint(exact: Point, random: () => number): Point {
  const direction = random() * 2 * Math.PI;
  const distance = MIN_M + ROUNDING_M + random() * (MAX_M - MIN_M - 2 * ROUNDING_M);
  const point = offsetPoint(exact, distance * Math.cos(direction), distance * Math.sin(direction));
  return { lat: roundCoordinate(point.lat, 4), lon: roundCoordinate(point.lon, 4) };
}
