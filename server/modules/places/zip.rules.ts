import type { BoroughName } from "./borough.rules.ts";

export const ZIP_PATTERN = /^\d{5}$/;

const RANGES: readonly (readonly [first: number, last: number, borough: BoroughName])[] = [
  [10001, 10292, "Manhattan"],
  [10301, 10314, "Staten Island"],
  [10451, 10475, "Bronx"],
  [11201, 11256, "Brooklyn"],
  [11001, 11001, "Queens"],
  [11004, 11005, "Queens"],
  [11101, 11109, "Queens"],
  [11351, 11385, "Queens"],
  [11411, 11436, "Queens"],
  [11691, 11697, "Queens"],
];

/** The borough of a New York City ZIP code, whether or not it is in use; null for any other text (search §3). */
export function zipToBorough(zip: string): BoroughName | null {
  if (!ZIP_PATTERN.test(zip)) return null;
  const number = Number(zip);
  return RANGES.find(([first, last]) => number >= first && number <= last)?.[2] ?? null;
}
