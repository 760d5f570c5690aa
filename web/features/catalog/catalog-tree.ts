import type { components } from "../../lib/api/schema.gen.d.ts";

type Schemas = components["schemas"];
export type CategoryTree = Schemas["CatalogCategoryTree"];
export type ServiceNode = Schemas["CatalogServiceNode"];
export type ServiceDetail = Schemas["CatalogServiceDetail"];

/** A service and the category whose path its page has. */
export interface ListedService extends ServiceNode {
  readonly home: string;
}

/** Services under one heading. */
export interface ServiceGroup {
  readonly slug: string;
  readonly name: string;
  readonly services: readonly ListedService[];
}

export interface CatalogColumn {
  readonly slug: string;
  readonly name: string;
  readonly icon: string;
  readonly groups: readonly ServiceGroup[];
}

/**
 * A category with its parts or, when it is virtual, its groups. Services of groups live in one of `categories`; of one that is not among
 * them the page's address begins with this category, and the page sends it on to the right one.
 */
export function columnOf(category: CategoryTree, categories: readonly CategoryTree[]): CatalogColumn {
  const { slug, name, icon, subcategories, groups } = category;
  const homes = new Map(
    categories.flatMap((one) =>
      one.subcategories.flatMap(({ services }) => services.map(({ id }) => [id, one.slug] as const)),
    ),
  );
  return {
    slug,
    name,
    icon,
    groups: [...subcategories, ...groups].map((part) => ({
      slug: part.slug,
      name: part.name,
      services: part.services.map((service) => ({ ...service, home: homes.get(service.id) ?? slug })),
    })),
  };
}

/** How many different services the columns show; one may stand in two of them. */
export function countServices(columns: readonly CatalogColumn[]): number {
  return new Set(allServices(columns).map(({ id }) => id)).size;
}

/** Whether anybody teaches anything yet. */
export function hasInstructors(columns: readonly CatalogColumn[]): boolean {
  return allServices(columns).some(({ live_instructors }) => live_instructors > 0);
}

/** The services that have every word of the query in their name, another word for them, or the headings above them. */
export function filterColumns(columns: readonly CatalogColumn[], query: string): readonly CatalogColumn[] {
  const words = comparable(query).split(" ").filter(Boolean);
  if (words.length === 0) return columns;
  return columns.flatMap((column) => {
    const groups = column.groups.flatMap((group) => {
      const services = group.services.filter((service) => {
        const text = comparable([service.name, ...service.terms, group.name, column.name].join(" "));
        return words.every((word) => text.includes(word));
      });
      return services.length > 0 ? [{ ...group, services }] : [];
    });
    return groups.length > 0 ? [{ ...column, groups }] : [];
  });
}

function allServices(columns: readonly CatalogColumn[]): readonly ServiceNode[] {
  return columns.flatMap(({ groups }) => groups.flatMap(({ services }) => services));
}

function comparable(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .trim()
    .replaceAll(/\s+/g, " ");
}
