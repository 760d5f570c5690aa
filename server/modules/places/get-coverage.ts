import type { Cache } from "#platform/cache/cache.types.ts";
import { defineNamespace } from "#platform/cache/namespaces.ts";
import type { Database } from "#platform/database/database.types.ts";
import { placeSet } from "./neighborhood.rules.ts";
import { listShapesOf } from "./places.repository.ts";
import type { PlacesReader } from "./read-places.ts";
import type { Coverage } from "./schemas.ts";

const coverageNamespace = defineNamespace({ name: "places:coverage", version: 1, tier: "hot" });

/** Where instructors teach; answered by a module above this one. */
export interface CoverageReader {
  /** The neighbourhoods that each of these picked; live instructors only, in any order. */
  pickedNeighborhoods(
    instructorIds: readonly string[],
  ): Promise<readonly { readonly instructorId: string; readonly neighborhoodIds: readonly string[] }[]>;
}

export interface CoverageDeps {
  readonly database: Pick<Database, "db">;
  readonly cache: Pick<Cache, "get" | "invalidate">;
  readonly places: Pick<PlacesReader, "index">;
  readonly reader: CoverageReader;
}

export interface CoverageMap {
  /** The cells that at least one of the instructors serves, with their children, by id (search §3 "Coverage map"). */
  coverage(instructorIds: readonly string[]): Promise<Coverage>;
  /** Call after a service area has changed. */
  invalidateCoverage(): Promise<void>;
}

export function createCoverageMap({ database, cache, places, reader }: CoverageDeps): CoverageMap {
  async function load(instructorIds: readonly string[]): Promise<Coverage> {
    const picked = await reader.pickedNeighborhoods(instructorIds);
    const { gazetteer } = await places.index();
    const servedBy = new Map<string, Set<string>>();
    for (const { instructorId, neighborhoodIds } of picked) {
      for (const id of neighborhoodIds.flatMap((one) => placeSet(gazetteer, one) ?? [])) {
        servedBy.set(id, (servedBy.get(id) ?? new Set()).add(instructorId));
      }
    }
    if (servedBy.size === 0) return { type: "FeatureCollection", features: [] };
    const shapes = await listShapesOf(database.db, [...servedBy.keys()]);
    return {
      type: "FeatureCollection",
      features: shapes.map(({ id, name, geometry }) => ({
        type: "Feature",
        id,
        properties: {
          neighborhood_id: id,
          name,
          instructor_ids: [...(servedBy.get(id) ?? [])].toSorted(),
        },
        geometry,
      })),
    };
  }

  return {
    async coverage(instructorIds) {
      const ids = [...new Set(instructorIds)].toSorted();
      return cache.get(coverageNamespace, ids, () => load(ids));
    },
    invalidateCoverage: () => cache.invalidate(coverageNamespace),
  };
}
