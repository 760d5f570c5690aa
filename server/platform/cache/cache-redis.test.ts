import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createFakeClock } from "../../../test/support/fake-clock.ts";
import { countingLoad, freshNamespace, heldLoad, recordingMetrics, useCaches } from "./cache.test-support.ts";
import {
  findFreePort,
  hasRedisServer,
  type RedisServer,
  startRedisServer,
} from "./redis-server.test-support.ts";

const never = () => Promise.reject(new Error("loaded again"));

describe.skipIf(!hasRedisServer)("a server that answers", () => {
  let server: RedisServer;
  let redis: Redis;
  beforeAll(async () => {
    server = await startRedisServer();
    redis = new Redis(server.url, { keyPrefix: "cache:" });
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });
  const caches = useCaches(() => server.url);

  test("what one process loaded the other does not load", async () => {
    const [one, two] = [await caches.open("first"), await caches.open("second")];
    const namespace = freshNamespace();
    await one.get(namespace, ["a"], () => Promise.resolve({ price_cents: 9000 }));
    expect(await two.get(namespace, ["a"], never)).toEqual({ price_cents: 9000 });
    expect(two.stats().namespaces).toEqual([expect.objectContaining({ requests: 1, hits: 1, hitRate: 1 })]);
  });

  test("a copy does not outlive its original", async () => {
    const clock = createFakeClock();
    const [one, two] = [await caches.open("first", { clock }), await caches.open("second", { clock })];
    const namespace = freshNamespace();
    await one.get(namespace, ["a"], () => Promise.resolve("old"));
    clock.advance({ seconds: 99 });
    expect(await two.get(namespace, ["a"], never)).toBe("old");
    clock.advance({ seconds: 101 });
    expect(await two.get(namespace, ["a"], () => Promise.resolve("new"))).toBe("new");
  });

  test("a stale value of another process is served and refreshed", async () => {
    const clock = createFakeClock();
    const [one, two] = [await caches.open("first", { clock }), await caches.open("second", { clock })];
    const namespace = freshNamespace();
    await one.get(namespace, ["a"], () => Promise.resolve("old"));
    clock.advance({ seconds: 150 });
    const refresh = heldLoad("new");
    expect(await two.get(namespace, ["a"], refresh.load)).toBe("old");
    await refresh.began;
    refresh.release();
  });

  test("values leave the server when their stale time is over", async () => {
    const cache = await caches.open();
    const namespace = freshNamespace();
    await cache.get(namespace, ["a"], () => Promise.resolve("old"));
    const epoch = await redis.get(`epoch/${namespace.name}`);
    const left = await redis.pttl(`${namespace.name}:v1:${epoch}:a`);
    expect(left).toBeGreaterThan(150_000);
    expect(left).toBeLessThanOrEqual(200_000);
    expect(await redis.exists(`lock/${namespace.name}:v1:${epoch}:a`)).toBe(0);
  });

  test("two processes that miss together load once: the second polls until the first has stored", async () => {
    const namespace = freshNamespace();
    const held = heldLoad("once");
    const one = await caches.open("first");
    const first = one.get(namespace, ["a"], held.load);
    await held.began;
    const delays: number[] = [];
    const two = await caches.open("second", {
      async delay(milliseconds) {
        delays.push(milliseconds);
        held.release();
        await first;
      },
    });
    expect(await two.get(namespace, ["a"], never)).toBe("once");
    expect(delays).toEqual([100]);
  });

  test("a process that holds the lock for ever delays the others by 5 s at most", async () => {
    const namespace = freshNamespace();
    const stuck = heldLoad("stuck");
    const one = await caches.open("first");
    const first = one.get(namespace, ["a"], stuck.load);
    await stuck.began;
    let waited = 0;
    const two = await caches.open("second", {
      delay(milliseconds) {
        waited += milliseconds;
        return Promise.resolve();
      },
    });
    expect(await two.get(namespace, ["a"], () => Promise.resolve("own"))).toBe("own");
    expect(waited).toBe(5_000);
    stuck.release();
    await first;
  });

  test("race: a load that began in another process before an invalidation is found by nobody after it", async () => {
    const [one, two] = [await caches.open("first"), await caches.open("second")];
    const namespace = freshNamespace();
    const early = heldLoad("before");
    const running = one.get(namespace, ["a"], early.load, { entity: "e" });
    await early.began;
    await two.invalidate(namespace, "e");
    early.release();
    await running;
    const third = await caches.open("first");
    expect(await third.get(namespace, ["a"], () => Promise.resolve("after"), { entity: "e" })).toBe("after");
    expect(await two.get(namespace, ["a"], never, { entity: "e" })).toBe("after");
  });

  test("an epoch that the server has lost brings no old value back", async () => {
    const [one, two] = [await caches.open("first"), await caches.open("second")];
    const namespace = freshNamespace();
    await one.get(namespace, ["a"], () => Promise.resolve("first life"));
    await one.invalidate(namespace);
    await one.get(namespace, ["a"], () => Promise.resolve("second life"));
    await redis.del(`epoch/${namespace.name}`);
    expect(await two.get(namespace, ["a"], () => Promise.resolve("third life"))).toBe("third life");
    await redis.del(`epoch/${namespace.name}`);
    await two.invalidate(namespace);
    expect(await two.get(namespace, ["a"], () => Promise.resolve("fourth life"))).toBe("fourth life");
  });

  test("a text that the cache did not write counts as a miss", async () => {
    const namespace = freshNamespace();
    await redis.set(`epoch/${namespace.name}`, "known");
    for (const [id, text] of Object.entries({ a: "nonsense", b: "99999999999999 99999999999999 {broken" })) {
      await redis.set(`${namespace.name}:v1:known:${id}`, text);
      const cache = await caches.open();
      expect(await cache.get(namespace, [id], () => Promise.resolve("loaded"))).toBe("loaded");
    }
  });
});

