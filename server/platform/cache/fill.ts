import type { Clock } from "#platform/clock/clock.ts";
import type { CacheMetrics } from "./cache.types.ts";
import { type Packed, pack } from "./dto.ts";
import type { Entry, LocalStore } from "./local-store.ts";
import { cacheKey, type IdPart, type Namespace } from "./namespaces.ts";
import { fromText, type SharedLayer, toText } from "./shared-layer.ts";

const MAX_VALUE_BYTES = 512 * 1024;
const LOCK_MS = 5_000;
const POLL_MS = 100;
const JITTER = 0.1;

/** One missing value, and how to get it. */
export interface Lookup {
  readonly namespace: Namespace;
  readonly id: readonly IdPart[];
  readonly epochNames: readonly string[];
  /** Of this process, read before anything else was: what was begun under an epoch is kept only under that epoch. */
  readonly epoch: string;
  readonly key: string;
  readonly load: () => Promise<unknown>;
  /** By the clock, in milliseconds since the Unix epoch. */
  readonly startedAt: number;
  /** The same by `performance.now()`, for durations. */
  readonly began: number;
}

export type Freshness = "fresh" | "stale" | "expired";

export interface Filled {
  readonly value: unknown;
  readonly from: "load" | "l2";
  readonly freshness: Exclude<Freshness, "expired">;
  /** Time spent outside this process for the cache, without the load. */
  readonly sharedMs: number;
}

export interface FillParts {
  readonly local: LocalStore;
  readonly shared: SharedLayer | null;
  readonly clock: Clock;
  readonly metrics: CacheMetrics;
  readonly strict: boolean;
  readonly random: () => number;
  readonly delay: (milliseconds: number) => Promise<void>;
}

/** Gets what this process misses, from the shared server or the source; `minimum` "fresh" is the refresh of a stale value. */
export async function fill(parts: FillParts, lookup: Lookup, minimum: Filled["freshness"]): Promise<Filled> {
  const { shared, metrics } = parts;
  const ns = lookup.namespace.name;
  if (!shared) return loadAndKeep(parts, lookup);
  // The epochs are read before the load begins: a value loaded before an invalidation ends up under an epoch nobody asks for.
  const epoch = await shared.attempt(ns, (store) => store.epoch(lookup.epochNames));
  if (epoch === undefined) return loadAndKeep(parts, lookup);
  const key = cacheKey(lookup.namespace, epoch, lookup.id);
  const text = await shared.attempt(ns, (store) => store.read(key));
  if (text === undefined) return loadAndKeep(parts, lookup);
  const found = accept(parts, lookup, text, minimum);
  if (found) {
    metrics.request(ns, "l2", found.freshness === "fresh" ? "hit" : "stale");
    return found;
  }
  metrics.request(ns, "l2", "miss");
  return (await shareLoad(parts, shared, lookup, key, minimum)) ?? (await loadAndKeep(parts, lookup, key));
}

export function judge(entry: Entry, now: number): Freshness {
  if (now < entry.freshUntil) return "fresh";
  return now < entry.staleUntil ? "stale" : "expired";
}

/** Loads while holding the key's lock, or waits for the process that does; null when neither could be had. */
async function shareLoad(
  parts: FillParts,
  shared: SharedLayer,
  lookup: Lookup,
  key: string,
  minimum: Filled["freshness"],
): Promise<Filled | null> {
  const ns = lookup.namespace.name;
  for (let waited = 0; waited < LOCK_MS; waited += POLL_MS) {
    const claim = await shared.attempt(ns, (store) => store.claim(key, LOCK_MS));
    if (!claim) return null;
    const { found, release } = claim;
    try {
      const filled = accept(parts, lookup, found, minimum);
      if (filled) return filled;
      if (release) return await loadAndKeep(parts, lookup, key);
    } finally {
      if (release) await shared.attempt(ns, release);
    }
    await parts.delay(POLL_MS);
  }
  return null;
}

function accept(
  parts: FillParts,
  lookup: Lookup,
  text: string | null,
  minimum: Filled["freshness"],
): Filled | null {
  const found = text === null ? null : fromText(text);
  if (!found) return null;
  const freshness = judge(found.entry, nowMs(parts));
  if (freshness === "expired" || (freshness === "stale" && minimum === "fresh")) return null;
  keepLocal(parts, lookup, found.entry, found.jsonLength);
  return { value: found.entry.value, from: "l2", freshness, sharedMs: sharedMs(parts, lookup) };
}

async function loadAndKeep(parts: FillParts, lookup: Lookup, sharedKey?: string): Promise<Filled> {
  const { shared, metrics } = parts;
  const ns = lookup.namespace.name;
  const loadedAt = nowMs(parts);
  const outcome = { from: "load", freshness: "fresh", sharedMs: sharedMs(parts, lookup) } as const;
  const loaded = await tryLoad(parts, lookup);
  const packed = tryPack(parts, ns, loaded);
  if (!packed) return { value: loaded, ...outcome };
  const { json, value } = packed;
  if (Buffer.byteLength(json) > MAX_VALUE_BYTES) {
    metrics.request(ns, "load", "too_large");
    return { value, ...outcome };
  }
  const entry = { value, ...lifetime(lookup.namespace, loaded === null, loadedAt, parts.random()) };
  keepLocal(parts, lookup, entry, json.length);
  if (shared && sharedKey !== undefined) {
    const text = toText(entry, json);
    await shared.attempt(ns, (store) => store.write(sharedKey, text, entry.staleUntil - loadedAt));
  }
  return { value, ...outcome };
}

async function tryLoad({ metrics }: FillParts, { namespace, load }: Lookup): Promise<unknown> {
  try {
    return await load();
  } catch (error) {
    metrics.error(namespace.name, "load");
    throw error;
  }
}

function tryPack({ metrics, strict }: FillParts, ns: string, loaded: unknown): Packed | null {
  try {
    return pack(loaded);
  } catch (error) {
    metrics.request(ns, "load", "refused");
    if (strict) throw error;
    return null;
  }
}

/** What is known not to exist may come to exist at any time, so it is never served stale. */
function lifetime(namespace: Namespace, negative: boolean, loadedAt: number, random: number) {
  const seconds = negative ? namespace.negativeTtlSeconds : namespace.ttlSeconds;
  const ttlMs = Math.round(seconds * 1_000 * (1 - JITTER + 2 * JITTER * random));
  const freshUntil = loadedAt + ttlMs;
  return { freshUntil, staleUntil: negative ? freshUntil : freshUntil + ttlMs };
}

function keepLocal({ local }: FillParts, lookup: Lookup, entry: Entry, jsonLength: number): void {
  if (!local.isCurrent(lookup.epochNames, lookup.epoch)) return;
  local.write(lookup.key, { ...entry, confirmedAt: lookup.startedAt }, jsonLength);
}

function sharedMs({ shared }: FillParts, lookup: Lookup): number {
  return shared ? performance.now() - lookup.began : 0;
}

function nowMs({ clock }: FillParts): number {
  return clock.now().epochMilliseconds;
}
