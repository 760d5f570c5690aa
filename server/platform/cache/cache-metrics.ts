import type { Metrics } from "#platform/metrics/metrics.ts";
import type { CacheMetrics } from "./cache.types.ts";

/** `cache_requests_total{ns,layer,result}` and `cache_errors_total{ns,layer}` (operations §11). */
export function createCacheMetrics(metrics: Metrics): CacheMetrics {
  const requests = metrics.counter({
    name: "cache_requests_total",
    help: "Lookups by namespace, layer and result",
    labels: ["ns", "layer", "result"],
  });
  const errors = metrics.counter({
    name: "cache_errors_total",
    help: "Failed calls of the shared server (l2) and failed loads (load)",
    labels: ["ns", "layer"],
  });
  return {
    request: (ns, layer, result) => requests.inc({ ns, layer, result }),
    error: (ns, layer) => errors.inc({ ns, layer }),
  };
}
