import { z } from "zod";
import { AGE_GROUPS } from "./catalog.rules.ts";

/** A lesson is 30 to 240 minutes, in steps of 15. */
const duration = z.int().min(30).max(240).multipleOf(15);
const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");
const key = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, "must be lower-case words joined by underscores");
const name = z.string().trim().min(1).max(80);
const label = z.string().trim().min(1).max(40);
const order = z.int().min(1);
const ageGroups = unique(z.array(z.enum(AGE_GROUPS)).min(1));
const terms = unique(
  z.array(
    z
      .string()
      .min(1)
      .max(80)
      .refine((term) => term === term.trim().toLowerCase(), "must be lower case without outer spaces"),
  ),
);

const service = z.strictObject({
  name,
  slug,
  description: z.string().min(1).max(500).optional(),
  display_order: order,
  terms,
  age_groups: ageGroups,
  durations: unique(z.array(duration).min(1)),
  default_duration: duration,
  online: z.boolean(),
  certification: z.boolean(),
  related: unique(z.array(slug)),
});

const subcategory = z.strictObject({
  name,
  slug,
  display_order: order,
  terms,
  services: z.array(service),
  /** Filters of the category that offer fewer options here. */
  narrowed_filters: z.record(key, unique(z.array(key).min(1))).optional(),
});

const group = z.strictObject({ name, slug, age_groups: ageGroups });

const ofEveryCategory = {
  name,
  slug,
  subtitle: z.string().trim().min(1).max(28),
  icon: slug,
  display_order: order,
  terms,
};

const category = z.discriminatedUnion("virtual", [
  z.strictObject({
    ...ofEveryCategory,
    virtual: z.literal(false),
    filters: unique(z.array(key)),
    subcategories: z.array(subcategory).min(1),
  }),
  z.strictObject({
    ...ofEveryCategory,
    virtual: z.literal(true),
    groups: z.array(group).min(1),
    subcategories: z.array(z.never()),
  }),
]);

/** The shape of database/seeds/data/catalog.json; what its parts say about each other is checked by `findCatalogFaults`. */
export const catalogFile = z.strictObject({
  version: z.literal(1),
  note: z.string(),
  age_groups: z.array(
    z.strictObject({
      key: z.enum([...AGE_GROUPS, "seniors"]),
      label,
      ages: z.tuple([z.int().min(0), z.int().max(120)]),
      eligible_where: z.enum(AGE_GROUPS).optional(),
    }),
  ),
  filters: z.record(key, unique(z.array(key).min(1))),
  /** How filters and options are called where the key itself does not read well. */
  filter_labels: z.record(key, label),
  generic_tokens: terms,
  ambiguous_terms: z.record(z.string(), unique(z.array(slug).min(2))),
  categories: z.array(category).min(1),
});

export type CatalogFile = z.output<typeof catalogFile>;
export type FileCategory = CatalogFile["categories"][number];
export type FileSubcategory = z.output<typeof subcategory>;
export type FileService = z.output<typeof service>;

function unique<T extends z.ZodArray<z.ZodType<string | number>>>(list: T): T {
  return list.refine((items) => new Set(items).size === items.length, "must not repeat itself");
}
