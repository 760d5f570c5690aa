import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";
import { beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { useDatabase } from "../../../test/support/database.ts";
import { cors } from "./cors.ts";
import { idempotency } from "./idempotency.ts";
import type { Kernel } from "./kernel.ts";
import { createTestClock, createTestKernel } from "./kernel.test-support.ts";
import { createOriginPolicy } from "./origin.ts";
import { originCheck } from "./origin-check.ts";
import { Problem } from "./problem.ts";
import { securityHeaders } from "./security-headers.ts";

const US = "https://instainstru.com";
const database = useDatabase();
let app: Kernel;
let runs: number;
let key: string;

beforeEach(async () => {
  runs = 0;
  key = randomUUID();
  const origins = createOriginPolicy({ tier: "INT", publicOrigins: [] });
  const clock = createTestClock();
  ({ app } = createTestKernel({
    clock,
    plugins: {
      first: [
        fp(async (kernel: FastifyInstance) => {
          await kernel.register(securityHeaders);
          await kernel.register(cors, { origins });
        }),
      ],
      withCaller: [
        fp(async (kernel: FastifyInstance) => {
          await kernel.register(originCheck, { origins });
          await kernel.register(idempotency, { database: database(), clock });
        }),
      ],
    },
  }));
  app.register(async (routes) => {
    const body = z.strictObject({ status: z.int() });
    routes.post(
      "/api/v1/things",
      {
        config: { guard: "user", bucket: "write", idempotency: "required", problems: [429] },
        schema: { body, response: { 201: z.strictObject({ run: z.int(), at: z.string() }) } },
      },
      async (request, reply) => {
        runs += 1;
        const { status } = body.parse(request.body);
        if (status === 500) throw new Error("inside");
        if (status !== 201) throw new Problem({ status, code: "made_up", detail: "x" });
        reply.code(201).header("location", `/api/v1/things/${runs}`);
        return { run: runs, at: "now" };
      },
    );
  });
  await app.ready();
});

interface Call {
  readonly method?: "POST" | "PUT" | "OPTIONS";
  readonly url?: string;
  readonly headers?: Record<string, string>;
  readonly payload?: string;
}

const call = ({ method = "POST", url = "/api/v1/things", headers = {}, payload }: Call) =>
  app.inject({
    method,
    url,
    headers: {
      origin: US,
      "content-type": "application/json",
      "x-test-caller": "user",
      "idempotency-key": key,
      ...headers,
    },
    payload: payload ?? '{"status":201}',
  });

it.each<readonly [number, Call]>([
  [201, {}],
  [400, { payload: "{" }],
  [400, { url: "/api/v1/%zz" }],
  [401, { headers: { "x-test-caller": "nobody" } }],
  [403, { headers: { cookie: "sid=1", referer: US, "sec-fetch-site": "cross-site" } }],
  [404, { url: "/api/v1/nowhere" }],
  [405, { method: "PUT" }],
  [409, { payload: '{"status":409}' }],
  [413, { payload: JSON.stringify("x".repeat(256 * 1024)) }],
  [415, { headers: { "content-type": "text/plain" } }],
  [422, { payload: "{}" }],
  [429, { payload: '{"status":429}' }],
  [500, { payload: '{"status":500}' }],
])("%i carries the security headers", async (status, request) => {
  const { statusCode, headers } = await call(request);
  expect(statusCode).toBe(status);
  expect(headers).toMatchObject({
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-site",
    "cache-control": "private, no-store",
  });
  expect(headers).not.toHaveProperty("server");
  // A URL that cannot be read is refused before any hook runs.
  if (!request.url?.includes("%"))
    expect(headers).toMatchObject({ "access-control-allow-origin": US, vary: "Origin" });
});

it("a preflight is answered although no route takes OPTIONS", async () => {
  const { statusCode, headers } = await call({
    method: "OPTIONS",
    headers: { "access-control-request-method": "POST" },
  });
  expect([statusCode, headers["access-control-allow-origin"], headers["access-control-max-age"]]).toEqual([
    204,
    US,
    "600",
  ]);
});

it("a repetition gets the reply of the first through the response schema's checks", async () => {
  const first = await call({});
  const second = await call({});
  expect(first.statusCode).toBe(201);
  expect([second.statusCode, second.body, second.headers.location]).toEqual([
    201,
    first.body,
    "/api/v1/things/1",
  ]);
  expect(second.headers).toMatchObject({
    "idempotency-replayed": "true",
    "content-type": first.headers["content-type"],
  });
  expect(runs).toBe(1);
});

it("a missing key, a key in use for another body, and a repeated rule error are problems", async () => {
  const codeOf = async (request: Call) => (await call(request)).json<{ code: string }>().code;
  await call({ payload: '{"status":409}' });
  const repeated = await call({ payload: '{"status":409}' });
  expect(repeated.headers).toMatchObject({
    "idempotency-replayed": "true",
    "content-type": expect.stringContaining("application/problem+json"),
  });
  expect(await codeOf({})).toBe("idempotency_key_reused");
  const missing = await app.inject({
    method: "POST",
    url: "/api/v1/things",
    headers: { "x-test-caller": "user" },
    payload: { status: 201 },
  });
  expect([missing.statusCode, missing.json<{ code: string }>().code]).toEqual([
    400,
    "idempotency_key_required",
  ]);
});
