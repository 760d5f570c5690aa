/** Written by `npm run db -- types` from the migrated database. Do not edit. */
import type { ColumnType, Generated } from "kysely";

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}
/** An object, or JSON text: the driver would send an array as a PostgreSQL array. */
export type JsonInput = JsonObject | string;
type Json = ColumnType<JsonValue, JsonInput, JsonInput>;

export interface DB {
  ambiguous_terms: {
    term: string;
    service_id: string;
  };
  areas: {
    id: string;
    metro_id: string;
    name: string;
    borough: "Manhattan" | "Brooklyn" | "Queens" | "Bronx" | "Staten Island";
    aliases: string[];
    neighborhood_ids: string[];
  };
  boroughs: {
    metro_id: string;
    name: "Manhattan" | "Brooklyn" | "Queens" | "Bronx" | "Staten Island";
    slug: string;
    position: number;
    aliases: string[];
  };
  catalog_version: {
    only_row: Generated<boolean>;
    version: number;
  };
  categories: {
    id: string;
    slug: string;
    name: string;
    subtitle: string;
    icon: string;
    terms: string[];
    display_order: number;
    is_virtual: boolean;
    is_active: Generated<boolean>;
    from_file: Generated<boolean>;
  };
  category_groups: {
    category_id: string;
    slug: string;
    name: string;
    age_groups: string[];
    display_order: number;
  };
  environment_marker: {
    only_row: Generated<boolean>;
    tier: "INT" | "STG" | "PROD";
  };
  filter_definitions: {
    id: string;
    key: string;
    label: string;
    from_file: Generated<boolean>;
  };
  filter_options: {
    filter_id: string;
    value: string;
    label: string;
    display_order: number;
  };
  generic_tokens: {
    token: string;
  };
  idempotency_keys: {
    id: Buffer;
    request_hash: Buffer;
    claim_token: string;
    lease_expires_at: Temporal.Instant;
    expires_at: Temporal.Instant;
    status: number | null;
    headers: Json | null;
    body: Buffer | null;
  };
  landmarks: {
    id: string;
    metro_id: string;
    name: string;
    kind: "transit" | "landmark" | "park" | "campus";
    lat: number;
    lon: number;
    neighborhood_id: string;
    aliases: string[];
  };
  metros: {
    id: string;
    south: number;
    north: number;
    west: number;
    east: number;
    aliases: string[];
    outside_places: string[];
  };
  neighborhood_shapes: {
    neighborhood_id: string;
    geometry: Json;
  };
  neighborhoods: {
    id: string;
    metro_id: string;
    name: string;
    borough: "Manhattan" | "Brooklyn" | "Queens" | "Bronx" | "Staten Island";
    lat: number;
    lon: number;
    radius_m: number;
    aliases: string[];
    includes: string[];
    adjacent: string[];
    zips: string[];
    landmarks: string[];
  };
  place_aliases: {
    id: string;
    metro_id: string;
    text: string;
    neighborhood_ids: string[];
    type: "abbreviation" | "colloquial" | "landmark" | "typo";
    source: "seed" | "manual" | "fuzzy" | "embedding" | "user_learning";
    status: "active" | "pending_review" | "deprecated";
    confidence: number;
    user_count: Generated<number>;
  };
  processed: {
    consumer: string;
    key: string;
    processed_at: Generated<Temporal.Instant>;
  };
  queue_pauses: {
    queue: string;
    paused_by: string;
    reason: string;
    paused_at: Generated<Temporal.Instant>;
  };
  rate_limit_overrides: {
    id: string;
    match: "route" | "path_prefix" | "bucket";
    target: string;
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | null;
    rate_per_min: number | null;
    burst: number | null;
    mode: "enforce" | "shadow" | "off" | null;
    reason: string;
    created_by: string;
    created_at: Generated<Temporal.Instant>;
    expires_at: Temporal.Instant;
  };
  rate_limit_state: {
    key: string;
    tat: number;
  };
  run_progress: {
    run_id: string;
    owner_id: string | null;
    current: Generated<number>;
    total: number | null;
    result: Json | null;
    updated_at: Generated<Temporal.Instant>;
  };
  schema_migrations: {
    number: number;
    name: string;
    checksum: string;
    applied_at: Generated<Temporal.Instant>;
    duration_ms: number;
  };
  service_relations: {
    service_id: string;
    related_service_id: string;
    display_order: number;
  };
  service_stats: {
    service_id: string;
    search_count_7d: number;
    search_count_30d: number;
    booking_count_7d: number;
    booking_count_30d: number;
    view_to_booking_rate: number;
    average_price_cents: number | null;
    p25_price_cents: number | null;
    p50_price_cents: number | null;
    p75_price_cents: number | null;
    commonest_duration: number | null;
    completion_rate: number | null;
    live_instructors: number;
    weekly_open_minutes: number;
    supply_demand_ratio: number | null;
    demand_score: number;
    is_trending: boolean;
    popularity_rank: number;
    computed_at: Temporal.Instant;
  };
  services: {
    id: string;
    subcategory_id: string;
    slug: string;
    name: string;
    description: string | null;
    terms: string[];
    age_groups: string[];
    durations: number[];
    default_duration: number;
    online: boolean;
    certification: boolean;
    display_order: number;
    is_active: Generated<boolean>;
    from_file: Generated<boolean>;
  };
  subcategories: {
    id: string;
    category_id: string;
    slug: string;
    name: string;
    terms: string[];
    display_order: number;
    is_active: Generated<boolean>;
    from_file: Generated<boolean>;
  };
  subcategory_filters: {
    subcategory_id: string;
    filter_id: string;
    display_order: number;
    narrowed_to: string[] | null;
  };
  unresolved_places: {
    id: string;
    metro_id: string;
    text: string;
    samples: string[];
    search_count: number;
    owner_count: number;
    click_counts: Json;
    click_count: number;
    status: "pending" | "learned" | "manual_review" | "dismissed";
    first_seen_at: Temporal.Instant;
    last_seen_at: Temporal.Instant;
    reviewed_by: string | null;
    notes: string | null;
  };
  workers: {
    id: string;
    roles: string[];
    host: string;
    git_sha: string;
    started_at: Temporal.Instant;
    seen_at: Temporal.Instant;
  };
}
