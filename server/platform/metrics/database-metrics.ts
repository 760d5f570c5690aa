import type { Metrics } from "./metrics.ts";

interface PoolState {
  readonly size: number;
  readonly inUse: number;
  readonly waiting: number;
}

export interface DatabaseObserver {
  query(durationMs: number): void;
  acquire(waitMs: number): void;
}

export interface DatabaseMetrics {
  /** What one pool reports; `role` is `web` or `worker`. */
  (role: string): DatabaseObserver;
  /** Sums the pools at each scrape. */
  pools(read: () => readonly PoolState[]): void;
}

/** Statement times and pool use (operations §11). */
export function databaseMetrics(metrics: Metrics): DatabaseMetrics {
  const queries = metrics.histogram({
    name: "db_query_duration_seconds",
    help: "Time of one statement",
    labels: ["role"],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5],
  });
  const waits = metrics.histogram({
    name: "db_pool_wait_seconds",
    help: "Time a caller waited for a connection",
    labels: ["role"],
    buckets: [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2],
  });
  const observe = (role: string): DatabaseObserver => ({
    query: (durationMs) => queries.observe({ role }, durationMs / 1000),
    acquire: (waitMs) => waits.observe({ role }, waitMs / 1000),
  });
  const pools = (read: () => readonly PoolState[]): void => {
    const gauge = (name: string, help: string, of: (pool: PoolState) => number): void => {
      metrics.gauge({
        name,
        help,
        collect: (self) => self.set(read().reduce((sum, pool) => sum + of(pool), 0)),
      });
    };
    gauge("db_pool_size", "Open connections", (pool) => pool.size);
    gauge("db_pool_in_use", "Connections in use", (pool) => pool.inUse);
    gauge("db_pool_waiting", "Callers waiting for a connection", (pool) => pool.waiting);
  };
  return Object.assign(observe, { pools });
}
