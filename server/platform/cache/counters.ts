import type { Clock } from "#platform/clock/clock.ts";
import type { CacheMetrics, Layer, NamespaceStats, Result } from "./cache.types.ts";

export interface Counters extends CacheMetrics {
  /** One `get` has an answer, or has waited for the source in vain (a miss). */
  answered(ns: string, answer: Answer): void;
  report(): { readonly since: Temporal.Instant; readonly namespaces: readonly NamespaceStats[] };
  reset(): void;
}

export type Answer = "hit" | "stale" | "miss";

interface Counts {
  hits: number;
  staleHits: number;
  misses: number;
  errors: number;
}

/** Counts for the operations page since the last reset, and passes everything on to the metrics, which are never reset. */
export function createCounters(clock: Clock, metrics: CacheMetrics | undefined): Counters {
  let since = clock.now();
  const byNamespace = new Map<string, Counts>();

  function countsOf(ns: string): Counts {
    let counts = byNamespace.get(ns);
    if (!counts) {
      counts = { hits: 0, staleHits: 0, misses: 0, errors: 0 };
      byNamespace.set(ns, counts);
    }
    return counts;
  }

  return {
    request: (ns: string, layer: Layer, result: Result) => metrics?.request(ns, layer, result),
    error(ns: string, layer: Layer) {
      countsOf(ns).errors += 1;
      metrics?.error(ns, layer);
    },
    answered(ns, answer) {
      const counts = countsOf(ns);
      if (answer === "miss") counts.misses += 1;
      else counts.hits += 1;
      if (answer === "stale") counts.staleHits += 1;
    },
    report: () => ({
      since,
      namespaces: [...byNamespace].map(([ns, counts]) => {
        const requests = counts.hits + counts.misses;
        return { ns, requests, ...counts, hitRate: requests === 0 ? null : counts.hits / requests };
      }),
    }),
    reset() {
      since = clock.now();
      byNamespace.clear();
    },
  };
}
