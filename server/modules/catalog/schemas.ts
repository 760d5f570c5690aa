import { z } from "zod";
import { pageQuery } from "#platform/http/envelopes.ts";
import { cents, instant, ulid } from "#platform/http/wire-types.ts";
import { AGE_GROUPS, LESSON_TYPES, QUERY_AGE_GROUPS } from "./catalog.rules.ts";

const slug = () =>
  z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Write it as bass-guitar.")
    .meta({ examples: ["bass-guitar"] });
const count = () => z.int().min(0);
const minutes = () => z.int().min(30).max(240);
const ageGroups = () => z.array(z.enum(AGE_GROUPS));

export const slugParams = z.strictObject({ slug: slug() });
export const idParams = z.strictObject({ id: ulid() });
export const serviceParams = z.strictObject({ id_or_slug: z.union([ulid(), slug()]) });

export const servicesQuery = pageQuery.extend({
  q: z.string().trim().min(1).max(100).optional().describe("Part of a name or of another word for it."),
  category: slug().optional(),
  subcategory_id: ulid().optional(),
  age_group: z.enum(QUERY_AGE_GROUPS).optional(),
  has_instructors: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional(),
  lesson_type: z.enum(LESSON_TYPES).optional(),
});

export const topServicesQuery = z.strictObject({
  per_category: z.coerce.number().int().min(1).max(20).default(7),
});

const reference = z.object({ id: ulid(), slug: slug(), name: z.string() }).meta({ id: "CatalogReference" });

const priceBand = z
  .object({ min_cents: cents(), median_cents: cents(), max_cents: cents() })
  .describe("Hourly rates of live offerings.")
  .meta({ id: "PriceBand" });

const supply = { live_instructors: count(), price_band: priceBand.nullable() };

/** A service as a list of many shows it. */
const serviceNode = z
  .object({
    id: ulid(),
    slug: slug(),
    name: z.string(),
    terms: z.array(z.string()).describe("Other words for it, lower case."),
    age_groups: ageGroups(),
    can_be_online: z.boolean(),
    ...supply,
  })
  .meta({ id: "CatalogServiceNode" });

const serviceLink = z
  .object({ id: ulid(), slug: slug(), name: z.string(), live_instructors: count() })
  .meta({ id: "CatalogServiceLink" });

const subcategoryNode = z
  .object({ id: ulid(), slug: slug(), name: z.string(), services: z.array(serviceNode) })
  .meta({ id: "CatalogSubcategoryNode" });

const group = z
  .object({ slug: slug(), name: z.string(), age_groups: ageGroups(), services: z.array(serviceNode) })
  .meta({ id: "CatalogGroup" });

const ofCategory = {
  id: ulid(),
  slug: slug(),
  name: z.string(),
  subtitle: z.string().max(28),
  icon: z.string(),
  is_virtual: z.boolean().describe("Its services are those of other categories, in groups."),
  service_count: count(),
};

export const categorySummary = z.object(ofCategory).meta({ id: "CatalogCategory" });

export const categoryTree = z
  .object({ ...ofCategory, subcategories: z.array(subcategoryNode), groups: z.array(group) })
  .meta({ id: "CatalogCategoryTree" });

export const subcategoryDetail = z
  .object({
    id: ulid(),
    slug: slug(),
    name: z.string(),
    category: reference,
    services: z.array(serviceNode),
  })
  .meta({ id: "CatalogSubcategory" });

export const filterDefinition = z
  .object({
    key: z.string(),
    label: z.string(),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
  })
  .describe("Several options may be chosen.")
  .meta({ id: "CatalogFilter" });

const ofService = {
  id: ulid(),
  slug: slug(),
  name: z.string(),
  description: z.string().nullable(),
  category: reference,
  subcategory: reference,
  age_groups: ageGroups(),
  duration_options: z.array(minutes()).describe("Minutes."),
  default_duration_minutes: minutes(),
  can_be_online: z.boolean(),
  is_certification_required: z.boolean(),
  ...supply,
};

export const service = z.object(ofService).meta({ id: "CatalogService" });

export const serviceDetail = z
  .object({
    ...ofService,
    soonest_opening_at: instant().nullable(),
    related: z.array(serviceLink),
    filters: z.array(filterDefinition),
  })
  .meta({ id: "CatalogServiceDetail" });

export const topServicesOfCategory = z
  .object({ category: reference, services: z.array(serviceLink) })
  .meta({ id: "CatalogTopServices" });

export type CategorySummary = z.output<typeof categorySummary>;
export type CategoryTree = z.output<typeof categoryTree>;
export type SubcategoryDetail = z.output<typeof subcategoryDetail>;
export type Service = z.output<typeof service>;
export type ServiceDetail = z.output<typeof serviceDetail>;
export type TopServicesOfCategory = z.output<typeof topServicesOfCategory>;
export type ServiceNode = z.output<typeof serviceNode>;
export type ServiceLink = z.output<typeof serviceLink>;
export type Reference = z.output<typeof reference>;
