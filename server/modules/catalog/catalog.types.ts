/** The whole catalogue as one cached value: what is active, in display order, without anything that depends on instructors. */
export interface Snapshot {
  /** Rises with every change. */
  readonly version: number;
  readonly categories: readonly SnapshotCategory[];
  readonly subcategories: readonly SnapshotSubcategory[];
  /** By category, then `display_order`. */
  readonly services: readonly SnapshotService[];
  readonly filters: readonly SnapshotFilter[];
  readonly ambiguous_terms: readonly { readonly term: string; readonly service_ids: readonly string[] }[];
  readonly generic_tokens: readonly string[];
}

export interface SnapshotCategory {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly subtitle: string;
  readonly icon: string;
  readonly terms: readonly string[];
  readonly is_virtual: boolean;
  readonly groups: readonly SnapshotGroup[];
}

export interface SnapshotGroup {
  readonly slug: string;
  readonly name: string;
  readonly age_groups: readonly string[];
}

export interface SnapshotSubcategory {
  readonly id: string;
  readonly category_id: string;
  readonly slug: string;
  readonly name: string;
  readonly terms: readonly string[];
  /** `narrowed_to` null offers every option. */
  readonly filters: readonly { readonly key: string; readonly narrowed_to: readonly string[] | null }[];
}

export interface SnapshotService {
  readonly id: string;
  readonly subcategory_id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
  readonly terms: readonly string[];
  readonly age_groups: readonly string[];
  /** Minutes. */
  readonly durations: readonly number[];
  readonly default_duration: number;
  readonly online: boolean;
  readonly certification: boolean;
  /** Editorial, over the whole category. */
  readonly display_order: number;
  readonly related_ids: readonly string[];
  /** From the nightly statistics; null before the first. */
  readonly popularity_rank: number | null;
  /** Searches and bookings of 30 days. */
  readonly event_count: number;
}

export interface SnapshotFilter {
  readonly key: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Hourly rates of live offerings, in cents. */
export interface PriceBand {
  readonly min_cents: number;
  readonly median_cents: number;
  readonly max_cents: number;
}

/** Who teaches a service now. */
export interface ServiceSupply {
  readonly live_instructors: number;
  /** Null without live offerings. */
  readonly price_band: PriceBand | null;
  /** UTC instant in wire form; null when nobody has an opening. */
  readonly soonest_opening_at: string | null;
}

/** What the catalogue asks of whoever knows the instructors (search §2). It stands below them, so they hand it in. */
export interface SupplyReader {
  /** By service id; services that nobody teaches may be left out. One statement. */
  liveCountsByService(): Promise<ReadonlyMap<string, ServiceSupply>>;
}
