import { createHmac } from "node:crypto";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { systemClock } from "#platform/clock/clock.ts";
import { useApp } from "../test/support/app.ts";
import { useDatabase } from "../test/support/database.ts";

const SECRET = "a-secret-of-the-tests-that-is-long-enough";

const extraRoutes: FastifyPluginAsyncZod = async (api) => {
  const config = { guard: "public", bucket: "write", originCheck: "exempt" } as const;
  const response = { 200: z.object({ name: z.string() }) };
  api.post(
    "/api/v1/test/echo",
    { config, schema: { body: z.strictObject({ name: z.string() }), response } },
    async (request) => request.body,
  );
  api.post("/api/v1/test/stray", { config, schema: { response } }, async () => ({
    name: "x",
    password_hash: "secret",
  }));
};

const database = useDatabase();
const app = useApp(database, { extraRoutes, env: { INTERNAL_HMAC_SECRET: SECRET } });

const problem = (reply: { json(): unknown }): unknown => reply.json();

describe("failures are problem documents with a code and a request id", () => {
  const post = (url: string, payload: string, headers: Record<string, string> = {}) =>
    app().http.inject({
      method: "POST",
      url,
      payload,
      headers: { "content-type": "application/json", ...headers },
    });

  test.each([
    ["an unknown path", () => app().http.inject("/api/v1/nothing-here"), 404, "not_found"],
    ["a malformed body", () => post("/api/v1/test/echo", "{bad"), 400, "malformed_json"],
    [
      "a wrong method",
      () => app().http.inject({ method: "DELETE", url: "/api/v1/health" }),
      405,
      "method_not_allowed",
    ],
    [
      "a body that is too large",
      () => post("/api/v1/test/echo", JSON.stringify({ name: "x".repeat(300_000) })),
      413,
      "payload_too_large",
    ],
    [
      "another content type",
      () => post("/api/v1/test/echo", "a=1", { "content-type": "application/x-www-form-urlencoded" }),
      415,
      "unsupported_media_type",
    ],
    ["a body that does not fit", () => post("/api/v1/test/echo", '{"nome":1}'), 422, "validation_error"],
  ])("%s", async (_name, call, status, code) => {
    const reply = await call();
    expect(reply.statusCode).toBe(status);
    expect(reply.headers["content-type"]).toContain("application/problem+json");
    expect(problem(reply)).toMatchObject({ status, code, request_id: reply.headers["x-request-id"] });
    expect(reply.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-ratelimit-policy": expect.any(String),
    });
  });

  test("all that is wrong with an input is said at once", async () => {
    const reply = await post("/api/v1/test/echo?page=2", '{"nome":1}');
    expect(problem(reply)).toMatchObject({
      errors: expect.arrayContaining([
        expect.objectContaining({ in: "query", pointer: "/page", code: "unknown_field" }),
        expect.objectContaining({ in: "body", pointer: "/name", code: "required" }),
        expect.objectContaining({ in: "body", pointer: "/nome", code: "unknown_field" }),
      ]),
    });
  });

  test("a query key that a path does not take is said, also where it takes none at all", async () => {
    const reply = await app().http.inject("/api/v1/health?verbose=1");
    expect(problem(reply)).toMatchObject({
      status: 422,
      code: "validation_error",
      errors: [{ pointer: "/verbose" }],
    });
  });

  test("a stray property in a reply does not leave the server", async () => {
    const reply = await post("/api/v1/test/stray", "{}");
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toContain("secret");
  });
});

describe("readiness", () => {
  test("without a worker the process serves, and says that it is degraded", async () => {
    const reply = await app().http.inject("/api/v1/ready");
    expect(reply.statusCode).toBe(200);
    const body = reply.json<{ status: string; checks: { name: string; status: string }[] }>();
    expect(body.status).toBe("degraded");
    expect(body.checks.filter((check) => check.status === "failed").map((check) => check.name)).toEqual([
      "worker",
    ]);
  });
});

describe("signed internal calls", () => {
  const signed = (
    method: "GET" | "POST",
    url: string,
    timestamp = Math.floor(systemClock.now().epochMilliseconds / 1000),
  ) =>
    app().http.inject({
      method,
      url,
      headers: {
        "x-internal-timestamp": String(timestamp),
        "x-internal-signature": createHmac("sha256", SECRET).update(`${timestamp}.`).digest("hex"),
      },
    });

  test("a reload shows every bucket's effective policy", async () => {
    const reply = await signed("POST", "/api/v1/internal/config/reload");
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({
      policies: expect.arrayContaining([
        expect.objectContaining({ bucket: "read", rate_per_min: 120, burst: 20, mode: "enforce" }),
      ]),
    });
  });

  test("the policy of one route, and a clear answer for a bucket that does not exist", async () => {
    const now = Math.floor(systemClock.now().epochMilliseconds / 1000);
    const reply = await signed("GET", "/api/v1/internal/rate-limit/policy?bucket=financial", now - 1);
    expect(reply.json()).toMatchObject({ bucket: "financial", rate_per_min: 5, burst: 2 });
    const unknown = await signed("GET", "/api/v1/internal/rate-limit/policy?bucket=tea", now - 2);
    expect([unknown.statusCode, unknown.json<{ code: string }>().code]).toEqual([422, "validation_error"]);
  });

  test("unsigned ones are refused", async () => {
    expect(
      (await app().http.inject({ method: "POST", url: "/api/v1/internal/config/reload" })).statusCode,
    ).toBe(401);
  });
});

describe("the contract", () => {
  interface Operation {
    readonly "x-guard"?: string;
    readonly "x-bucket"?: string;
    readonly responses: Record<string, unknown>;
  }

  test("every operation is under /api/v1 with a guard, a bucket and response schemas", () => {
    const { paths } = app().http.apiDocument("full") as { paths: Record<string, Record<string, Operation>> };
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
    expect(operations.length).toBeGreaterThan(6);
    for (const { path, operation } of operations) {
      expect(path).toMatch(/^\/api\/v1\//);
      expect(operation["x-guard"]).toBeTruthy();
      expect(operation["x-bucket"]).toBeTruthy();
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["500"]));
      expect(Object.keys(operation.responses).some((status) => /^[23]/.test(status))).toBe(true);
    }
  });

  test("the public document leaves out what is for operators", async () => {
    const reply = await app().http.inject("/openapi.json");
    const { paths } = reply.json<{ paths: object }>();
    expect(Object.keys(paths)).not.toContain("/api/v1/internal/metrics");
  });
});
