import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";

const EPOCH_SECONDS = 30 * 86_400;

/** Deletes the lock only while it is still ours: after its 5 s somebody else may hold it. */
const RELEASE =
  "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

export interface Claim {
  /** What is stored now, read after the try for the lock: a value written just before is not loaded again. */
  readonly found: string | null;
  /** Gives the lock back; null when somebody else holds it. */
  readonly release: (() => Promise<void>) | null;
}

/** What the cache needs of a server that several processes share. Every call rejects when the server does not answer in time. */
export interface SharedStore {
  /** The epochs as part of a key; one that is missing is made. */
  epoch(names: readonly string[]): Promise<string>;
  bump(name: string): Promise<void>;
  read(key: string): Promise<string | null>;
  write(key: string, text: string, ttlMs: number): Promise<void>;
  claim(key: string, lockMs: number): Promise<Claim>;
  close(): void;
}

export interface RedisOptions {
  /** `redis://` or `rediss://`; a single server or what looks like one (no cluster). */
  readonly url: string;
  readonly timeoutMs: number;
  readonly keyPrefix: string;
}

/**
 * Connects to Redis or Valkey. Resolves when connected or after the first failure: the cache works without it and the client goes on trying.
 *
 * An epoch is random text, not a counter: a counter that the server has evicted or lost would start again and bring back values
 * of its first life. A bump is then one SET instead of one INCR.
 */
export async function connectSharedStore({ url, timeoutMs, keyPrefix }: RedisOptions): Promise<SharedStore> {
  const redis = new Redis(url, {
    keyPrefix,
    commandTimeout: timeoutMs,
    connectTimeout: 1_000,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (tries) => Math.min(tries * 100, 2_000),
    lazyConnect: true,
  });
  // Every command reports its own failure; without a listener the client would print to the console.
  redis.on("error", () => undefined);
  await redis.connect().catch(() => undefined);

  async function ensureEpoch(name: string): Promise<string> {
    await redis.set(name, newToken(), "EX", EPOCH_SECONDS, "NX");
    const epoch = await redis.get(name);
    if (epoch === null) throw new Error("the cache server does not keep epochs");
    return epoch;
  }

  return {
    async epoch(names) {
      const keys = names.map(epochKey);
      const found = await redis.mget(keys);
      const epochs = await Promise.all(keys.map(async (key, index) => found[index] ?? ensureEpoch(key)));
      return epochs.join(".");
    },
    async bump(name) {
      await redis.set(epochKey(name), newToken(), "EX", EPOCH_SECONDS);
    },
    read: (key) => redis.get(key),
    async write(key, text, ttlMs) {
      await redis.set(key, text, "PX", Math.max(1, Math.ceil(ttlMs)));
    },
    async claim(key, lockMs) {
      const lock = `lock/${key}`;
      const token = newToken();
      // One connection keeps the order: the value is read after the lock was tried.
      const [locked, found] = await Promise.all([redis.set(lock, token, "PX", lockMs, "NX"), redis.get(key)]);
      const release = async () => void (await redis.eval(RELEASE, 1, lock, token));
      return { found, release: locked === "OK" ? release : null };
    },
    close: () => redis.disconnect(),
  };
}

function epochKey(name: string): string {
  return `epoch/${name}`;
}

function newToken(): string {
  return randomBytes(9).toString("base64url");
}
