import type { Point } from "./gazetteer.types.ts";
import { haversineMeters } from "./geo.rules.ts";
import { normalizePlaceText } from "./place-text.rules.ts";

/** Equally good matches are listed from here outwards; beyond the reach only a whole name comes before nearer matches (search §3). */
const BIAS: Point = { lat: 40.758, lon: -73.9855 };
const BIAS_REACH_M = 30_000;
/** The last match class in which all of a name was typed. */
const WHOLE_NAME = 1;

/** A thing with its names in the form in which they are compared. */
export interface SearchableName<T> {
  readonly item: T;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Words of all names and of where it is. */
  readonly words: readonly string[];
  readonly isFar: boolean;
  readonly distanceM: number;
}

export function searchable<T>(
  item: T,
  place: Point & { readonly name: string; readonly aliases: readonly string[]; readonly context: string },
): SearchableName<T> {
  const name = normalizePlaceText(place.name);
  const aliases = place.aliases.map(normalizePlaceText);
  const distanceM = haversineMeters(place, BIAS);
  return {
    item,
    name,
    aliases,
    words: [...new Set([name, ...aliases, normalizePlaceText(place.context)].join(" ").split(" "))],
    isFar: distanceM > BIAS_REACH_M,
    distanceM,
  };
}

/**
 * The best matches of what somebody has typed so far: a whole name or alias, the beginning of the name, of a word in it, the same of an
 * alias, then every typed word the beginning of some word; equally good ones nearest to the bias point first.
 */
export function rankSuggestions<T>(
  entries: readonly SearchableName<T>[],
  typed: string,
  limit: number,
): readonly T[] {
  const query = normalizePlaceText(typed);
  if (query === "") return [];
  const queryWords = query.split(" ");
  return entries
    .flatMap((entry) => {
      const match = matchClass(entry, query, queryWords);
      return match === null ? [] : [{ entry, match }];
    })
    .sort(
      (a, b) =>
        Number(a.match > WHOLE_NAME) - Number(b.match > WHOLE_NAME) ||
        Number(a.entry.isFar) - Number(b.entry.isFar) ||
        a.match - b.match ||
        a.entry.distanceM - b.entry.distanceM ||
        (a.entry.name < b.entry.name ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ entry }) => entry.item);
}

/** 0 is best; null is no match. */
function matchClass(
  { name, aliases, words }: SearchableName<unknown>,
  query: string,
  queryWords: readonly string[],
): number | null {
  if (name === query) return 0;
  if (aliases.includes(query)) return 1;
  if (name.startsWith(query)) return 2;
  if (name.includes(` ${query}`)) return 3;
  if (aliases.some((alias) => alias.startsWith(query))) return 4;
  if (aliases.some((alias) => alias.includes(` ${query}`))) return 5;
  return queryWords.every((typed) => words.some((word) => word.startsWith(typed))) ? 6 : null;
}
