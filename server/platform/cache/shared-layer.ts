import type { Clock } from "#platform/clock/clock.ts";
import { type BreakerState, createBreaker } from "#platform/resilience/circuit-breaker.ts";
import type { CacheMetrics } from "./cache.types.ts";
import type { Entry } from "./local-store.ts";
import { unpack } from "./dto.ts";
import type { SharedStore } from "./shared-store.ts";

const BREAKER_FAILURES = 5;
const BREAKER_OPEN_MS = 30_000;

/** The shared store behind a breaker (operations §7): while it is away, its calls answer `undefined` and nobody waits. */
export interface SharedLayer {
  /** The result of `work`, or undefined when the server is given up or does not answer in time. */
  attempt<T>(ns: string, work: (store: SharedStore) => Promise<T>): Promise<T | undefined>;
  /** Tries even when the server is given up: an invalidation must not be skipped. @throws what the store throws. */
  bump(ns: string, name: string): Promise<void>;
  state(): BreakerState;
  close(): void;
}

export function createSharedLayer(store: SharedStore, clock: Clock, metrics: CacheMetrics): SharedLayer {
  const breaker = createBreaker({ failures: BREAKER_FAILURES, openMs: BREAKER_OPEN_MS, clock });
  return {
    async attempt(ns, work) {
      if (!breaker.allow()) return undefined;
      try {
        const result = await work(store);
        breaker.success();
        return result;
      } catch {
        breaker.failure();
        metrics.error(ns, "l2");
        return undefined;
      }
    },
    async bump(ns, name) {
      try {
        await store.bump(name);
      } catch (error) {
        metrics.error(ns, "l2");
        throw error;
      }
    },
    state: () => breaker.state(),
    close: () => store.close(),
  };
}

/** `freshUntil staleUntil json`: the times travel with the value, so that a copy in a process never outlives the original. */
export function toText(entry: Entry, json: string): string {
  return `${entry.freshUntil} ${entry.staleUntil} ${json}`;
}

/** Null for a text that `toText` did not write. */
export function fromText(text: string): { readonly entry: Entry; readonly jsonLength: number } | null {
  const parts = /^(\d+) (\d+) /.exec(text);
  if (!parts) return null;
  const json = text.slice(parts[0].length);
  try {
    const value = unpack(json);
    return {
      entry: { value, freshUntil: Number(parts[1]), staleUntil: Number(parts[2]) },
      jsonLength: json.length,
    };
  } catch {
    return null;
  }
}
