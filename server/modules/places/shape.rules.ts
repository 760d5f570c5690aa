import { Delaunay } from "d3-delaunay";
import type { Neighborhood } from "./gazetteer.types.ts";
import { meanPoint, METERS_PER_DEGREE, roundCoordinate } from "./geo.rules.ts";

/** Longitude, latitude (RFC 7946). */
export type Position = [lon: number, lat: number];

export interface Polygon {
  type: "Polygon";
  /** One closed ring, counter-clockwise. */
  coordinates: Position[][];
}

export type Site = Pick<Neighborhood, "id" | "borough" | "lat" | "lon" | "radiusM">;

/** Metres on the plane of one borough. */
type Vertex = readonly [x: number, y: number];

const SIDES = 24;
const REACH = 2.2;
const DECIMALS = 5;
/** Far beyond every cell that is clipped, so that the diagram's own border never shows. */
const MARGIN_M = 50_000;

/**
 * The map shape of each neighbourhood (search §3): its Voronoi cell among the centroids of its borough, clipped to a 24-gon of 2.2 times
 * its radius. Deterministic. Sites of one borough must not coincide.
 */
export function neighborhoodShapes(sites: readonly Site[]): ReadonlyMap<string, Polygon> {
  const shapes = new Map<string, Polygon>();
  for (const borough of Map.groupBy(sites, (site) => site.borough).values()) {
    const plane = projectionAround(borough);
    const centers = borough.map(plane.toPlane);
    const diagram = Delaunay.from(centers as [number, number][]).voronoi(boundsOf(centers));
    for (const [index, site] of borough.entries()) {
      const cell = counterClockwise(diagram.cellPolygon(index).slice(1));
      const ring = clipConvex(cell, circleAround(centers[index] ?? [0, 0], REACH * site.radiusM));
      shapes.set(site.id, { type: "Polygon", coordinates: [closedRing(ring.map(plane.toPosition))] });
    }
  }
  return shapes;
}

function projectionAround(sites: readonly Site[]) {
  const origin = meanPoint(sites);
  const perLon = METERS_PER_DEGREE * Math.cos((origin.lat * Math.PI) / 180);
  return {
    toPlane: ({ lat, lon }: Site): Vertex => [
      (lon - origin.lon) * perLon,
      (lat - origin.lat) * METERS_PER_DEGREE,
    ],
    toPosition: ([x, y]: Vertex): Position => [
      roundCoordinate(origin.lon + x / perLon, DECIMALS),
      roundCoordinate(origin.lat + y / METERS_PER_DEGREE, DECIMALS),
    ],
  };
}

function boundsOf(points: readonly Vertex[]): [number, number, number, number] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [
    Math.min(...xs) - MARGIN_M,
    Math.min(...ys) - MARGIN_M,
    Math.max(...xs) + MARGIN_M,
    Math.max(...ys) + MARGIN_M,
  ];
}

function circleAround([x, y]: Vertex, radius: number): Vertex[] {
  return Array.from({ length: SIDES }, (_, side) => {
    const angle = (2 * Math.PI * side) / SIDES;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** Cuts a convex polygon with each edge of another (Sutherland and Hodgman); both counter-clockwise, not closed. */
function clipConvex(subject: readonly Vertex[], clip: readonly Vertex[]): Vertex[] {
  let kept: Vertex[] = [...subject];
  for (const [index, from] of clip.entries()) {
    const to = clip[(index + 1) % clip.length] ?? from;
    const side = ([x, y]: Vertex) => (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
    const before = kept;
    kept = [];
    for (const [position, end] of before.entries()) {
      const start = before.at(position - 1) ?? end;
      const [startSide, endSide] = [side(start), side(end)];
      if (startSide >= 0 !== endSide >= 0) kept.push(between(start, end, startSide / (startSide - endSide)));
      if (endSide >= 0) kept.push(end);
    }
  }
  return kept;
}

function between([ax, ay]: Vertex, [bx, by]: Vertex, share: number): Vertex {
  return [ax + share * (bx - ax), ay + share * (by - ay)];
}

function counterClockwise(ring: readonly Vertex[]): Vertex[] {
  const doubledArea = ring.reduce((sum, [x, y], index) => {
    const [beforeX, beforeY] = ring.at(index - 1) ?? [x, y];
    return sum + beforeX * y - x * beforeY;
  }, 0);
  return doubledArea < 0 ? ring.toReversed() : [...ring];
}

/** Without the points that rounding made equal, and with the first one again at the end. */
function closedRing(ring: readonly Position[]): Position[] {
  const corners = ring.filter(([lon, lat], index) => {
    const [beforeLon, beforeLat] = ring.at(index - 1) ?? [lon, lat];
    return lon !== beforeLon || lat !== beforeLat;
  });
  return [...corners, ...corners.slice(0, 1)];
}
