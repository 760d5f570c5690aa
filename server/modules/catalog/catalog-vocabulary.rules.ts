import { comparable } from "./catalog.rules.ts";
import type { Snapshot } from "./catalog.types.ts";

/** What a term stands for; slugs, several for an ambiguous one. */
export interface Meaning {
  readonly level: "service" | "subcategory" | "category";
  readonly slugs: readonly string[];
}

/** The words of the catalogue, for whoever reads what people type (search §1, §4). */
export interface Vocabulary {
  /** Rises with every change of the catalogue. */
  readonly version: number;
  /**
   * Lower-case term to its meaning, names included. Where a term fits several levels it means the ambiguous union, else the service, else
   * the subcategory, else the category.
   */
  readonly terms: ReadonlyMap<string, Meaning>;
  /** Words that say nothing about which service is meant. */
  readonly genericTokens: ReadonlySet<string>;
}

export function createVocabulary(snapshot: Snapshot): Vocabulary {
  const terms = new Map<string, Meaning>();
  const slugOf = new Map(snapshot.services.map(({ id, slug }) => [id, slug]));
  const levels = [
    ["category", snapshot.categories],
    ["subcategory", snapshot.subcategories],
    ["service", snapshot.services],
  ] as const;
  // The stronger meaning comes later and replaces the weaker one.
  for (const [level, things] of levels) {
    for (const { slug, name, terms: words } of things)
      for (const word of [comparable(name), ...words]) terms.set(word, { level, slugs: [slug] });
  }
  for (const { term, service_ids } of snapshot.ambiguous_terms) {
    terms.set(term, { level: "service", slugs: service_ids.flatMap((id) => slugOf.get(id) ?? []) });
  }
  return { version: snapshot.version, terms, genericTokens: new Set(snapshot.generic_tokens) };
}
