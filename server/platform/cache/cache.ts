import { setTimeout as wait } from "node:timers/promises";
import { assertNotInTransaction } from "#platform/database/transaction-scope.ts";
import type { Cache, CacheMetrics, CacheOptions } from "./cache.types.ts";
import { createCounters } from "./counters.ts";
import { createLocalStore } from "./local-store.ts";
import { epochName } from "./namespaces.ts";
import { createReader } from "./reader.ts";
import { createSharedLayer } from "./shared-layer.ts";
import { connectSharedStore } from "./shared-store.ts";

const CHANNEL = "cache_epoch";
const MAX_LOCAL_BYTES = 64 * 1024 * 1024;
const SHARED_TIMEOUT_MS = 30;
const KEY_PREFIX = "cache:";

/**
 * Opens the process's cache (operations §7): in process, and over Redis or Valkey when `redis` is given. Rejects when the database
 * cannot be listened to; a cache server that is away only degrades it.
 */
export async function openCache(options: CacheOptions): Promise<Cache> {
  const { database, clock } = options;
  const counters = createCounters(clock, options.metrics);
  const local = createLocalStore(options.maxBytes ?? MAX_LOCAL_BYTES);
  const shared = await openShared(options, counters);
  const read = createReader({
    local,
    shared,
    clock,
    metrics: counters,
    strict: options.strict,
    random: options.random ?? Math.random,
    delay: options.delay ?? ((milliseconds) => wait(milliseconds)),
    isListening: () => database.isListening(),
  });
  const unlisten = await database
    .listen(
      CHANNEL,
      (name) => local.drop(name),
      () => local.dropAll(),
    )
    .catch((error: unknown) => {
      shared?.close();
      throw error;
    });

  return {
    async get<T>(...[namespace, id, load, { entity } = {}]: Parameters<Cache["get"]>): Promise<T> {
      assertNotInTransaction("a cached read");
      // What `load` of the same namespace gave once; the schema version keeps older shapes apart.
      return (await read(namespace, id, load, entity)) as T;
    },

    afterCommitDrop(tx, { name }, entity) {
      database.afterCommit(tx, () => {
        const epoch = epochName(name, entity);
        local.drop(epoch);
        // Sent before anything this process reads next on the same connection, so its own read misses the old value there too.
        shared?.bump(name, epoch).catch(() => undefined);
      });
    },

    async invalidate({ name }, entity) {
      const epoch = epochName(name, entity);
      const bumped = await Promise.allSettled([shared?.bump(name, epoch)]);
      local.drop(epoch);
      await database.notify(CHANNEL, epoch);
      for (const outcome of bumped) if (outcome.status === "rejected") throw outcome.reason;
    },

    stats: () => ({ ...counters.report(), local: local.size(), shared: shared?.state() ?? null }),
    resetStats: () => counters.reset(),
    health: () => (shared && shared.state() !== "closed" ? "degraded" : "ok"),

    async close() {
      await unlisten();
      shared?.close();
    },
  };
}

async function openShared({ redis, clock }: CacheOptions, metrics: CacheMetrics) {
  if (!redis) return null;
  const store = await connectSharedStore({ timeoutMs: SHARED_TIMEOUT_MS, keyPrefix: KEY_PREFIX, ...redis });
  return createSharedLayer(store, clock, metrics);
}
