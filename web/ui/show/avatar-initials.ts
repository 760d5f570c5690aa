/** How many tints `Avatar` has; `tintOf` stays below it. */
export const TINT_COUNT = 8;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The first letters of the first and last word of a name, upper case: "Sarah C." is "SC". Empty for no letters. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => firstLetter(word ?? "").toLocaleUpperCase("en")).join("");
}

function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word)) {
    if (/[\p{L}\p{N}]/u.test(segment)) return segment;
  }
  return "";
}

/** Picks a tint that stays with a person: the same key always gives the same number below `TINT_COUNT`. */
export function tintOf(key: string): number {
  let hash = 0;
  for (const letter of key) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return hash % TINT_COUNT;
}
