import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFakeClock } from "../../../test/support/fake-clock.ts";
import {
  countingLoad,
  freshNamespace,
  heldLoad,
  recordingMetrics,
  settle,
  useCaches,
} from "./cache.test-support.ts";
import { NotADto } from "./dto.ts";
import { defineNamespace } from "./namespaces.ts";
import { hasRedisServer, type RedisServer, startRedisServer } from "./redis-server.test-support.ts";

describe("in process only", () => {
  keepsThePromises(() => null);
});

describe.skipIf(!hasRedisServer)("with Redis", () => {
  let server: RedisServer | undefined;
  beforeAll(async () => {
    server = await startRedisServer();
  });
  afterAll(() => server?.stop());
  keepsThePromises(() => server?.url ?? null);
});

/** What callers rely on, whichever layers there are. */
function keepsThePromises(redisUrl: () => string | null): void {
  const caches = useCaches(redisUrl);

  test("any JSON comes back equal, on the miss and on the hit", async () => {
    const cache = await caches.open();
    const namespace = freshNamespace();
    let id = 0;
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
        const wire: unknown = JSON.parse(JSON.stringify(value));
        expect(await cache.get(namespace, [++id], () => Promise.resolve(value))).toEqual(wire);
        expect(await cache.get(namespace, [id], () => Promise.reject(new Error("loaded twice")))).toEqual(
          wire,
        );
      }),
      { numRuns: 60 },
    );
  });

  test("changing a returned value or the loaded original changes nothing for others", async () => {
    const cache = await caches.open();
    const namespace = freshNamespace();
    const original = { prices: [9000, 8000] };
    const loaded = await cache.get(namespace, ["a"], () => Promise.resolve(original));
    expect(() => loaded.prices.push(1)).toThrow(TypeError);
    original.prices.push(1);
    expect(await cache.get(namespace, ["a"], () => Promise.resolve({ prices: [0] }))).toEqual({
      prices: [9000, 8000],
    });
  });

  test("200 concurrent misses make one load", async () => {
    const cache = await caches.open();
    const namespace = freshNamespace();
    const { load, calls } = countingLoad();
    const answers = await Promise.all(Array.from({ length: 200 }, () => cache.get(namespace, ["a"], load)));
    expect(calls()).toBe(1);
    expect(new Set(answers.map(({ version }) => version))).toEqual(new Set(["v1"]));
    expect(cache.stats().namespaces).toEqual([
      expect.objectContaining({ requests: 200, hits: 0, misses: 200, hitRate: 0 }),
    ]);
  });

  test("an error reaches everybody who waits and is not kept", async () => {
    const { metrics, seen } = recordingMetrics();
    const cache = await caches.open("first", { metrics });
    const namespace = freshNamespace();
    const fail = () => Promise.reject(new Error("source is down"));
    const answers = await Promise.allSettled([1, 2, 3].map(() => cache.get(namespace, ["a"], fail)));
    for (const answer of answers) expect(answer).toMatchObject({ reason: { message: "source is down" } });
    expect(seen.filter((line) => line === "load error")).toHaveLength(1);
    expect(await cache.get(namespace, ["a"], countingLoad().load)).toEqual({ version: "v1" });
  });

  test("null is believed for 30 s and never served after", async () => {
    const clock = createFakeClock();
    const cache = await caches.open("first", { clock });
    const namespace = freshNamespace();
    expect(await cache.get(namespace, ["a"], () => Promise.resolve(null))).toBeNull();
    const { load, calls } = countingLoad();
    clock.advance({ milliseconds: 29_999 });
    expect(await cache.get(namespace, ["a"], load)).toBeNull();
    clock.advance({ milliseconds: 1 });
    expect(await cache.get(namespace, ["a"], load)).toEqual({ version: "v1" });
    expect(calls()).toBe(1);
  });

  test.each([
    [0, 90],
    [0.5, 100],
    [1, 110],
  ])("jitter %d gives a lifetime of %d s", async (random, seconds) => {
    const clock = createFakeClock();
    const cache = await caches.open("first", { clock, random: () => random });
    const namespace = freshNamespace();
    const { load } = countingLoad();
    await cache.get(namespace, ["a"], load);
    clock.advance({ milliseconds: seconds * 1000 - 1 });
    await cache.get(namespace, ["a"], load);
    expect(cache.stats().namespaces[0]).toMatchObject({ hits: 1, staleHits: 0 });
    clock.advance({ milliseconds: 1 });
    await cache.get(namespace, ["a"], load);
    expect(cache.stats().namespaces[0]).toMatchObject({ hits: 2, staleHits: 1 });
  });

  test("past its lifetime a value is served while one refresh runs", async () => {
    const clock = createFakeClock();
    const cache = await caches.open("first", { clock });
    const namespace = freshNamespace();
    const never = () => Promise.reject(new Error("a second refresh"));
    await cache.get(namespace, ["a"], () => Promise.resolve("old"));
    clock.advance({ seconds: 100 });
    const refresh = heldLoad("new");
    expect(await cache.get(namespace, ["a"], refresh.load)).toBe("old");
    await refresh.began;
    const meanwhile = await Promise.all(Array.from({ length: 50 }, () => cache.get(namespace, ["a"], never)));
    expect(new Set(meanwhile)).toEqual(new Set(["old"]));
    refresh.release();
    await settle();
    expect(await cache.get(namespace, ["a"], never)).toBe("new");
  });

  test("two lifetimes later nothing is left to serve", async () => {
    const clock = createFakeClock();
    const cache = await caches.open("first", { clock });
    const namespace = freshNamespace();
    await cache.get(namespace, ["a"], () => Promise.resolve("old"));
    clock.advance({ seconds: 200 });
    expect(await cache.get(namespace, ["a"], () => Promise.resolve("new"))).toBe("new");
  });

  test("a failed refresh leaves the old value until its time is over", async () => {
    const clock = createFakeClock();
    const { metrics, seen } = recordingMetrics();
    const cache = await caches.open("first", { clock, metrics });
    const namespace = freshNamespace();
    const failed = Promise.withResolvers<void>();
    const fail = () => {
      failed.resolve();
      return Promise.reject(new Error("source is down"));
    };
    await cache.get(namespace, ["a"], () => Promise.resolve("old"));
    clock.advance({ seconds: 199 });
    expect(await cache.get(namespace, ["a"], fail)).toBe("old");
    await failed.promise;
    await settle();
    expect(seen).toContain("load error");
    clock.advance({ seconds: 1 });
    await expect(cache.get(namespace, ["a"], fail)).rejects.toThrow("source is down");
  });

  test("an invalidation reaches its entity, or the whole namespace, and nothing else", async () => {
    const cache = await caches.open();
    const [namespace, other] = [freshNamespace(), freshNamespace()];
    const { load } = countingLoad();
    const read = () =>
      Promise.all([
        cache.get(namespace, ["x", 1], load, { entity: "x" }),
        cache.get(namespace, ["y", 1], load, { entity: "y" }),
        cache.get(other, ["x", 1], load, { entity: "x" }),
      ]).then((answers) => answers.map(({ version }) => version));
    const [x, y, elsewhere] = await read();
    await cache.invalidate(namespace, "x");
    const after = await read();
    expect(after).toEqual([expect.not.stringMatching(`^${x}$`), y, elsewhere]);
    await cache.invalidate({ name: namespace.name });
    const last = await read();
    expect(last[0]).not.toBe(after[0]);
    expect(last[1]).not.toBe(y);
    expect(last[2]).toBe(elsewhere);
  });

  test("race: a load that began before an invalidation is neither joined nor kept after it", async () => {
    const cache = await caches.open();
    const namespace = freshNamespace();
    const early = heldLoad("before");
    const first = cache.get(namespace, ["a"], early.load);
    await early.began;
    await cache.invalidate(namespace);
    const late = heldLoad("after");
    const second = cache.get(namespace, ["a"], late.load);
    await late.began;
    early.release();
    expect(await first).toBe("before");
    late.release();
    expect(await second).toBe("after");
    expect(await cache.get(namespace, ["a"], early.load)).toBe("after");
  });

  test("race: a refresh that began before an invalidation brings nothing back", async () => {
    const clock = createFakeClock();
    const cache = await caches.open("first", { clock });
    const namespace = freshNamespace();
    await cache.get(namespace, ["a"], () => Promise.resolve("old"), { entity: "e" });
    clock.advance({ seconds: 150 });
    const refresh = heldLoad("read before the change");
    expect(await cache.get(namespace, ["a"], refresh.load, { entity: "e" })).toBe("old");
    await refresh.began;
    await cache.invalidate(namespace, "e");
    refresh.release();
    await settle();
    expect(await cache.get(namespace, ["a"], () => Promise.resolve("new"), { entity: "e" })).toBe("new");
  });

  test("two processes: an invalidation in one is seen by the other, also by a load under way there", async () => {
    const [one, two] = [await caches.open("first"), await caches.open("second")];
    const namespace = freshNamespace();
    await two.get(namespace, ["kept"], () => Promise.resolve("old"));
    const early = heldLoad("old");
    const running = two.get(namespace, ["running"], early.load);
    await early.began;
    const told = await caches.notified("second");
    await one.invalidate(namespace);
    await told();
    early.release();
    expect(await running).toBe("old");
    for (const id of ["kept", "running"]) {
      expect(await two.get(namespace, [id], () => Promise.resolve("new"))).toBe("new");
      expect(await two.get(namespace, [id], () => Promise.resolve("newer"))).toBe("new");
    }
  });

  test("a commit drops the writer's own entries; a roll-back does not", async () => {
    const cache = await caches.open();
    const namespace = freshNamespace();
    const { load } = countingLoad();
    const database = caches.database("first");
    const read = async () => (await cache.get(namespace, ["a"], load, { entity: "e" })).version;
    expect(await read()).toBe("v1");
    const rolledBack = database.transaction((tx) => {
      cache.afterCommitDrop(tx, namespace, "e");
      return Promise.reject(new Error("roll back"));
    });
    await expect(rolledBack).rejects.toThrow("roll back");
    expect(await read()).toBe("v1");
    await database.transaction((tx) => {
      cache.afterCommitDrop(tx, namespace, "e");
      return Promise.resolve();
    });
    expect(await read()).toBe("v2");
  });

  test("a read inside a transaction throws", async () => {
    const cache = await caches.open();
    const { load, calls } = countingLoad();
    const inside = caches.database("first").transaction(() => cache.get(freshNamespace(), ["a"], load));
    await expect(inside).rejects.toThrow("inside a transaction");
    expect(calls()).toBe(0);
  });

  test("what is no DTO throws when strict; else it is returned, counted and not kept", async () => {
    const { metrics, seen } = recordingMetrics();
    const namespace = freshNamespace();
    const load = () => Promise.resolve({ at: Temporal.Instant.from("2026-03-02T15:00:00Z") });
    const strict = await caches.open("first");
    await expect(strict.get(namespace, ["a"], load)).rejects.toThrow(NotADto);
    const lenient = await caches.open("first", { strict: false, metrics });
    expect((await lenient.get(namespace, ["a"], load)).at.toString()).toBe("2026-03-02T15:00:00Z");
    expect(seen).toContain("load refused");
    expect(await lenient.get(namespace, ["a"], () => Promise.resolve({ at: "wire form" }))).toEqual({
      at: "wire form",
    });
  });

  test("512 KiB are kept, one byte more is not", async () => {
    const { metrics, seen } = recordingMetrics();
    const cache = await caches.open("first", { metrics });
    const namespace = freshNamespace();
    const largest = "x".repeat(512 * 1024 - 2);
    await cache.get(namespace, ["fits"], () => Promise.resolve(largest));
    expect(await cache.get(namespace, ["fits"], () => Promise.resolve("again"))).toBe(largest);
    await cache.get(namespace, ["too large"], () => Promise.resolve(`${largest}x`));
    expect(await cache.get(namespace, ["too large"], () => Promise.resolve("again"))).toBe("again");
    expect(seen).toContain("load too_large");
  });

  test("a raised version never reads old values", async () => {
    const namespace = freshNamespace();
    const before = await caches.open();
    await before.get(namespace, ["a"], () => Promise.resolve({ name: "Ann" }));
    const after = await caches.open();
    const next = defineNamespace({ name: namespace.name, version: 2, ttlSeconds: 100 });
    expect(await after.get(next, ["a"], () => Promise.resolve({ full_name: "Ann" }))).toEqual({
      full_name: "Ann",
    });
  });

  test("one name with two declarations is refused", async () => {
    const cache = await caches.open();
    const namespace = freshNamespace();
    await cache.get(namespace, ["a"], () => Promise.resolve(1));
    const twin = defineNamespace({ name: namespace.name, version: 1, ttlSeconds: 5 });
    await expect(cache.get(twin, ["a"], () => Promise.resolve(2))).rejects.toThrow("declared twice");
  });

  test("the hit rate can be reset", async () => {
    const clock = createFakeClock();
    const cache = await caches.open("first", { clock });
    const namespace = freshNamespace();
    for (let turn = 0; turn < 4; turn++) await cache.get(namespace, ["a"], () => Promise.resolve(1));
    expect(cache.stats().namespaces).toEqual([
      { ns: namespace.name, requests: 4, hits: 3, staleHits: 0, misses: 1, errors: 0, hitRate: 0.75 },
    ]);
    clock.advance({ minutes: 5 });
    cache.resetStats();
    expect(cache.stats()).toMatchObject({ since: clock.now(), namespaces: [] });
    expect(cache.health()).toBe("ok");
  });
}
