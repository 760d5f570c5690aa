import type { Cache } from "#platform/cache/cache.types.ts";
import { defineNamespace } from "#platform/cache/namespaces.ts";
import type { Database } from "#platform/database/database.types.ts";
import { type CatalogView, createCatalogView } from "./catalog-view.rules.ts";
import type { SupplyByService } from "./catalog.rules.ts";
import { readSnapshot } from "./catalog.repository.ts";
import type { Snapshot, SupplyReader } from "./catalog.types.ts";

/**
 * Tree, services, filters and popularity together, as one statement reads them, for the shortest of the lifetimes that search §2 gives
 * them (30 minutes of 1 hour). Dropped by `catalog.changed`.
 */
export const catalogNamespace = defineNamespace({ name: "catalog", version: 1, ttlSeconds: 1800 });
/** What changes with the instructors. */
export const supplyNamespace = defineNamespace({ name: "catalog:supply", version: 1, tier: "hot" });

export interface ReadCatalogDeps {
  readonly database: Pick<Database, "db">;
  readonly cache: Pick<Cache, "get">;
  readonly supply: SupplyReader;
}

export interface CatalogReader {
  snapshot(): Promise<Snapshot>;
  view(): Promise<CatalogView>;
}

/** One statement of ours at the first call and none while the cache holds; the supply is its reader's own statement. */
export function createCatalogReader({ database, cache, supply }: ReadCatalogDeps): CatalogReader {
  // The cache gives the same frozen object while its value holds, so what is derived from a pair of them holds as long.
  let last: { snapshot: Snapshot; supply: SupplyByService; view: CatalogView } | null = null;
  const snapshot = () => cache.get(catalogNamespace, [], () => readSnapshot(database.db));
  const currentSupply = () =>
    cache.get<SupplyByService>(supplyNamespace, [], async () =>
      Object.fromEntries(await supply.liveCountsByService()),
    );
  return {
    snapshot,
    async view() {
      const [now, live] = await Promise.all([snapshot(), currentSupply()]);
      if (last?.snapshot !== now || last.supply !== live) {
        last = { snapshot: now, supply: live, view: createCatalogView(now, live) };
      }
      return last.view;
    },
  };
}
