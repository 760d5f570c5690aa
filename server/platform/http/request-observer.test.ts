import { PassThrough } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { isUlid } from "#common/ids.ts";
import { addCache, addDatabaseTime, currentRequest } from "#platform/logs/request-context.ts";
import type { Kernel } from "./kernel.ts";
import { createTestKernel, USER } from "./kernel.test-support.ts";

const open: Kernel[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function start(routes: FastifyPluginAsyncZod, options: Parameters<typeof createTestKernel>[0] = {}) {
  const kernel = createTestKernel(options);
  open.push(kernel.app);
  await kernel.app.register(routes, { prefix: "/api/v1" });
  return kernel;
}

const config = { guard: "public", bucket: "read" } as const;
const ok = z.object({ id: z.string() });

const things: FastifyPluginAsyncZod = async (app) => {
  app.get(
    "/things/:id",
    { config, schema: { params: z.object({ id: z.string() }), response: { 200: ok } } },
    async (request) => {
      await nextTurn();
      addDatabaseTime(12.5);
      addDatabaseTime(0.25);
      addCache(true, 1.5);
      addCache(false);
      return { id: request.params.id };
    },
  );
  app.post(
    "/things",
    { config, schema: { body: z.strictObject({}), response: { 200: ok } } },
    async (request) => {
      request.log.info({ email: "someone@example.org" }, "inside");
      return { id: currentRequest()?.requestId ?? "outside" };
    },
  );
};

test("every reply says who answered what, when and where: also errors", async () => {
  const { app } = await start(things, { betaPhase: () => "beta_2" });
  for (const url of ["/api/v1/things/1", "/api/v1/nothing", "/elsewhere"]) {
    const { headers } = await app.inject(url);
    expect(headers).toMatchObject({
      "x-site-mode": "int",
      "x-beta-phase": "beta_2",
      "server-timing": expect.stringMatching(/^app;dur=[\d.]+, db;dur=[\d.]+, cache;dur=[\d.]+$/),
      "x-process-time": expect.stringMatching(/^[\d.]+$/),
    });
    expect(isUlid(String(headers["x-request-id"]))).toBe(true);
  }
});

test.each([
  ["a ULID", "01ARZ3NDEKTSV4RRFFQ69G5FAV", true],
  ["a UUID", "9b2d4c1e-1b7a-4f0e-8d53-2f4a6c8e0b12", true],
  ["anything else", "x\u00e9; drop", false],
  ["a long text", "1".repeat(300), false],
])("a request id that is %s is echoed: %s %s", async (_name, id, echoed) => {
  const { app } = await start(things);
  const { headers } = await app.inject({ url: "/api/v1/things/1", headers: { "x-request-id": id } });
  expect(headers["x-request-id"] === id).toBe(echoed);
});

test("database and cache time reach the headers from anywhere below the handler", async () => {
  const { app } = await start(things);
  const { headers } = await app.inject("/api/v1/things/1");
  expect(headers["server-timing"]).toMatch(/, db;dur=12\.75, cache;dur=1\.50$/);
  expect(headers["x-db-query-count"]).toBe("2");
});

test("query counts stay inside in PROD", async () => {
  const { app } = await start(things, {
    tier: "PROD",
    config: { tier: "PROD", siteMode: "prod", trustedProxyHops: 0 },
  });
  const { headers } = await app.inject("/api/v1/things/1");
  expect(headers["x-db-query-count"]).toBeUndefined();
  expect(headers["server-timing"]).toBeDefined();
});

test("parallel requests do not mix, also once a body has been read", async () => {
  const { app } = await start(things);
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => app.inject({ method: "POST", url: "/api/v1/things", payload: {} })),
  );
  for (const reply of replies) expect(reply.json()).toEqual({ id: reply.headers["x-request-id"] });
});

test("a request leaves one line with its figures, template and caller, without its query", async () => {
  const { app, lines } = await start(things);
  await app.inject({
    url: "/api/v1/things/01ARZ3NDEKTSV4RRFFQ69G5FAV",
    headers: {
      "x-test-caller": "user",
      traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    },
  });
  expect(lines).toEqual([
    {
      level: "info",
      ts: "2026-03-08T12:00:00.000Z",
      tier: "INT",
      role: "web",
      git_sha: "test",
      request_id: expect.any(String),
      trace_id: "4bf92f3577b34da6a3ce929d0e0e4736",
      user_id: USER.userId,
      route: "/api/v1/things/:id",
      method: "GET",
      status: 200,
      duration_ms: expect.any(Number),
      db_ms: 12.75,
      db_queries: 2,
      cache_hits: 1,
      cache_misses: 1,
      msg: "request",
    },
  ]);
});

