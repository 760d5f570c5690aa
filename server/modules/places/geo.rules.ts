import type { Box, Point } from "./gazetteer.types.ts";

/** Mean radius of the Earth in metres. */
const EARTH_M = 6_371_008.8;
const RADIANS = Math.PI / 180;
export const METERS_PER_DEGREE = EARTH_M * RADIANS;

/** Great-circle distance in metres. */
export function haversineMeters(a: Point, b: Point): number {
  const halfLat = Math.sin(((b.lat - a.lat) * RADIANS) / 2);
  const halfLon = Math.sin(((b.lon - a.lon) * RADIANS) / 2);
  const h = halfLat ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * halfLon ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The point so many metres east and north of `origin`; true to a metre within a city, away from the poles. */
export function offsetPoint(origin: Point, eastM: number, northM: number): Point {
  return {
    lat: origin.lat + northM / METERS_PER_DEGREE,
    lon: origin.lon + eastM / (METERS_PER_DEGREE * Math.cos(origin.lat * RADIANS)),
  };
}

export function isInBox({ lat, lon }: Point, { south, north, west, east }: Box): boolean {
  return lat >= south && lat <= north && lon >= west && lon <= east;
}

/** The mean of the coordinates; `points` is not empty. */
export function meanPoint(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ lat: a.lat + b.lat, lon: a.lon + b.lon }), { lat: 0, lon: 0 });
  return { lat: sum.lat / points.length, lon: sum.lon / points.length };
}

export function roundCoordinate(degrees: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(degrees * factor) / factor;
}
