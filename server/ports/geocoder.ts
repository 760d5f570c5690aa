export interface GeocodedPlace {
  /** Degrees, WGS 84. */
  readonly lat: number;
  readonly lon: number;
  /** One line for a person, for example `Park Slope, Brooklyn, NY`. */
  readonly formatted: string;
  readonly streetNumber: string | null;
  readonly street: string | null;
  readonly locality: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Null outside the known neighbourhoods and where the place is too vague. */
  readonly neighborhoodId: string | null;
  /** For `details`; stable. Null for what has no entry of its own, such as an address between two corners. */
  readonly placeId: string | null;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface PlaceSuggestion {
  readonly placeId: string;
  readonly kind: "landmark" | "neighborhood" | "address";
  readonly name: string;
  /** Where it is, for example `Brooklyn, NY`. */
  readonly context: string;
  readonly neighborhoodId: string | null;
}

/** Turns words into places and back (search §3). Every driver answers null or nothing for what it does not know. */
export interface Geocoder {
  /** @param line one line, for example `350 W 42nd St, New York, NY 10036` */
  geocode(line: string): Promise<GeocodedPlace | null>;
  reverse(point: { readonly lat: number; readonly lon: number }): Promise<GeocodedPlace | null>;
  /** Places whose names begin like `query`, best first. @param session groups the calls of one typing, for providers that bill by it */
  autocomplete(query: string, session?: string): Promise<readonly PlaceSuggestion[]>;
  /** @param placeId from `autocomplete` or `geocode` of the same driver */
  details(placeId: string): Promise<GeocodedPlace | null>;
}
