/** GeoJSON as `GET /geo/neighborhoods/polygons` sends it. */
export interface NeighborhoodShapes {
  readonly type: "FeatureCollection";
  readonly features: readonly NeighborhoodShape[];
}

export interface NeighborhoodShape {
  readonly type: "Feature";
  readonly properties: { readonly neighborhood_id: string; readonly name: string };
  readonly geometry: PolygonGeometry | MultiPolygonGeometry;
}

interface PolygonGeometry {
  readonly type: "Polygon";
  readonly coordinates: readonly Ring[];
}

interface MultiPolygonGeometry {
  readonly type: "MultiPolygon";
  readonly coordinates: readonly (readonly Ring[])[];
}

type Ring = readonly LonLat[];

/** Degrees, longitude first. */
export type LonLat = readonly [lon: number, lat: number];
