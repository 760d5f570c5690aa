import type { BoroughName } from "./borough.rules.ts";
import { normalizePlaceText } from "./place-text.rules.ts";
import type { GridAddress } from "./street-grid.rules.ts";

/** What a one-line address says, read from its end. */
export interface AddressLine {
  /** What is left after country, state, ZIP code, city and borough are taken off, as typed. */
  readonly head: string;
  /** The whole line and what was left after each step, normalised: a name may end like an address (`downtown brooklyn`). */
  readonly names: readonly string[];
  readonly zip: string | null;
  readonly borough: BoroughName | null;
}

export interface LineWords {
  borough(text: string): BoroughName | null;
  isCity(text: string): boolean;
}

const COUNTRY_OR_STATE = new Set(["us", "usa", "united states", "ny", "new york state"]);
const ZIP = /^(\d{5})(?:-\d{4})?$/;
const LONGEST_TAIL = 3;

/** Reads `350 W 42nd St, New York, NY 10036` from the right; commas are optional. */
export function readAddressLine(line: string, words: LineWords): AddressLine {
  let rest = line.split(/[\s,]+/).filter((token) => token !== "");
  let zip: string | null = null;
  let borough: BoroughName | null = null;
  const names: string[] = [];
  for (let taken = -1; taken !== 0; rest = rest.slice(0, rest.length - taken)) {
    names.push(normalizePlaceText(rest.join(" ")));
    taken = 0;
    for (let length = Math.min(LONGEST_TAIL, rest.length); length > 0 && taken === 0; length--) {
      const raw = rest.slice(rest.length - length).join(" ");
      const tail = normalizePlaceText(raw);
      const code = ZIP.exec(raw)?.[1];
      const named = words.borough(tail);
      // Alone, `Queens` or `New York` is no address; with a ZIP code it says nothing more.
      const mayGo = rest.length > length || zip !== null;
      if (code !== undefined && zip === null) zip = code;
      else if (named !== null && mayGo) borough ??= named;
      else if (!mayGo || !(COUNTRY_OR_STATE.has(tail) || words.isCity(tail))) continue;
      taken = length;
    }
  }
  return { head: rest.join(" "), names, zip, borough };
}

const GRID =
  /^(\d+)[a-z]?(?: \d+)? (e|east|w|west) (\d+)(?:st|nd|rd|th)?(?: (?:st|street))?(?: (?:(?:apt|apartment|unit|fl|floor|suite|ste|rm|room|ph|penthouse)\b.*|[a-z]?\d+[a-z]?))?$/;

/** A house on a numbered cross street, with or without its flat; null for every other street line. */
export function readGridAddress(streetLine: string): GridAddress | null {
  const [, house, side, street] = GRID.exec(normalizePlaceText(streetLine)) ?? [];
  if (house === undefined || side === undefined || street === undefined) return null;
  return { house: Number(house), side: side.startsWith("e") ? "E" : "W", street: Number(street) };
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  street: "st",
  avenue: "ave",
  av: "ave",
  road: "rd",
  boulevard: "blvd",
  place: "pl",
  drive: "dr",
  lane: "ln",
  court: "ct",
  parkway: "pkwy",
  north: "n",
  south: "s",
  east: "e",
  west: "w",
};

/** One spelling for each street line: `12 Berry Street` and `12 berry st.` are the same. */
export function canonicalStreetLine(streetLine: string): string {
  return normalizePlaceText(streetLine)
    .split(" ")
    .map((word) => ABBREVIATIONS[word] ?? word)
    .join(" ");
}

/** `42` is `42nd`. */
export function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? undefined : (["th", "st", "nd", "rd"] as const)[number % 10];
  return `${number}${ending ?? "th"}`;
}
