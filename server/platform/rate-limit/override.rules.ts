import type { RateLimitMode } from "#platform/config/config.ts";
import type { Policy, Rate } from "./gcra.ts";
import { BUCKET_RULES, type LimitedBucket } from "./policies.ts";

export type OverrideMatch = "route" | "path_prefix" | "bucket";

/** A timed change of limits. Null fields leave that part to the next rule in line. */
export interface Override {
  readonly id: string;
  readonly match: OverrideMatch;
  /** Route template (`/api/v1/bookings/:id`), template prefix on whole segments, or bucket name. */
  readonly target: string;
  /** Null for every method; GET stands for HEAD too. */
  readonly method: string | null;
  readonly ratePerMin: number | null;
  readonly burst: number | null;
  readonly mode: RateLimitMode | null;
  readonly reason: string;
  readonly createdBy: string;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

export interface ModeSettings {
  readonly mode: RateLimitMode;
  readonly modeByBucket: Readonly<Record<string, RateLimitMode>>;
}

/** What is limited: a bucket as used by a route; `edge` and other uses outside a route have no `routeId`. */
export interface LimitedCall {
  readonly bucket: LimitedBucket;
  /** The route's template, not the path of the request: spellings of a path cannot dodge an override. */
  readonly routeId?: string | undefined;
  readonly method?: string | undefined;
}

export type PolicySource = "route" | "path_prefix" | "bucket" | "env" | "default";

export interface EffectivePolicy extends Policy {
  readonly bucket: LimitedBucket;
  readonly mode: RateLimitMode;
  readonly rateSource: Exclude<PolicySource, "env">;
  readonly modeSource: PolicySource;
  /** Set where an override gives rate and burst: it counts apart, from a full bucket. */
  readonly rateOverrideId: string | null;
}

const NONE: readonly Override[] = [];

/** Accepts the `{id}` spelling of the documentation for `:id`, and drops a trailing slash. */
export function normalizeRouteId(text: string): string {
  return text.replace(/\{(\w+)\}/g, ":$1").replace(/(?<=.)\/+$/, "");
}

/**
 * The policy for a call (operations §4.4): exact route, then the longest prefix, then the bucket, then the environment, then the table.
 * Rate with burst, and mode, are each taken from the first rule that has them. Of equal matches one with a method wins, then the newer.
 */
export function resolvePolicy(
  overrides: readonly Override[],
  call: LimitedCall,
  settings: ModeSettings,
): EffectivePolicy {
  const applying =
    overrides.length === 0
      ? NONE
      : overrides.filter((override) => applies(override, call)).sort(byPrecedence);
  const rated = applying.find((override) => override.ratePerMin !== null);
  const moded = applying.find((override) => override.mode !== null);
  const bucketMode = settings.modeByBucket[call.bucket];
  const standard = BUCKET_RULES[call.bucket];
  return {
    bucket: call.bucket,
    rate: rated ? perMinute(rated.ratePerMin ?? 0) : standard.rate,
    burst: rated?.burst ?? standard.burst,
    mode: moded?.mode ?? bucketMode ?? settings.mode,
    rateSource: rated?.match ?? "default",
    modeSource: moded?.match ?? (bucketMode || settings.mode !== "enforce" ? "env" : "default"),
    rateOverrideId: rated?.id ?? null,
  };
}

function perMinute(count: number): Rate {
  return { count, perMs: 60_000 };
}

function applies(override: Override, call: LimitedCall): boolean {
  const method = call.method === "HEAD" ? "GET" : call.method;
  if (override.method !== null && override.method !== method) return false;
  switch (override.match) {
    case "bucket":
      return override.target === call.bucket;
    case "route":
      return override.target === call.routeId;
    case "path_prefix":
      return isUnder(call.routeId, override.target);
  }
}

function isUnder(routeId: string | undefined, prefix: string): boolean {
  if (routeId === undefined) return false;
  return prefix === "/" || routeId === prefix || routeId.startsWith(`${prefix}/`);
}

const RANK: Readonly<Record<OverrideMatch, number>> = { route: 0, path_prefix: 1, bucket: 2 };

function byPrecedence(a: Override, b: Override): number {
  return (
    RANK[a.match] - RANK[b.match] ||
    (a.match === "path_prefix" ? b.target.length - a.target.length : 0) ||
    Number(a.method === null) - Number(b.method === null) ||
    Temporal.Instant.compare(b.createdAt, a.createdAt) ||
    (a.id < b.id ? 1 : -1)
  );
}
