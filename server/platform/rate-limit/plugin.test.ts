import Fastify, { type FastifyInstance, type InjectOptions } from "fastify";
import { beforeEach, describe, expect, test } from "vitest";
import { useDatabase } from "../../../test/support/database.ts";
import { createFakeClock, type FakeClock } from "../../../test/support/fake-clock.ts";
import { Secret } from "../config/secret.ts";
import { Problem } from "../http/problem.ts";
import type { RouteConfig } from "../http/route-config.ts";
import { createIdFactory } from "../ids/ids.ts";
import { createMetrics } from "../metrics/metrics.ts";
import { createLimiterMetrics } from "./limiter-metrics.ts";
import { createRateLimiter } from "./limiter.ts";
import { createMemoryStore } from "./memory-store.ts";
import type { ModeSettings, Override } from "./override.rules.ts";
import { type ActiveOverrides, createOverrides } from "./overrides.ts";
import { rateLimitPlugin } from "./plugin.ts";

const RENDER = "render-token-of-this-process";
const BYPASS = "bypass-token-of-the-tests";
const CONVERSATIONS = ["01J8Z3K4M5N6P7Q8R9S0T1V2W3", "01J8Z3K4M5N6P7Q8R9S0T1V2W4"];

let clock: FakeClock;
beforeEach(() => {
  clock = createFakeClock();
});

interface Setup {
  readonly settings?: ModeSettings;
  readonly overrides?: ActiveOverrides;
  readonly hops?: number;
}

async function createApp(setup: Setup = {}): Promise<FastifyInstance> {
  const overrides = setup.overrides ?? { active: () => [] };
  const limiter = createRateLimiter({
    store: createMemoryStore({ clock }),
    clock,
    settings: setup.settings ?? { mode: "enforce", modeByBucket: {} },
    overrides,
    metrics: createLimiterMetrics(createMetrics({ processMetrics: false }), overrides),
  });
  const app = Fastify();
  app.decorateRequest("caller", null);
  app.addHook("onRequest", async (request) => {
    const userId = request.headers["x-test-user"];
    if (typeof userId === "string") {
      request.caller = { userId, permissions: new Set(), status: "active", credential: "cookie" };
    }
  });
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof Problem)) return reply.code(500).send({ code: "internal_error" });
    return reply
      .code(error.status)
      .headers(error.headers)
      .send({ code: error.code, detail: error.detail, ...error.extensions });
  });
  await app.register(rateLimitPlugin, {
    limiter,
    trustedProxyHops: setup.hops ?? 0,
    internalRenderToken: new Secret(RENDER),
    bypassToken: new Secret(BYPASS),
  });
  addRoutes(app);
  return app;
}

function addRoutes(app: FastifyInstance): void {
  const route = (url: string, config: Partial<RouteConfig>, method: "GET" | "POST" | "OPTIONS" = "GET") =>
    app.route({ method, url, config, handler: async () => ({ ok: true }) });
  route("/api/v1/things/:id", { guard: "public", bucket: "read" });
  route("/api/v1/pay", { guard: "user", bucket: "financial" }, "POST");
  route("/api/v1/auth/login", { guard: "public", bucket: "auth_login" }, "POST");
  route("/api/v1/conversations/:id/messages", { guard: "participant", bucket: "conv_msg" }, "POST");
  route("/api/v1/health", { guard: "public", bucket: "none" });
  route("/api/v1/things/:id", { guard: "public", bucket: "read" }, "OPTIONS");
  route("/page", { kind: "web" });
  route("/docs", { kind: "document" });
  app.get("/api/v1/broken", { config: { guard: "public", bucket: "search" } }, async () => {
    throw new Error("a bug");
  });
}

async function times(count: number, app: FastifyInstance, call: InjectOptions) {
  const statuses: number[] = [];
  for (let turn = 0; turn < count; turn++) statuses.push((await app.inject(call)).statusCode);
  return statuses;
}

const read: InjectOptions = { method: "GET", url: "/api/v1/things/1" };
const pay: InjectOptions = { method: "POST", url: "/api/v1/pay" };

