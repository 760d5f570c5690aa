import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { ServiceSelection } from "./catalog-view.rules.ts";
import { createVocabulary, type Vocabulary } from "./catalog-vocabulary.rules.ts";
import { type FilterSelections, findSelectionFaults, type SelectionFault } from "./catalog.rules.ts";
import type { Snapshot, SupplyReader } from "./catalog.types.ts";
import { notInCatalog } from "./errors.ts";
import { type CatalogChanges, createCatalogChanges, type PublishChangesDeps } from "./publish-changes.ts";
import { createCatalogReader, type ReadCatalogDeps } from "./read-catalog.ts";
import { catalogRoutes } from "./routes.ts";
import type { CategoryTree, Service, ServiceDetail } from "./schemas.ts";

export { writeCatalog } from "./write-catalog.ts";
export type { SupplyReader } from "./catalog.types.ts";
export type { FilterSelections, SelectionFault } from "./catalog.rules.ts";
export type { Vocabulary } from "./catalog-vocabulary.rules.ts";
export type { ServiceSelection } from "./catalog-view.rules.ts";
export type { CategoryTree, Service, ServiceDetail } from "./schemas.ts";

export interface CatalogDeps
  extends PublishChangesDeps,
    Omit<ReadCatalogDeps, "supply" | "database" | "cache"> {
  readonly database: PublishChangesDeps["database"] & ReadCatalogDeps["database"];
  readonly cache: PublishChangesDeps["cache"] & ReadCatalogDeps["cache"];
  /** Who teaches what; nobody until there is a module that knows. */
  readonly supply?: SupplyReader;
}

/**
 * What can be taught (search §2). The reads come from the cache, so none may be called inside a transaction; what they return is shared:
 * copy before you sort.
 */
export interface Catalog extends CatalogChanges {
  /** @throws Problem 404 `not_found` for a service that does not exist or is no longer offered */
  getService(idOrSlug: string): Promise<ServiceDetail>;
  /** In display order; unknown categories and subcategories hold nothing. */
  listServices(selection?: ServiceSelection): Promise<readonly Service[]>;
  /** The seven categories with subcategories or groups, and services: live ones first, then in editorial order. */
  tree(): Promise<readonly CategoryTree[]>;
  vocabulary(): Promise<Vocabulary>;
  /**
   * What is wrong with chosen filter options of a service; empty when nothing is. Pointers start at the selections.
   * @throws Problem 404 as `getService`
   */
  validateFilterSelections(
    idOrSlug: string,
    selections: FilterSelections,
  ): Promise<readonly SelectionFault[]>;
  readonly routes: FastifyPluginAsyncZod;
}

const NOBODY: SupplyReader = { liveCountsByService: async () => new Map() };

export function createCatalog({ supply = NOBODY, ...deps }: CatalogDeps): Catalog {
  const reader = createCatalogReader({ ...deps, supply });
  const changes = createCatalogChanges(deps);
  const vocabularies = new WeakMap<Snapshot, Vocabulary>();

  async function getService(idOrSlug: string): Promise<ServiceDetail> {
    const service = (await reader.view()).findService(idOrSlug);
    if (service === undefined) throw notInCatalog("service");
    return service;
  }

  return {
    ...changes,
    getService,
    listServices: async (selection = {}) => (await reader.view()).selectServices(selection),
    tree: async () => (await reader.view()).browse.items,
    async vocabulary() {
      const snapshot = await reader.snapshot();
      const vocabulary = vocabularies.get(snapshot) ?? createVocabulary(snapshot);
      vocabularies.set(snapshot, vocabulary);
      return vocabulary;
    },
    validateFilterSelections: async (idOrSlug, selections) =>
      findSelectionFaults((await getService(idOrSlug)).filters, selections),
    async routes(app) {
      // A seed may have changed the catalogue before this process started.
      app.addHook("onListen", () => changes.announce());
      await app.register(catalogRoutes(reader));
    },
  };
}
