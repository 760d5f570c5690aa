import type { GeocodedPlace, Geocoder, PlaceSuggestion } from "../geocoder.ts";

export interface GeocoderFixture {
  /** By the exact line. */
  readonly lines?: Readonly<Record<string, GeocodedPlace>>;
  /** By place id. */
  readonly places?: Readonly<Record<string, GeocodedPlace>>;
  readonly suggestions?: readonly PlaceSuggestion[];
}

/** A geocoder for tests that knows what it is given and nothing else; `reverse` finds places at exactly the point. */
export function createFixtureGeocoder({
  lines = {},
  places = {},
  suggestions = [],
}: GeocoderFixture): Geocoder {
  const known = [...Object.values(lines), ...Object.values(places)];
  return {
    geocode: async (line) => lines[line] ?? null,
    reverse: async ({ lat, lon }) => known.find((place) => place.lat === lat && place.lon === lon) ?? null,
    autocomplete: async () => suggestions,
    details: async (placeId) => places[placeId] ?? null,
  };
}
