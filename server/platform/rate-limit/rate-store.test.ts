import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "../../../test/support/database.ts";
import { createFakeClock } from "../../../test/support/fake-clock.ts";
import { type Clock, systemClock } from "../clock/clock.ts";
import { type Decision, decide, planAttempt, type Policy } from "./gcra.ts";
import { createMemoryStore } from "./memory-store.ts";
import { createPostgresStore, sweepRateStates } from "./postgres-store.ts";
import type { RateStore } from "./rate-store.ts";
import { createRedisStore } from "./redis-store.ts";

const perMinute = (count: number, burst: number): Policy => ({ rate: { count, perMs: 60_000 }, burst });

async function take(store: RateStore, key: string, policy: Policy, cost = 1): Promise<Decision> {
  const attempt = planAttempt(policy, cost);
  if (!attempt) throw new Error("a policy of these tests is never blocked outright");
  return decide(attempt, await store.take(key, attempt));
}

let keys = 0;
const freshKey = (): string => `rl:test:${keys++}`;

/** What every store promises. `makeStore` without a clock uses the store's own. */
function keepsThePromises(makeStore: (clock?: Clock) => RateStore): void {
  test("counts down, refuses, and lets through again when told", async () => {
    const clock = createFakeClock();
    const store = makeStore(clock);
    const key = freshKey();
    const policy = perMinute(30, 10);
    for (let left = 10; left >= 0; left--) {
      expect(await take(store, key, policy)).toMatchObject({ allowed: true, remaining: left });
    }
    expect(await take(store, key, policy)).toMatchObject({
      allowed: false,
      remaining: 0,
      retryMs: 2000,
      resetMs: 22_000,
    });
    clock.advance({ milliseconds: 1999 });
    expect(await take(store, key, policy)).toMatchObject({ allowed: false, retryMs: 1 });
    clock.advance({ milliseconds: 1 });
    expect(await take(store, key, policy)).toMatchObject({ allowed: true, remaining: 0 });
    clock.advance({ milliseconds: 24_000 });
    expect(await take(store, key, policy)).toMatchObject({ allowed: true, remaining: 10, resetMs: 2000 });
  });

  test("keeps fractional intervals exactly enough for a whole burst", async () => {
    const store = makeStore(createFakeClock());
    const key = freshKey();
    const policy = perMinute(7, 20);
    for (let left = 20; left >= 0; left--) expect((await take(store, key, policy)).remaining).toBe(left);
    expect((await take(store, key, policy)).allowed).toBe(false);
  });

  test("takes several tokens at once, all or none", async () => {
    const store = makeStore(createFakeClock());
    const key = freshKey();
    const policy = perMinute(60, 4);
    expect(await take(store, key, policy, 3)).toMatchObject({ allowed: true, remaining: 2 });
    expect(await take(store, key, policy, 3)).toMatchObject({ allowed: false, retryMs: 1000 });
    expect(await take(store, key, policy, 2)).toMatchObject({ allowed: true, remaining: 0 });
  });

  test("keeps keys apart", async () => {
    const store = makeStore(createFakeClock());
    const policy = perMinute(1, 0);
    const [one, other] = [freshKey(), freshKey()];
    expect((await take(store, one, policy)).allowed).toBe(true);
    expect((await take(store, other, policy)).allowed).toBe(true);
    expect((await take(store, one, policy)).allowed).toBe(false);
  });

  test("of 50 parallel attempts on a bucket with burst 10 exactly 11 pass", async () => {
    const store = makeStore();
    const key = freshKey();
    const policy: Policy = { rate: { count: 1, perMs: 3_600_000 }, burst: 10 };
    const decisions = await Promise.all(Array.from({ length: 50 }, () => take(store, key, policy)));
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(11);
    for (const { allowed, retryMs } of decisions) {
      if (!allowed) expect(retryMs).toBeGreaterThan(3_500_000);
    }
  });

  test("says what time its own clock has", async () => {
    const { nowMs } = await take(makeStore(), freshKey(), perMinute(60, 0));
    const away = Math.abs(nowMs - systemClock.now().epochMilliseconds);
    expect(away).toBeLessThan(3_600_000);
  });
}

describe("memory", () => {
  keepsThePromises((clock = systemClock) => createMemoryStore({ clock }));

  test("forgets the longest unused key when it is full", async () => {
    const store = createMemoryStore({ clock: createFakeClock(), maxKeys: 2 });
    const policy = perMinute(1, 0);
    await take(store, "a", policy);
    await take(store, "b", policy);
    await take(store, "a", policy);
    await take(store, "c", policy);
    expect((await take(store, "a", policy)).allowed).toBe(false);
    expect((await take(store, "b", policy)).allowed).toBe(true);
  });
});

describe("postgres", () => {
  const database = useDatabase({ max: 14 });
  keepsThePromises((clock) => createPostgresStore({ db: database().db, ...(clock && { clock }) }));

  test("sweeping forgets keys that are full again, and only those", async () => {
    const clock = createFakeClock();
    const { db } = database();
    const store = createPostgresStore({ db, clock });
    const [short, long] = [freshKey(), freshKey()];
    await sweepRateStates({ db, clock: createFakeClock("2100-01-01T00:00:00Z") });
    await take(store, short, perMinute(60, 0));
    await take(store, long, perMinute(1, 0));
    clock.advance({ seconds: 1 });
    expect(await sweepRateStates({ db, clock }, 1)).toBe(1);
    expect((await take(store, long, perMinute(1, 0))).allowed).toBe(false);
  });
});

describe.skipIf(spawnSync("redis-server", ["--version"]).status !== 0)("redis", () => {
  let server: ChildProcess;
  let folder: string;
  let redis: Redis;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "rate-store-"));
    const port = await freePort();
    server = spawn(
      "redis-server",
      ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "no"],
      { stdio: "ignore" },
    );
    redis = new Redis({ host: "127.0.0.1", port, retryStrategy: () => 20, maxRetriesPerRequest: null });
    redis.on("error", () => undefined); // refused until the server listens
    await redis.ping();
  });

  afterAll(async () => {
    redis.disconnect();
    const ended = once(server, "exit");
    server.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  });

  keepsThePromises((clock) => createRedisStore({ redis, ...(clock && { clock }) }));

  test("goes on after the server has lost its scripts", async () => {
    const store = createRedisStore({ redis });
    const key = freshKey();
    await take(store, key, perMinute(1, 1));
    await redis.script("FLUSH");
    expect(await take(store, key, perMinute(1, 1))).toMatchObject({ allowed: true, remaining: 0 });
  });

  test("keys expire by themselves when the bucket is full again", async () => {
    const key = freshKey();
    await take(createRedisStore({ redis }), key, perMinute(1, 0));
    const ttl = await redis.pttl(key);
    expect(ttl).toBeGreaterThan(0);
    expect(ttl).toBeLessThanOrEqual(60_000);
  });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
