import type { BoroughName, BoroughSlug } from "./borough.rules.ts";

/** Degrees, WGS 84. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

export interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

export interface Borough {
  readonly name: BoroughName;
  readonly slug: BoroughSlug;
  readonly aliases: readonly string[];
}

export interface Neighborhood extends Point {
  /** Stable API key; the name may change. */
  readonly id: string;
  readonly name: string;
  readonly borough: BoroughName;
  readonly radiusM: number;
  readonly aliases: readonly string[];
  /** Children: naming this neighbourhood means them too. */
  readonly includes: readonly string[];
  readonly adjacent: readonly string[];
  readonly zips: readonly string[];
  /** Names of places in it that have no row of their own. */
  readonly landmarks: readonly string[];
}

/** A union of neighbourhoods, such as North Brooklyn; it has no centroid. */
export interface Area {
  readonly id: string;
  readonly name: string;
  readonly borough: BoroughName;
  readonly aliases: readonly string[];
  readonly neighborhoodIds: readonly string[];
}

export interface Landmark extends Point {
  readonly id: string;
  readonly name: string;
  readonly kind: "transit" | "landmark" | "park" | "campus";
  readonly neighborhoodId: string;
  readonly aliases: readonly string[];
}

/** A name beside those of the rows: normalised text; with several neighbourhoods it is ambiguous. */
export interface PlaceAlias {
  readonly text: string;
  readonly neighborhoodIds: readonly string[];
  readonly type: "abbreviation" | "colloquial" | "landmark" | "typo";
  readonly source: "seed" | "manual" | "fuzzy" | "embedding" | "user_learning";
  readonly status: "active" | "pending_review" | "deprecated";
  readonly confidence: number;
  readonly userCount: number;
}

/** Everything that has a name in one metro (search §3, §9). */
export interface Gazetteer {
  readonly metroId: string;
  readonly box: Box;
  /** Words for the whole city. */
  readonly cityAliases: readonly string[];
  readonly outsidePlaces: readonly string[];
  readonly boroughs: readonly Borough[];
  readonly neighborhoods: readonly Neighborhood[];
  readonly areas: readonly Area[];
  readonly landmarks: readonly Landmark[];
  readonly aliases: readonly PlaceAlias[];
}
