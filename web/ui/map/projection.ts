import { type GeoPermissibleObjects, geoArea, geoMercator, geoPath } from "d3-geo";
import type { LonLat, NeighborhoodShape, NeighborhoodShapes } from "./neighborhood-shapes.ts";

/** Where a map opens that has nothing to show yet. */
export const CITY_CENTER: LonLat = [-73.9712, 40.7831];

/** World units: about 5 m of New York each, so that whole numbers are fine enough and paths stay short. */
const UNITS_PER_RADIAN = 1_000_000;

const mercator = geoMercator()
  .center([...CITY_CENTER])
  .scale(UNITS_PER_RADIAN)
  .translate([0, 0]);
const path = geoPath(mercator).digits(0);

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box in world units. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One neighbourhood, ready to draw in world units. */
export interface Area {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly center: Point;
  readonly bounds: Bounds;
}

/** A place of the earth in world units; y grows to the south. */
export function project([lon, lat]: LonLat): Point {
  const [x = 0, y = 0] = mercator([lon, lat]) ?? [];
  return { x, y };
}

/** Draws every shape once; the view is a transformation on top. */
export function drawAreas(shapes: NeighborhoodShapes): Area[] {
  return shapes.features.map((shape) => {
    const drawn = windForDrawing(shape);
    const [x, y] = path.centroid(drawn);
    const [[left, top], [right, bottom]] = path.bounds(drawn);
    const { neighborhood_id: id, name } = shape.properties;
    return { id, name, path: path(drawn) ?? "", center: { x, y }, bounds: { left, top, right, bottom } };
  });
}

/** The box around all of them; null for none. */
export function unionBounds(boxes: readonly Bounds[]): Bounds | null {
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** d3-geo takes rings clockwise, GeoJSON winds them the other way, and the wrong way means the rest of the earth. */
function windForDrawing({ geometry }: NeighborhoodShape): GeoPermissibleObjects {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const plain = polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]): Position => [lon, lat])));
  if (geoArea({ type: "MultiPolygon", coordinates: plain }) > 2 * Math.PI) {
    for (const ring of plain.flat()) ring.reverse();
  }
  return { type: "MultiPolygon", coordinates: plain };
}

type Position = [lon: number, lat: number];
