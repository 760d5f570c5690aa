import { afterAll, afterEach, beforeAll } from "vitest";
import { useDatabase } from "../../../test/support/database.ts";
import { createFakeClock } from "../../../test/support/fake-clock.ts";
import { openDatabase } from "../database/database.ts";
import type { Database } from "../database/database.types.ts";
import { openCache } from "./cache.ts";
import type { Cache, CacheMetrics, CacheOptions } from "./cache.types.ts";
import { defineNamespace } from "./namespaces.ts";

/** Generous, so that a busy machine never looks like a dead server; tests of the limit set their own. */
const TEST_TIMEOUT_MS = 10_000;

let namespaces = 0;

/** A namespace that no other test uses: 100 s, so 200 s with the stale time. */
export function freshNamespace() {
  return defineNamespace({ name: `test:n${namespaces++}`, version: 1, ttlSeconds: 100 });
}

export interface TestCaches {
  /** A cache in a "process" of its own: `first` and `second` have different LISTEN connections to one database. */
  open(process?: "first" | "second", options?: Partial<CacheOptions>): Promise<Cache>;
  database(process: "first" | "second"): Database;
  /** Resolves when the next `cache_epoch` has been handled by the caches that `process` has open now. */
  notified(process: "first" | "second"): Promise<() => Promise<void>>;
}

/** Call at the top level of a describe; `redisUrl` null for in-process only. Lifetimes have no jitter unless a test asks. */
export function useCaches(redisUrl: () => string | null): TestCaches {
  const first = useDatabase();
  let second: Database | undefined;
  const opened: Cache[] = [];
  beforeAll(() => {
    second = openDatabase({ connectionString: first().connectionString, applicationName: "second" });
  });
  afterEach(async () => {
    for (const cache of opened.splice(0)) await cache.close();
  });
  afterAll(() => second?.close());
  const database = (process: "first" | "second"): Database => {
    const found = process === "first" ? first() : second;
    if (!found) throw new Error("databases exist only while tests run");
    return found;
  };

  return {
    database,
    async open(process = "first", options = {}) {
      const url = redisUrl();
      const cache = await openCache({
        database: database(process),
        clock: createFakeClock(),
        strict: true,
        redis: url === null ? null : { url, timeoutMs: TEST_TIMEOUT_MS },
        random: () => 0.5,
        delay: () => Promise.resolve(),
        ...options,
      });
      opened.push(cache);
      return cache;
    },
    async notified(process) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const unlisten = await database(process).listen("cache_epoch", () => resolve());
      return async () => {
        await promise;
        await unlisten();
      };
    },
  };
}

/** A load that counts its calls and answers `v1`, `v2`, … */
export function countingLoad() {
  let calls = 0;
  return {
    load: () => Promise.resolve({ version: `v${++calls}` }),
    calls: () => calls,
  };
}

/** A load that stands still in the middle, holding `value`, until released. */
export function heldLoad<T>(value: T) {
  const began = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  return {
    async load(): Promise<T> {
      began.resolve();
      await gate.promise;
      return value;
    },
    began: began.promise,
    release: () => gate.resolve(),
  };
}

/** Lets everything run that waits for nothing but its turn. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

export function recordingMetrics() {
  const seen: string[] = [];
  const metrics: CacheMetrics = {
    request: (_ns, layer, result) => seen.push(`${layer} ${result}`),
    error: (_ns, layer) => seen.push(`${layer} error`),
  };
  return { metrics, seen };
}
