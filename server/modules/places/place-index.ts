import type { BoroughName } from "./borough.rules.ts";
import type { Gazetteer, Landmark, Neighborhood, Point } from "./gazetteer.types.ts";
import { meanPoint } from "./geo.rules.ts";
import { normalizePlaceText } from "./place-text.rules.ts";
import { type SearchableName, searchable } from "./suggestion.rules.ts";
import { zipToBorough } from "./zip.rules.ts";

/** A place with a point of its own. */
export type NamedPlace =
  | { readonly kind: "neighborhood"; readonly place: Neighborhood; readonly borough: BoroughName }
  | { readonly kind: "landmark"; readonly place: Landmark; readonly borough: BoroughName };

export interface ZipArea extends Point {
  readonly zip: string;
  readonly borough: BoroughName;
  /** Its neighbourhoods; empty for a code in range that the data does not know. */
  readonly neighborhoods: readonly Neighborhood[];
}

/** A gazetteer arranged for lookups in memory. */
export interface PlaceIndex {
  readonly gazetteer: Gazetteer;
  neighborhood(id: string): Neighborhood | null;
  landmark(id: string): Landmark | null;
  /** The centroid is the mean of its neighbourhoods, else of its borough's. Null for what is no ZIP code of the city. */
  zip(zip: string): ZipArea | null;
  /** Places with exactly this normalised name; neighbourhoods hide landmarks of the same name. Several when it is ambiguous. */
  named(text: string): readonly NamedPlace[];
  /** The borough that a normalised text names. */
  borough(text: string): BoroughName | null;
  readonly searchable: readonly SearchableName<NamedPlace>[];
}

/** Arranges a gazetteer; costs a few milliseconds, so keep the result with it. */
export function indexPlaces(gazetteer: Gazetteer): PlaceIndex {
  const { neighborhoods, landmarks } = gazetteer;
  const neighborhoodById = new Map(neighborhoods.map((one) => [one.id, one]));
  const landmarkById = new Map(landmarks.map((one) => [one.id, one]));
  const boroughs = new Map(
    gazetteer.boroughs.flatMap((one) =>
      [one.name, ...one.aliases].map((text) => [normalizePlaceText(text), one.name] as const),
    ),
  );
  const places: NamedPlace[] = neighborhoods.map((place) => ({
    kind: "neighborhood",
    place,
    borough: place.borough,
  }));
  for (const place of landmarks) {
    const home = neighborhoodById.get(place.neighborhoodId);
    if (home !== undefined) places.push({ kind: "landmark", place, borough: home.borough });
  }
  const names = indexNames(gazetteer, places);
  return {
    gazetteer,
    neighborhood: (id) => neighborhoodById.get(id) ?? null,
    landmark: (id) => landmarkById.get(id) ?? null,
    zip: (zip) => zipArea(gazetteer, zip),
    named: (text) => names.get(text) ?? [],
    borough: (text) => boroughs.get(text) ?? null,
    searchable: places.map((one) =>
      searchable(one, { ...one.place, context: `${homeName(one, neighborhoodById)} ${one.borough}` }),
    ),
  };
}

function homeName({ kind, place }: NamedPlace, neighborhoods: ReadonlyMap<string, Neighborhood>): string {
  return kind === "landmark" ? (neighborhoods.get(place.neighborhoodId)?.name ?? "") : "";
}

function indexNames(
  { aliases }: Gazetteer,
  places: readonly NamedPlace[],
): ReadonlyMap<string, readonly NamedPlace[]> {
  const names = new Map<string, NamedPlace[]>();
  const add = (text: string, one: NamedPlace) => {
    const known = names.get(text);
    if (known === undefined) names.set(text, [one]);
    else if (!known.includes(one) && known[0]?.kind === one.kind) known.push(one);
  };
  const byId = new Map(places.map((one) => [one.place.id, one]));
  for (const alias of aliases) {
    if (alias.status !== "active") continue;
    for (const id of alias.neighborhoodIds) {
      const one = byId.get(id);
      if (one !== undefined) add(alias.text, one);
    }
  }
  for (const one of places) {
    for (const text of [one.place.name, ...one.place.aliases]) add(normalizePlaceText(text), one);
  }
  return names;
}

function zipArea({ neighborhoods }: Gazetteer, zip: string): ZipArea | null {
  const borough = zipToBorough(zip);
  if (borough === null) return null;
  const listed = neighborhoods.filter((one) => one.zips.includes(zip));
  const around = listed.length > 0 ? listed : neighborhoods.filter((one) => one.borough === borough);
  return around.length === 0 ? null : { zip, borough, neighborhoods: listed, ...meanPoint(around) };
}
