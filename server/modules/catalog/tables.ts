export const tables = [
  "catalog_version",
  "categories",
  "category_groups",
  "subcategories",
  "services",
  "service_relations",
  "filter_definitions",
  "filter_options",
  "subcategory_filters",
  "ambiguous_terms",
  "generic_tokens",
  "service_stats",
] as const;
