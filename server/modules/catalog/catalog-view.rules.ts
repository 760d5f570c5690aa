import { type Page, toPage } from "#platform/http/envelopes.ts";
import {
  type EffectiveFilter,
  effectiveFilters,
  liveFirst,
  passesFilter,
  type ServiceFilter,
  type SupplyByService,
  supplyOf,
  topServices,
} from "./catalog.rules.ts";
import type { Snapshot, SnapshotCategory, SnapshotService, SnapshotSubcategory } from "./catalog.types.ts";
import type {
  CategorySummary,
  CategoryTree,
  Reference,
  Service,
  ServiceDetail,
  ServiceLink,
  ServiceNode,
  SubcategoryDetail,
  TopServicesOfCategory,
} from "./schemas.ts";

export interface ServiceSelection extends ServiceFilter {
  readonly category?: string | undefined;
  readonly subcategory_id?: string | undefined;
}

/** The catalogue with today's supply, in wire form. Made once per change of either, so that an answer is a look-up. */
export interface CatalogView {
  readonly categories: readonly CategorySummary[];
  /** The whole tree as one page. */
  readonly browse: Page<CategoryTree>;
  findCategory(slug: string): CategoryTree | undefined;
  findSubcategory(id: string): SubcategoryDetail | undefined;
  /** The filters in force; undefined for an unknown subcategory. */
  findFilters(subcategoryId: string): readonly EffectiveFilter[] | undefined;
  findService(idOrSlug: string): ServiceDetail | undefined;
  /** By category, then `display_order`. */
  selectServices(selection: ServiceSelection): readonly Service[];
  topServices(perCategory: number): Page<TopServicesOfCategory>;
}

export function createCatalogView(snapshot: Snapshot, supply: SupplyByService): CatalogView {
  const context = createContext(snapshot, supply);
  const trees = snapshot.categories.map((category) => toTree(category, context));
  const treeBySlug = new Map(trees.map((tree) => [tree.slug, tree]));
  const subcategories = new Map(
    [...context.subcategories.values()].map((subcategory) => [
      subcategory.id,
      toSubcategory(subcategory, context),
    ]),
  );
  const details = new Map<string, ServiceDetail>();
  const listed = new Map<string, Service>();
  const capsules = new Map<number, Page<TopServicesOfCategory>>();
  for (const service of snapshot.services) {
    const entry = toService(service, context);
    const detail = toDetail(entry, service, context);
    listed.set(service.id, entry);
    details.set(service.id, detail).set(service.slug, detail);
  }
  return {
    browse: whole(trees),
    categories: trees.map(({ subcategories: _inside, groups: _groups, ...summary }) => summary),
    findCategory: (slug) => treeBySlug.get(slug),
    findSubcategory: (id) => subcategories.get(id),
    findFilters: (id) => context.filters.get(id),
    findService: (idOrSlug) => details.get(idOrSlug),
    selectServices: ({ category, subcategory_id, ...filter }) =>
      servicesIn(category, context)
        .filter((service) => subcategory_id === undefined || service.subcategory_id === subcategory_id)
        .filter((service) => passesFilter(service, filter, supply))
        .flatMap((service) => listed.get(service.id) ?? []),
    topServices(perCategory) {
      const page = capsules.get(perCategory) ?? whole(toCapsules(perCategory, context));
      capsules.set(perCategory, page);
      return page;
    },
  };
}

interface Context {
  readonly snapshot: Snapshot;
  readonly supply: SupplyByService;
  readonly subcategories: ReadonlyMap<string, SnapshotSubcategory>;
  readonly categoryById: ReadonlyMap<string, SnapshotCategory>;
  readonly serviceById: ReadonlyMap<string, SnapshotService>;
  /** By subcategory id. */
  readonly filters: ReadonlyMap<string, EffectiveFilter[]>;
  inCategory(category: SnapshotCategory): readonly SnapshotService[];
}

function createContext(snapshot: Snapshot, supply: SupplyByService): Context {
  const subcategories = new Map(snapshot.subcategories.map((one) => [one.id, one]));
  const own = Map.groupBy(
    snapshot.services,
    (service) => subcategories.get(service.subcategory_id)?.category_id,
  );
  return {
    snapshot,
    supply,
    subcategories,
    categoryById: new Map(snapshot.categories.map((one) => [one.id, one])),
    serviceById: new Map(snapshot.services.map((one) => [one.id, one])),
    filters: new Map(
      snapshot.subcategories.map(({ id, filters }) => [id, effectiveFilters(filters, snapshot.filters)]),
    ),
    inCategory: (category) =>
      category.is_virtual
        ? snapshot.services.filter((service) => category.groups.some((group) => isInGroup(service, group)))
        : (own.get(category.id) ?? []),
  };
}