describe.skipIf(!hasRedisServer)("a server that goes away", () => {
  let server: RedisServer;
  beforeEach(async () => {
    server = await startRedisServer();
  });
  afterEach(() => server.stop());
  const caches = useCaches(() => server.url);

  test("five time-outs give it up for 30 s; then it is tried again", async () => {
    const clock = createFakeClock();
    const { metrics, seen } = recordingMetrics();
    const cache = await caches.open("first", { clock, metrics, redis: { url: server.url, timeoutMs: 250 } });
    const namespace = freshNamespace();
    const { load, calls } = countingLoad();
    const errors = () => seen.filter((line) => line === "l2 error").length;
    server.freeze();
    for (let id = 1; id <= 8; id++) {
      expect(await cache.get(namespace, [id], load)).toEqual({ version: `v${id}` });
    }
    expect(errors()).toBe(5);
    expect(cache.health()).toBe("degraded");
    expect(cache.stats().shared).toBe("open");
    await cache.get(namespace, [1], load);
    expect(calls()).toBe(8);
    server.thaw();
    clock.advance({ seconds: 29 });
    await cache.get(namespace, [9], load);
    expect(cache.health()).toBe("degraded");
    clock.advance({ seconds: 1 });
    await cache.get(namespace, [10], load);
    expect(errors()).toBe(5);
    expect(cache.health()).toBe("ok");
  });

  test("an invalidation that it did not take is done locally, told to the others, and fails so that the job repeats it", async () => {
    const [one, two] = [await caches.open("first"), await caches.open("second")];
    const namespace = freshNamespace();
    const { load } = countingLoad();
    for (const cache of [one, two]) await cache.get(namespace, ["a"], load);
    await server.stop();
    const told = await caches.notified("second");
    await expect(one.invalidate(namespace)).rejects.toThrow();
    await told();
    expect(await one.get(namespace, ["a"], load)).toEqual({ version: "v2" });
    expect(await two.get(namespace, ["a"], load)).toEqual({ version: "v3" });
  });
});

describe("a server that is not there", () => {
  const caches = useCaches(() => null);

  test("the process opens its cache and works without it", async () => {
    const cache = await caches.open("first", { redis: { url: `redis://127.0.0.1:${await findFreePort()}` } });
    const namespace = freshNamespace();
    const { load, calls } = countingLoad();
    for (let turn = 0; turn < 3; turn++) {
      for (let id = 0; id < 5; id++) await cache.get(namespace, [id], load);
    }
    expect(calls()).toBe(5);
    expect(cache.health()).toBe("degraded");
    await caches.database("first").transaction((tx) => {
      cache.afterCommitDrop(tx, namespace);
      return Promise.resolve();
    });
    await cache.get(namespace, [0], load);
    expect(calls()).toBe(6);
  });
});