test("lines written inside a request carry its id and are redacted", async () => {
  const { app, lines } = await start(things);
  const reply = await app.inject({ method: "POST", url: "/api/v1/things", payload: {} });
  expect(lines[0]).toMatchObject({
    msg: "inside",
    request_id: reply.headers["x-request-id"],
    email: "[REDACTED]",
  });
});

test("ten thousand made-up ids add no metric series, known or unknown path alike", async () => {
  const { app, metrics } = await start(things);
  const seriesAfter = async (from: number, to: number) => {
    for (let id = from; id < to; id++) {
      await app.inject(`/api/v1/things/${id}`);
      await app.inject(`/api/v1/nothing/${id}`);
    }
    return (await metrics.text()).split("\n").filter((line) => line.startsWith("instainstru_http")).length;
  };
  const before = await seriesAfter(0, 1);
  expect(before).toBeGreaterThan(0);
  expect(await seriesAfter(1, 5_001)).toBe(before);
}, 60_000);

test("requests are counted by template and status, and none stays in progress", async () => {
  const { app, metrics } = await start(things);
  await app.inject("/api/v1/things/1");
  await app.inject("/api/v1/things/2");
  await app.inject("/api/v1/nothing");
  const text = await metrics.text();
  expect(text).toContain(
    'instainstru_http_requests_total{method="GET",route="/api/v1/things/:id",status="200"} 2',
  );
  expect(text).toContain('instainstru_http_requests_total{method="GET",route="unmatched",status="404"} 1');
  expect(text).toContain('instainstru_http_requests_in_progress{method="GET",route="/api/v1/things/:id"} 0');
});

test("a stream reaches the client chunk by chunk and outlives the deadline of ordinary requests", async () => {
  const stream = new PassThrough();
  const { app, metrics } = await start(
    async (scope) => {
      scope.get(
        "/events",
        {
          config: { guard: "public", bucket: "sse_connect" },
          schema: { response: { 200: { content: { "text/event-stream": { schema: z.unknown() } } } } },
        },
        (_request, reply) => reply.header("content-type", "text/event-stream").send(stream),
      );
    },
    { limits: { requestMs: 1 } },
  );
  const address = await app.listen({ port: 0 });
  stream.write("data: 1\n\n");
  const response = await fetch(`${address}/api/v1/events`);
  const reader = (response.body ?? expect.fail("no body")).pipeThrough(new TextDecoderStream()).getReader();
  expect(response.headers.get("server-timing")).toMatch(/^app;dur=/);
  expect((await reader.read()).value).toBe("data: 1\n\n");
  expect(await metrics.text()).toContain('in_progress{method="GET",route="/api/v1/events"} 1');
  stream.write("data: 2\n\n");
  expect((await reader.read()).value).toBe("data: 2\n\n");
  stream.end();
  expect((await reader.read()).done).toBe(true);
});

test("a client that leaves in the middle is counted as gone", async () => {
  const entered = Promise.withResolvers<void>();
  const left = Promise.withResolvers<void>();
  const { app, lines } = await start(async (scope) => {
    scope.get("/slow", { config, schema: { response: { 200: ok } } }, async (request) => {
      request.raw.socket.once("close", () => left.resolve());
      entered.resolve();
      await left.promise;
      return { id: "late" };
    });
  });
  const address = await app.listen({ port: 0 });
  const abort = new AbortController();
  const call = fetch(`${address}/api/v1/slow`, { signal: abort.signal });
  await entered.promise;
  abort.abort();
  await expect(call).rejects.toThrow();
  await left.promise;
  await app.close();
  expect(lines.filter((line) => line["msg"] === "request")).toMatchObject([
    { route: "/api/v1/slow", status: 499 },
  ]);
});

test("the web app may take every path, and unknown API paths stay problems all the same", async () => {
  const { app, metrics } = await start(things);
  await app.register(async (web) => {
    web.route({
      method: ["GET", "HEAD", "POST"],
      url: "/*",
      config: { kind: "web", guard: "public", bucket: "read", idempotency: "none" },
      handler: (request, reply) => reply.header("content-type", "text/html").send(`page ${request.url}`),
    });
  });
  expect((await app.inject("/instructors/42?tab=reviews")).body).toBe("page /instructors/42?tab=reviews");
  expect((await app.inject("/api/v1/instructors/42")).json()).toMatchObject({
    status: 404,
    code: "not_found",
  });
  expect((await app.inject({ method: "POST", url: "/api/v1/nothing" })).statusCode).toBe(404);
  expect((await app.inject("/api")).statusCode).toBe(404);
  expect(await metrics.text()).toContain('http_requests_total{method="GET",route="/*",status="200"} 1');
});
