import type { CatalogFile, FileCategory, FileService, FileSubcategory } from "./catalog-file.schemas.ts";

/** A service of the file with where it stands. */
export interface PlacedService {
  readonly category: FileCategory;
  readonly subcategory: FileSubcategory;
  readonly service: FileService;
}

export function placedServices(file: CatalogFile): PlacedService[] {
  return file.categories.flatMap((category) =>
    category.subcategories.flatMap((subcategory: FileSubcategory) =>
      subcategory.services.map((service) => ({ category, subcategory, service })),
    ),
  );
}

/**
 * What the parts of the file say about each other (search §1 "Catalogue rules").
 * @returns one line per fault, all at once; empty for a good file
 */
export function findCatalogFaults(file: CatalogFile): string[] {
  const placed = placedServices(file);
  return [
    ...slugFaults(file, placed),
    ...orderFaults(file),
    ...placed.flatMap(({ service }) => serviceFaults(service)),
    ...relationFaults(placed),
    ...termFaults(file, placed),
    ...ambiguityFaults(file, placed),
    ...filterFaults(file),
  ];
}

function slugFaults(file: CatalogFile, placed: readonly PlacedService[]): string[] {
  const subcategories = file.categories.flatMap((category) => category.subcategories as FileSubcategory[]);
  return [
    ...repeated(file.categories.map(({ slug }) => slug)).map((slug) => `two categories are called ${slug}`),
    ...repeated(subcategories.map(({ slug }) => slug)).map((slug) => `two subcategories are called ${slug}`),
    ...repeated(placed.map(({ service }) => service.slug)).map((slug) => `two services are called ${slug}`),
  ];
}

function orderFaults(file: CatalogFile): string[] {
  const faults = repeated(file.categories.map((category) => category.display_order)).map(
    (order) => `two categories have display_order ${order}`,
  );
  for (const { slug, subcategories } of file.categories) {
    const inside: readonly FileSubcategory[] = subcategories;
    const services = inside.flatMap((subcategory) => subcategory.services);
    for (const order of repeated(inside.map((subcategory) => subcategory.display_order)))
      faults.push(`two subcategories of ${slug} have display_order ${order}`);
    for (const order of repeated(services.map((service) => service.display_order)))
      faults.push(`two services of ${slug} have display_order ${order}`);
  }
  return faults;
}

function serviceFaults({ slug, durations, default_duration }: FileService): string[] {
  return durations.includes(default_duration)
    ? []
    : [`service ${slug}: its default duration ${default_duration} is not among its durations`];
}

function relationFaults(placed: readonly PlacedService[]): string[] {
  const known = new Set(placed.map(({ service }) => service.slug));
  return placed.flatMap(({ service: { slug, related } }) =>
    related.flatMap((other) => {
      if (other === slug) return [`service ${slug} is related to itself`];
      return known.has(other) ? [] : [`service ${slug} is related to ${other}, which does not exist`];
    }),
  );
}

/** A term that fits two levels means the lower one; within a level it must mean one thing. */
function termFaults(file: CatalogFile, placed: readonly PlacedService[]): string[] {
  const subcategories = file.categories.flatMap((category) => category.subcategories as FileSubcategory[]);
  const levels = {
    services: placed.map(({ service }) => service),
    subcategories,
    categories: file.categories,
  };
  return Object.entries(levels).flatMap(([level, things]) => {
    const owners = new Map<string, string>();
    return things.flatMap(({ slug, name, terms }) =>
      [...new Set([name.toLowerCase(), ...terms])].flatMap((term) => {
        const owner = owners.get(term);
        owners.set(term, slug);
        return owner === undefined
          ? []
          : [`the term "${term}" belongs to two ${level}: ${owner} and ${slug}`];
      }),
    );
  });
}

function ambiguityFaults(file: CatalogFile, placed: readonly PlacedService[]): string[] {
  const known = new Set(placed.map(({ service }) => service.slug));
  return Object.entries(file.ambiguous_terms).flatMap(([term, slugs]) => [
    ...(term === term.trim().toLowerCase() ? [] : [`the ambiguous term "${term}" must be lower case`]),
    ...slugs
      .filter((slug) => !known.has(slug))
      .map((slug) => `the ambiguous term "${term}" means ${slug}, which does not exist`),
  ]);
}

function filterFaults(file: CatalogFile): string[] {
  const named = new Set([...Object.keys(file.filters), ...Object.values(file.filters).flat()]);
  const faults = Object.keys(file.filter_labels)
    .filter((key) => !named.has(key))
    .map((key) => `filter_labels names ${key}, which is neither a filter nor an option`);
  for (const category of file.categories) {
    if (category.virtual) continue;
    for (const key of category.filters)
      if (file.filters[key] === undefined)
        faults.push(`category ${category.slug} has the filter ${key}, which does not exist`);
    for (const { slug, narrowed_filters = {} } of category.subcategories)
      for (const [key, options] of Object.entries(narrowed_filters)) {
        if (!category.filters.includes(key))
          faults.push(`subcategory ${slug} narrows ${key}, which its category does not have`);
        for (const option of options)
          if (!file.filters[key]?.includes(option))
            faults.push(`subcategory ${slug} narrows ${key} to ${option}, which is not an option`);
      }
  }
  return faults;
}

/** `middle_school` reads "Middle school" unless the file says otherwise. */
export function filterLabel(file: CatalogFile, key: string): string {
  const words = key.replaceAll("_", " ");
  return file.filter_labels[key] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function repeated<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
