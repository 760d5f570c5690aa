import type { Cache } from "#platform/cache/cache.types.ts";
import { defineNamespace } from "#platform/cache/namespaces.ts";
import type { Database } from "#platform/database/database.types.ts";
import { type Page, toPage } from "#platform/http/envelopes.ts";
import type { BoroughName } from "./borough.rules.ts";
import type { Gazetteer } from "./gazetteer.types.ts";
import { indexPlaces, type PlaceIndex } from "./place-index.ts";
import { findGazetteer, listBoroughShapes } from "./places.repository.ts";
import type { BoroughNode, NeighborhoodPolygons } from "./schemas.ts";

const METRO = "nyc";

const gazetteerNamespace = defineNamespace({ name: "places", version: 1, tier: "cold" });
const shapesNamespace = defineNamespace({ name: "places:shapes", version: 1, tier: "cold" });

export interface PlacesReaderDeps {
  readonly database: Pick<Database, "db">;
  readonly cache: Pick<Cache, "get" | "invalidate">;
}

export interface PlacesReader {
  index(): Promise<PlaceIndex>;
  /** The selector's tree, whole: boroughs in their own order, names in alphabetical order. The same object while the data holds. */
  tree(): Promise<Page<BoroughNode>>;
  polygons(borough: BoroughName): Promise<NeighborhoodPolygons>;
  /** Every process reads the tables again. */
  invalidate(): Promise<void>;
}

/** Place data through the cache: one statement when it is cold, none when it is warm (operations §7). */
export function createPlacesReader({ database, cache }: PlacesReaderDeps): PlacesReader {
  const derived = new WeakMap<Gazetteer, { index: PlaceIndex; tree: Page<BoroughNode> }>();

  async function read() {
    const gazetteer = await cache.get(gazetteerNamespace, [METRO], () => findGazetteer(database.db, METRO));
    if (gazetteer === null) throw new Error("there is no place data: run the system seed");
    // The cache gives the same frozen object as long as its value holds.
    const known = derived.get(gazetteer) ?? { index: indexPlaces(gazetteer), tree: treeOf(gazetteer) };
    derived.set(gazetteer, known);
    return known;
  }

  return {
    index: async () => (await read()).index,
    tree: async () => (await read()).tree,
    polygons: (borough) =>
      cache.get(shapesNamespace, [METRO, borough], async () => {
        const rows = await listBoroughShapes(database.db, METRO, borough);
        return {
          type: "FeatureCollection" as const,
          features: rows.map(({ id, name, geometry }) => ({
            type: "Feature" as const,
            id,
            properties: { neighborhood_id: id, name },
            geometry,
          })),
        };
      }),
    async invalidate() {
      await Promise.all([gazetteerNamespace, shapesNamespace].map((one) => cache.invalidate(one)));
    },
  };
}

function treeOf({ boroughs, neighborhoods, areas }: Gazetteer): Page<BoroughNode> {
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  const nodes = boroughs.map(({ name, slug }) => ({
    name,
    slug,
    neighborhoods: neighborhoods
      .filter((one) => one.borough === name)
      .map((one) => ({ id: one.id, name: one.name, lat: one.lat, lon: one.lon, includes: [...one.includes] }))
      .toSorted(byName),
    areas: areas
      .filter((one) => one.borough === name)
      .map((one) => ({ id: one.id, name: one.name, neighborhood_ids: [...one.neighborhoodIds] }))
      .toSorted(byName),
  }));
  return toPage(nodes, nodes.length, { page: 1, per_page: nodes.length });
}