describe("headers", () => {
  test("show the bucket with the least left, its reset rounded up to a second", async () => {
    const app = await createApp();
    const first = await app.inject(read);
    expect(first.headers).toMatchObject({
      "x-ratelimit-limit": "21",
      "x-ratelimit-remaining": "20",
      "x-ratelimit-reset": String(clock.now().epochMilliseconds / 1000 + 1),
      "x-ratelimit-policy": "read",
      "x-ratelimit-shadow": "false",
    });
    await times(90, app, { url: "/page" });
    expect((await app.inject(read)).headers).toMatchObject({
      "x-ratelimit-policy": "edge",
      "x-ratelimit-limit": "101",
      "x-ratelimit-remaining": "9",
    });
  });

  test("are there when the route fails and when it does not exist", async () => {
    const app = await createApp();
    const broken = await app.inject("/api/v1/broken");
    expect(broken.statusCode).toBe(500);
    expect(broken.headers).toMatchObject({ "x-ratelimit-policy": "search", "x-ratelimit-limit": "21" });
    const unknown = await app.inject("/api/v1/nothing");
    expect(unknown.statusCode).toBe(404);
    expect(unknown.headers).toMatchObject({ "x-ratelimit-policy": "edge", "x-ratelimit-remaining": "99" });
  });
});

test("one too many is a 429 that says when to come back, and then passes", async () => {
  const app = await createApp();
  expect(await times(3, app, pay)).toEqual([200, 200, 200]);
  const refused = await app.inject(pay);
  expect(refused.statusCode).toBe(429);
  expect(refused.headers).toMatchObject({
    "retry-after": "12",
    "x-ratelimit-policy": "financial",
    "x-ratelimit-remaining": "0",
  });
  expect(refused.json()).toEqual({
    code: "rate_limited",
    detail: "Too many requests. Try again in 12 seconds.",
    retry_after: 12,
  });
  clock.advance({ seconds: 12 });
  expect(await times(2, app, pay)).toEqual([200, 429]);
});

describe("who is counted", () => {
  test("a signed-in person wherever they are; sign-in by address whoever they are", async () => {
    const app = await createApp();
    const as = (user: string, call: InjectOptions): InjectOptions => ({
      ...call,
      headers: { "x-test-user": user },
    });
    expect(await times(4, app, as("ann", pay))).toEqual([200, 200, 200, 429]);
    expect(await times(1, app, as("bob", pay))).toEqual([200]);
    expect(await times(1, app, { ...as("ann", pay), remoteAddress: "192.0.2.1" })).toEqual([429]);
    const login: InjectOptions = { method: "POST", url: "/api/v1/auth/login" };
    expect(await times(6, app, as("ann", login))).not.toContain(429);
    expect(await times(1, app, as("bob", login))).toEqual([429]);
    expect(await times(1, app, { ...login, remoteAddress: "192.0.2.1" })).toEqual([200]);
  });

  test("each conversation apart, but only real ids", async () => {
    const app = await createApp();
    const message = (id: string | undefined): InjectOptions => ({
      method: "POST",
      url: `/api/v1/conversations/${id}/messages`,
    });
    await times(11, app, message(CONVERSATIONS[0]));
    expect(await times(1, app, message(CONVERSATIONS[0]))).toEqual([429]);
    expect(await times(1, app, message(CONVERSATIONS[1]))).toEqual([200]);
    await times(11, app, message("made-up"));
    expect(await times(1, app, message("made-up-too"))).toEqual([429]);
  });

  test("the address our proxy saw, not what the client claims", async () => {
    const app = await createApp({ hops: 1 });
    const from = (forwarded: string): InjectOptions => ({
      ...pay,
      headers: { "x-forwarded-for": forwarded },
    });
    await times(3, app, from("9.9.9.9, 192.0.2.1"));
    expect(await times(1, app, from("8.8.8.8, 192.0.2.1"))).toEqual([429]);
    expect(await times(1, app, from("9.9.9.9, 192.0.2.2"))).toEqual([200]);
  });
});

