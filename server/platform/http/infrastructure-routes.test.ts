import { createHmac } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { Secret } from "#platform/config/secret.ts";
import { createDraining } from "./draining.ts";
import { infrastructureRoutes } from "./infrastructure-routes.ts";
import type { Kernel } from "./kernel.ts";
import { createTestClock, createTestKernel } from "./kernel.test-support.ts";
import { createReadiness, type ReadinessCheck } from "./readiness.ts";
import { createServiceGuards } from "./service-auth.ts";

const open: Kernel[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

const KEY = new Secret("internal-hmac-key-for-these-calls");
const fine = async () => {};
const broken = async () => {
  throw new Error("db.internal:5432 refused");
};

async function start(checks: Record<string, ReadinessCheck> = {}, patienceMs = 1_000) {
  const clock = createTestClock();
  const draining = createDraining();
  const asked: unknown[] = [];
  const { app, metrics } = createTestKernel({
    clock,
    serviceGuards: createServiceGuards({
      clock,
      config: {
        tier: "PROD",
        internalHmacSecrets: [KEY],
        metrics: { basicAuth: new Secret("ops:password"), token: null, ipAllowlist: ["127.0.0.1"] },
      },
    }),
  });
  open.push(app);
  const routes = infrastructureRoutes({
    config: { gitSha: "abc1234", siteMode: "beta" },
    version: "0.1.0",
    metrics,
    uptime: () => 61.4,
    readiness: createReadiness({ clock, draining, checks, patienceMs }),
    reloadConfig: async () => ({ rate_limit: { mode: "shadow" } }),
    ratePolicy: async (query) => {
      asked.push(query);
      return {
        bucket: "write",
        rate_per_min: 30,
        burst: 10,
        limit: 11,
        mode: "enforce",
        rate_source: "default",
        mode_source: "env",
        override_id: null,
      };
    },
  });
  await app.register(routes, { prefix: "/api/v1" });
  const signed = (at = Math.floor(clock.now().epochMilliseconds / 1000)) => ({
    "x-internal-timestamp": String(at),
    "x-internal-signature": createHmac("sha256", KEY.reveal()).update(`${at}.`).digest("hex"),
  });
  return { app, clock, draining, asked, signed };
}

test("health says what runs; lite says only that it does", async () => {
  const { app } = await start();
  expect((await app.inject("/api/v1/health")).json()).toEqual({
    status: "ok",
    service: "instainstru",
    version: "0.1.0",
    git_sha: "abc1234",
    uptime_s: 61,
    site_mode: "beta",
  });
  expect((await app.inject("/api/v1/health/lite")).json()).toEqual({ status: "ok" });
});

test("ready names its checks; a soft one that fails is degraded, a hard one is 503", async () => {
  const soft = await start({ database: { kind: "hard", run: fine }, mail: { kind: "soft", run: broken } });
  const degraded = await soft.app.inject("/api/v1/ready");
  expect(degraded.statusCode).toBe(200);
  expect(degraded.json()).toEqual({
    status: "degraded",
    checks: [
      { name: "database", status: "ok", ms: expect.any(Number) },
      { name: "mail", status: "failed", ms: expect.any(Number) },
    ],
  });
  const hard = await start({ database: { kind: "hard", run: broken }, mail: { kind: "soft", run: fine } });
  const down = await hard.app.inject("/api/v1/ready");
  expect(down.statusCode).toBe(503);
  expect(down.headers["retry-after"]).toBe("2");
  expect(down.json()).toMatchObject({
    code: "service_unavailable",
    checks: [
      { name: "database", status: "failed" },
      { name: "mail", status: "ok" },
    ],
  });
  expect(down.body).not.toContain("db.internal");
});

test("a check that does not answer counts as failed", async () => {
  const { app } = await start({ database: { kind: "hard", run: () => new Promise(() => {}) } }, 5);
  expect((await app.inject("/api/v1/ready")).statusCode).toBe(503);
});

test("checks run once a second however many ask; draining shows at once", async () => {
  let runs = 0;
  const { app, clock, draining } = await start({
    database: {
      kind: "hard",
      run: async () => {
        runs += 1;
      },
    },
  });
  await Promise.all(Array.from({ length: 10 }, () => app.inject("/api/v1/ready")));
  clock.advance({ milliseconds: 999 });
  await app.inject("/api/v1/ready");
  expect(runs).toBe(1);
  clock.advance({ milliseconds: 1 });
  expect((await app.inject("/api/v1/ready")).json()).toMatchObject({ status: "ok" });
  expect(runs).toBe(2);
  draining.start();
  const last = await app.inject("/api/v1/ready");
  expect([last.statusCode, last.json<{ checks: object[] }>().checks[0]]).toMatchObject([
    503,
    { name: "draining" },
  ]);
});

test("metrics come as Prometheus text to those who may scrape, by GET alone", async () => {
  const { app } = await start();
  const authorization = `Basic ${Buffer.from("ops:password").toString("base64")}`;
  const people = await app.inject({ url: "/api/v1/metrics/prometheus", headers: { authorization } });
  expect(people.headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(people.body).toContain("# TYPE instainstru_http_requests_total counter");
  expect((await app.inject("/api/v1/metrics/prometheus")).statusCode).toBe(401);
  expect((await app.inject("/api/v1/internal/metrics")).statusCode).toBe(200);
  const elsewhere = await app.inject({ url: "/api/v1/internal/metrics", remoteAddress: "192.0.2.1" });
  expect(elsewhere.statusCode).toBe(401);
  for (const method of ["POST", "HEAD", "PUT"] as const) {
    const refused = await app.inject({ method, url: "/api/v1/internal/metrics" });
    expect([refused.statusCode, refused.headers["allow"]]).toEqual([405, "GET"]);
  }
});

test("signed calls reload the configuration and look up a policy; others cannot", async () => {
  const { app, asked, signed } = await start();
  const reload = { method: "POST", url: "/api/v1/internal/config/reload" } as const;
  expect((await app.inject(reload)).statusCode).toBe(401);
  expect((await app.inject({ ...reload, headers: { "x-test-caller": "user" } })).statusCode).toBe(401);
  expect((await app.inject({ ...reload, headers: signed() })).json()).toEqual({
    rate_limit: { mode: "shadow" },
  });
  const url = "/api/v1/internal/rate-limit/policy?bucket=write&method=POST";
  const earlier = signed(Math.floor(createTestClock().now().epochMilliseconds / 1000) - 1);
  const policy = await app.inject({ url, headers: earlier });
  expect(policy.json()).toMatchObject({ bucket: "write", rate_per_min: 30, override_id: null });
  expect(asked).toEqual([{ bucket: "write", method: "POST" }]);
});
