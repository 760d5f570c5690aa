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
  environment_marker: {
    only_row: Generated<boolean>;
    tier: "INT" | "STG" | "PROD";
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
  workers: {
    id: string;
    roles: string[];
    host: string;
    git_sha: string;
    started_at: Temporal.Instant;
    seen_at: Temporal.Instant;
  };
}
