/** Boroughs by the words of their URLs, which are also those of the ids. */
const NAMES = {
  manhattan: "Manhattan",
  brooklyn: "Brooklyn",
  queens: "Queens",
  bronx: "Bronx",
  "staten-island": "Staten Island",
} as const;

export type BoroughSlug = keyof typeof NAMES;
export type BoroughName = (typeof NAMES)[BoroughSlug];

export const BOROUGH_SLUGS = Object.keys(NAMES) as [BoroughSlug, ...BoroughSlug[]];
export const BOROUGH_NAMES = Object.values(NAMES) as [BoroughName, ...BoroughName[]];

export const boroughOfSlug = (slug: BoroughSlug): BoroughName => NAMES[slug];