describe("what costs an edge token", () => {
  test.each([
    ["an API call", "GET", "/api/v1/things/1", {}, 1],
    ["an unknown path", "GET", "/wp-admin", {}, 1],
    ["a page", "GET", "/page", {}, 1],
    ["health", "GET", "/api/v1/health", {}, 0],
    ["a preflight", "OPTIONS", "/api/v1/things/1", {}, 0],
    ["a document", "GET", "/docs", {}, 0],
    ["a call made by a page in process", "GET", "/api/v1/things/1", { "x-internal-render": RENDER }, 0],
    ["a forged in-process call", "GET", "/api/v1/things/1", { "x-internal-render": `${RENDER}?` }, 1],
    ["a call with the bypass token", "GET", "/api/v1/things/1", { "x-ratelimit-bypass": BYPASS }, 0],
    ["a call with a wrong bypass token", "GET", "/api/v1/things/1", { "x-ratelimit-bypass": "" }, 1],
  ] as const)("%s (%s %s)", async (_name, method, url, headers, cost) => {
    const app = await createApp();
    const answer = await app.inject({ method, url, headers });
    expect("x-ratelimit-policy" in answer.headers).toBe(cost > 0);
    const { headers: after } = await app.inject("/page");
    expect(after["x-ratelimit-remaining"]).toBe(String(100 - cost));
  });

  test("an address that used up its edge tokens gets 429 everywhere, and pays no other bucket", async () => {
    const app = await createApp();
    await times(101, app, { url: "/page" });
    expect(await times(1, app, read)).toEqual([429]);
    clock.advance({ milliseconds: 200 });
    const { headers } = await app.inject(read);
    expect(headers["x-ratelimit-policy"]).toBe("edge");
    clock.advance({ minutes: 1 });
    expect(await times(1, app, read)).toEqual([200]);
    expect(await times(1, app, { url: "/api/v1/health" })).toEqual([200]);
  });
});

describe("modes", () => {
  test("shadow shows itself and blocks nothing", async () => {
    const app = await createApp({ settings: { mode: "shadow", modeByBucket: {} } });
    expect(await times(4, app, pay)).toEqual([200, 200, 200, 200]);
    const { headers } = await app.inject(pay);
    expect(headers).toMatchObject({ "x-ratelimit-shadow": "true", "x-ratelimit-remaining": "0" });
    expect(headers["retry-after"]).toBeUndefined();
  });

  test("off leaves no trace, one bucket at a time", async () => {
    const settings: ModeSettings = { mode: "enforce", modeByBucket: { financial: "off" } };
    const app = await createApp({ settings });
    expect(await times(5, app, pay)).not.toContain(429);
    expect((await app.inject(pay)).headers["x-ratelimit-policy"]).toBe("edge");
  });
});

describe("overrides in the database", () => {
  const database = useDatabase();

  test("bind the requests of every process that shares it, for as long as they last", async () => {
    const ids = createIdFactory(clock);
    const common = { database: database(), clock, ids, allowOff: true };
    const here = createOverrides(common);
    let applied = Promise.withResolvers<readonly Override[]>();
    const there = createOverrides({ ...common, onLoaded: (active) => applied.resolve(active) });
    await Promise.all([here.start(), there.start()]);
    try {
      const app = await createApp({ overrides: there });
      expect(await times(5, app, read)).not.toContain(429);
      applied = Promise.withResolvers();
      const made = await here.create(database().db, {
        match: "route",
        target: "/api/v1/things/{id}",
        method: "GET",
        ratePerMin: 6,
        burst: 1,
        mode: null,
        reason: "incident",
        createdBy: "test",
        expiresAt: clock.now().add({ hours: 1 }),
      });
      await applied.promise;
      expect(await times(3, app, read)).toEqual([200, 200, 429]);
      expect((await app.inject("/api/v1/%74hings/2")).statusCode).toBe(429);
      expect((await app.inject(read)).headers).toMatchObject({
        "x-ratelimit-limit": "2",
        "retry-after": "10",
      });
      applied = Promise.withResolvers();
      await here.delete(database().db, made.id);
      await applied.promise;
      expect(await times(3, app, read)).toEqual([200, 200, 200]);
    } finally {
      await Promise.all([here.stop(), there.stop()]);
    }
  });
});
