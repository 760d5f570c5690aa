import { z } from "zod";
import type { Tx } from "#platform/database/database.types.ts";
import { filterLabel, findCatalogFaults, placedServices } from "./catalog-file.rules.ts";
import { type CatalogFile, catalogFile, type FileSubcategory } from "./catalog-file.schemas.ts";
import { catalogId } from "./catalog-ids.ts";
import * as seed from "./catalog-seed.repository.ts";
import { lockCatalog, raiseVersion } from "./catalog-version.repository.ts";
import { CatalogFileError } from "./errors.ts";

/**
 * Reads the content of catalog.json (search §1).
 * @throws CatalogFileError with every fault of its shape or, when that is right, of what its parts say about each other
 */
export function readCatalogFile(content: unknown): CatalogFile {
  const result = catalogFile.safeParse(content);
  if (!result.success) {
    throw new CatalogFileError(
      result.error.issues.map(({ path, message }) => `${z.core.toDotPath(path) || "the file"}: ${message}`),
    );
  }
  const faults = findCatalogFaults(result.data);
  if (faults.length > 0) throw new CatalogFileError(faults);
  return result.data;
}

/**
 * Brings the catalogue to what the file says (operations §5.4): upserts by slug, deactivates what left it, leaves alone what staff took
 * over. Writing the same file again changes nothing. Writers wait for each other.
 * @returns the number of rows changed
 * @throws CatalogFileError before anything is written
 */
export async function writeCatalog(tx: Tx, content: unknown): Promise<number> {
  const file = readCatalogFile(content);
  await lockCatalog(tx);
  // In the order of the foreign keys.
  const counts = [
    await seed.writeCategories(tx, file.categories.map(toCategory)),
    await seed.writeGroups(tx, groupsOf(file)),
    await seed.writeSubcategories(tx, subcategoriesOf(file).map(toSubcategory)),
    await seed.writeServices(tx, servicesOf(file)),
    await seed.writeRelations(tx, relationsOf(file)),
    await seed.writeFilters(tx, filtersOf(file)),
    await seed.writeFilterOptions(tx, filterOptionsOf(file)),
    await seed.writeSubcategoryFilters(tx, subcategoryFiltersOf(file)),
    await seed.writeAmbiguousTerms(tx, ambiguousTermsOf(file)),
    await seed.writeGenericTokens(tx, file.generic_tokens),
  ];
  const changed = counts.reduce((sum, count) => sum + count, 0);
  if (changed > 0) await raiseVersion(tx);
  return changed;
}

interface PlacedSubcategory {
  readonly category: string;
  readonly subcategory: FileSubcategory;
  readonly filters: readonly string[];
}

function subcategoriesOf(file: CatalogFile): PlacedSubcategory[] {
  return file.categories.flatMap((category) =>
    category.virtual
      ? []
      : category.subcategories.map((subcategory) => ({
          category: category.slug,
          subcategory,
          filters: category.filters,
        })),
  );
}

function toCategory(category: CatalogFile["categories"][number]): seed.CategoryRow {
  const { slug, name, subtitle, icon, terms, display_order } = category;
  return {
    id: catalogId("category", slug),
    slug,
    name,
    subtitle,
    icon,
    terms,
    display_order,
    is_virtual: category.virtual,
  };
}

function toSubcategory({ category, subcategory }: PlacedSubcategory): seed.SubcategoryRow {
  const { slug, name, terms, display_order } = subcategory;
  return { id: catalogId("subcategory", slug), category, slug, name, terms, display_order };
}

function groupsOf(file: CatalogFile): seed.GroupRow[] {
  return file.categories.flatMap((category) =>
    category.virtual
      ? category.groups.map((group, index) => ({
          category: category.slug,
          ...group,
          display_order: index + 1,
        }))
      : [],
  );
}

function servicesOf(file: CatalogFile): seed.ServiceRow[] {
  return placedServices(file).map(
    ({ subcategory, service: { related: _related, description, ...service } }) => ({
      id: catalogId("service", service.slug),
      subcategory: subcategory.slug,
      description: description ?? null,
      ...service,
    }),
  );
}

function relationsOf(file: CatalogFile): seed.RelationRow[] {
  return placedServices(file).flatMap(({ service }) =>
    service.related.map((related, index) => ({ service: service.slug, related, display_order: index + 1 })),
  );
}

function ambiguousTermsOf(file: CatalogFile): { term: string; service: string }[] {
  return Object.entries(file.ambiguous_terms).flatMap(([term, slugs]) =>
    slugs.map((service) => ({ term, service })),
  );
}

function filtersOf(file: CatalogFile): seed.FilterRow[] {
  return Object.keys(file.filters).map((key) => ({
    id: catalogId("filter", key),
    key,
    label: filterLabel(file, key),
  }));
}

function filterOptionsOf(file: CatalogFile): seed.FilterOptionRow[] {
  return Object.entries(file.filters).flatMap(([filter, values]) =>
    values.map((value, index) => ({
      filter,
      value,
      label: filterLabel(file, value),
      display_order: index + 1,
    })),
  );
}

function subcategoryFiltersOf(file: CatalogFile): seed.SubcategoryFilterRow[] {
  return subcategoriesOf(file).flatMap(({ subcategory, filters }) =>
    filters.map((filter, index) => ({
      subcategory: subcategory.slug,
      filter,
      display_order: index + 1,
      narrowed_to: subcategory.narrowed_filters?.[filter] ?? null,
    })),
  );
}
