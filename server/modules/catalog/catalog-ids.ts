import { uuidToUlid } from "#common/ids.ts";
import { uuidV5 } from "#platform/ids/ids.ts";

/** Never changed: ids of the catalogue in every database are derived from it. */
const CATALOG_NAMESPACE = "5d0a7c0e-9b0f-5c1e-8a53-3f6f0c1d7e42";

export type CatalogThing = "category" | "subcategory" | "service" | "filter";

/** The id of a row that comes from the file: the same on every tier and after every reset, so that links to it live on. */
export function catalogId(thing: CatalogThing, naturalKey: string): string {
  return uuidToUlid(uuidV5(CATALOG_NAMESPACE, `${thing}:${naturalKey}`));
}
