import type { Clock } from "#platform/clock/clock.ts";
import type { Database, Tx } from "#platform/database/database.types.ts";
import type { BreakerState } from "#platform/resilience/circuit-breaker.ts";
import type { IdPart, Namespace } from "./namespaces.ts";

export type Layer = "l1" | "l2" | "load";
/** `refused` and `too_large` are loaded values that could not be stored. */
export type Result = "hit" | "stale" | "miss" | "refused" | "too_large";

/** Feeds `cache_requests_total{ns,layer,result}` and `cache_errors_total{ns,layer}` (operations §11). */
export interface CacheMetrics {
  request(ns: string, layer: Layer, result: Result): void;
  error(ns: string, layer: Layer): void;
}

export interface NamespaceStats {
  readonly ns: string;
  readonly requests: number;
  /** Answered without waiting for the source, from either layer. */
  readonly hits: number;
  /** Those of `hits` that were past their lifetime and served while a refresh ran. */
  readonly staleHits: number;
  readonly misses: number;
  readonly errors: number;
  /** 0 to 1; null without requests. */
  readonly hitRate: number | null;
}

export interface CacheStats {
  readonly since: Temporal.Instant;
  readonly namespaces: readonly NamespaceStats[];
  readonly local: {
    readonly entries: number;
    /** Estimated; entries of dropped epochs count until the LRU needs their room. */
    readonly bytes: number;
    readonly maxBytes: number;
    readonly evictions: number;
  };
  /** The breaker of the shared server; null when none is configured. */
  readonly shared: BreakerState | null;
}

export interface Cache {
  /**
   * The cached answer, or that of `load` (operations §7). One load per key runs at a time, and all who wait get its value or its error;
   * errors are not cached, null is for 30 s. A value past its lifetime is served for one more lifetime while one refresh runs, so `load`
   * may run after the caller is gone: it must not use the caller's transaction. What comes back is deeply frozen.
   *
   * Only response DTOs after privacy shaping; never permissions, money, booking writes or audit.
   * @param entity also lets `invalidate(namespace, entity)` drop the value.
   * @throws what `load` throws; NotADto when `strict`; Error inside a transaction, where a cached read may be old and wait for the network.
   */
  get<T>(
    namespace: Namespace,
    id: readonly IdPart[],
    load: () => Promise<T>,
    options?: { readonly entity?: string },
  ): Promise<T>;
  /**
   * Lets this process read its own write: once `tx` has committed, its own entries are dropped and the shared server's epoch is bumped
   * if it answers. Not a replacement for the job `cache.invalidate` of the event, which alone reaches the others for certain.
   */
  afterCommitDrop(tx: Tx, namespace: NamespaceName, entity?: string): void;
  /**
   * Body of the job `cache.invalidate` (API spec §5): nothing loaded before is served by any process that listens, after its NOTIFY.
   * @throws when the shared server or the database did not take it; run it again.
   */
  invalidate(namespace: NamespaceName, entity?: string): Promise<void>;
  stats(): CacheStats;
  resetStats(): void;
  /** For `/ready`: `degraded` while the configured shared server is given up. */
  health(): "ok" | "degraded";
  close(): Promise<void>;
}

/** A namespace, or its name as a job carries it. */
export type NamespaceName = Pick<Namespace, "name">;

export interface CacheOptions {
  readonly database: Pick<Database, "listen" | "notify" | "isListening" | "afterCommit">;
  readonly clock: Clock;
  /** True in INT: a value that is no DTO throws. Else it is returned, not stored, and counted as `refused`. */
  readonly strict: boolean;
  /** Redis or Valkey; null for in-process only. */
  readonly redis: {
    readonly url: string;
    readonly timeoutMs?: number;
    readonly keyPrefix?: string;
  } | null;
  readonly metrics?: CacheMetrics;
  readonly maxBytes?: number;
  /** 0 to 1, for the jitter of lifetimes. */
  readonly random?: () => number;
  /** Waits between polls for another process's load. */
  readonly delay?: (milliseconds: number) => Promise<void>;
}