function isInGroup(service: SnapshotService, group: { readonly age_groups: readonly string[] }): boolean {
  return service.age_groups.some((age) => group.age_groups.includes(age));
}

function servicesIn(slug: string | undefined, context: Context): readonly SnapshotService[] {
  if (slug === undefined) return context.snapshot.services;
  const category = context.snapshot.categories.find((one) => one.slug === slug);
  return category === undefined ? [] : context.inCategory(category);
}

function toTree(category: SnapshotCategory, context: Context): CategoryTree {
  const { id, slug, name, subtitle, icon, is_virtual } = category;
  const services = context.inCategory(category);
  return {
    id,
    slug,
    name,
    subtitle,
    icon,
    is_virtual,
    service_count: services.length,
    subcategories: context.snapshot.subcategories
      .filter((subcategory) => subcategory.category_id === id)
      .map((subcategory) => ({
        id: subcategory.id,
        slug: subcategory.slug,
        name: subcategory.name,
        services: toNodes(
          services.filter((service) => service.subcategory_id === subcategory.id),
          context,
        ),
      })),
    groups: category.groups.map((group) => ({
      slug: group.slug,
      name: group.name,
      age_groups: group.age_groups as ServiceNode["age_groups"],
      services: toNodes(
        services.filter((service) => isInGroup(service, group)),
        context,
      ),
    })),
  };
}

function toCapsules(perCategory: number, context: Context): TopServicesOfCategory[] {
  return context.snapshot.categories.map((category) => ({
    category: toReference(category),
    services: topServices(context.inCategory(category), context.supply, perCategory).map((service) =>
      toLink(service, context),
    ),
  }));
}

function toSubcategory(subcategory: SnapshotSubcategory, context: Context): SubcategoryDetail {
  const { id, slug, name, category_id } = subcategory;
  return {
    id,
    slug,
    name,
    category: toReference(known(context.categoryById, category_id)),
    services: toNodes(
      context.snapshot.services.filter((service) => service.subcategory_id === id),
      context,
    ),
  };
}

function toNodes(services: readonly SnapshotService[], context: Context): ServiceNode[] {
  return liveFirst(services, context.supply).map((service) => ({
    id: service.id,
    slug: service.slug,
    name: service.name,
    terms: [...service.terms],
    age_groups: service.age_groups as ServiceNode["age_groups"],
    can_be_online: service.online,
    ...liveFacts(service, context),
  }));
}

function toService(service: SnapshotService, context: Context): Service {
  const subcategory = known(context.subcategories, service.subcategory_id);
  return {
    id: service.id,
    slug: service.slug,
    name: service.name,
    description: service.description,
    category: toReference(known(context.categoryById, subcategory.category_id)),
    subcategory: toReference(subcategory),
    age_groups: service.age_groups as Service["age_groups"],
    duration_options: [...service.durations],
    default_duration_minutes: service.default_duration,
    can_be_online: service.online,
    is_certification_required: service.certification,
    ...liveFacts(service, context),
  };
}

function toDetail(entry: Service, service: SnapshotService, context: Context): ServiceDetail {
  return {
    ...entry,
    soonest_opening_at: supplyOf(context.supply, service).soonest_opening_at,
    related: service.related_ids.flatMap((id) => {
      const related = context.serviceById.get(id);
      return related === undefined ? [] : [toLink(related, context)];
    }),
    filters: context.filters.get(service.subcategory_id) ?? [],
  };
}

function toLink(service: SnapshotService, { supply }: Context): ServiceLink {
  const { id, slug, name } = service;
  return { id, slug, name, live_instructors: supplyOf(supply, service).live_instructors };
}

function liveFacts(service: SnapshotService, { supply }: Context) {
  const { live_instructors, price_band } = supplyOf(supply, service);
  return { live_instructors, price_band };
}

function toReference({ id, slug, name }: Reference): Reference {
  return { id, slug, name };
}

/** A short list that has no second page. */
function whole<T>(items: readonly T[]): Page<T> {
  return toPage(items, items.length, { page: 1, per_page: Math.max(1, items.length) });
}

function known<T>(things: ReadonlyMap<string, T>, id: string): T {
  const thing = things.get(id);
  if (thing === undefined) throw new Error(`the catalogue refers to ${id}, which it does not hold`);
  return thing;
}
