import type { RouteShorthandOptions } from "fastify";
import { expect, test } from "vitest";
import { z } from "zod";
import { createTestKernel } from "./kernel.test-support.ts";
import { RoutesRefused } from "./route-inventory.ts";

const ok = { response: { 200: z.object({}) } };
const good = { guard: "public", bucket: "read" } as const;

async function refusal(
  url: string,
  options: RouteShorthandOptions,
  method: "GET" | "POST" = "GET",
): Promise<string> {
  const { app } = createTestKernel();
  await app.register(async (scope) => {
    scope.route({ ...options, method, url, handler: async () => ({}) });
  });
  const error: unknown = await app.ready().then(
    () => null,
    (reason: unknown) => reason,
  );
  await app.close();
  if (error === null) return "starts";
  return error instanceof RoutesRefused ? error.message : expect.fail("another error");
}

test("a route that declares everything starts", async () => {
  expect(await refusal("/api/v1/things", { config: good, schema: ok })).toBe("starts");
});

test.each<[string, string, RouteShorthandOptions, string]>([
  ["no guard", "/api/v1/things", { config: { bucket: "read" }, schema: ok }, "declares no guard"],
  ["no bucket", "/api/v1/things", { config: { guard: "user" }, schema: ok }, "declares no rate bucket"],
  ["bucket none", "/api/v1/things", { config: { guard: "user", bucket: "none" }, schema: ok }, "bucket none"],
  ["no response schema", "/api/v1/things", { config: good }, "declares no 2xx or 3xx response"],
  [
    "only an error response",
    "/api/v1/things",
    { config: good, schema: { response: { 404: z.object({}) } } },
    "declares no 2xx or 3xx response",
  ],
  [
    "JSON schema",
    "/api/v1/things",
    { config: good, schema: { response: { 200: { type: "object" } } } },
    "not a Zod",
  ],
  [
    "a bare array",
    "/api/v1/things",
    { config: good, schema: { response: { 200: z.array(z.string()) } } },
    "bare array",
  ],
  ["another path", "/things", { config: good, schema: ok }, "is not under /api/v1"],
  [
    "a document under /api",
    "/api/v1/things",
    { config: { ...good, kind: "document" }, schema: ok },
    "is under /api",
  ],
  ["a trailing slash", "/api/v1/things/", { config: good, schema: ok }, "ends with a slash"],
  [
    "a nameless permission",
    "/api/v1/things",
    { config: { guard: { permission: " " }, bucket: "admin" }, schema: ok },
    "permission guard without a name",
  ],
  [
    "a service nobody checks",
    "/api/v1/things",
    { config: { guard: { service: "webhook" }, bucket: "webhook" }, schema: ok },
    "no authenticator for the service guard webhook",
  ],
  [
    "an unchecked parameter",
    "/api/v1/things/:id",
    { config: good, schema: ok },
    "path parameters but no params schema",
  ],
  [
    "a lenient query",
    "/api/v1/things",
    { config: good, schema: { ...ok, querystring: z.object({ q: z.string() }) } },
    "would drop unknown querystring keys at /",
  ],
  [
    "its own validator",
    "/api/v1/things",
    { config: good, schema: ok, validatorCompiler: () => () => true },
    "its own validator",
  ],
])("a route with %s stops the start", async (_name, url, options, message) => {
  expect(await refusal(url, options)).toContain(message);
});

test("a lenient object deep in a body stops the start and is named", async () => {
  const body = z.strictObject({ items: z.array(z.object({ a: z.string() })) });
  const refused = await refusal("/api/v1/things", { config: good, schema: { ...ok, body } }, "POST");
  expect(refused).toContain("POST /api/v1/things would drop unknown body keys at /items/*");
});

test("one error lists every problem of every route, once", async () => {
  const { app } = createTestKernel();
  await app.register(async (scope) => {
    scope.get("/api/v1/a", async () => ({}));
    scope.get("/b", { config: good, schema: ok }, async () => ({}));
  });
  const error: unknown = await app.ready().then(null, (reason: unknown) => reason);
  expect(String(error).split("\n").slice(1)).toEqual([
    "GET /api/v1/a declares no guard (config.guard)",
    "GET /api/v1/a declares no rate bucket (config.bucket)",
    "GET /api/v1/a declares no 2xx or 3xx response (schema.response)",
    "GET /b is not under /api/v1; set config.kind when it is no API route",
  ]);
  await app.close();
});

test("a route on the root, which the API document would miss, stops the start", async () => {
  const { app } = createTestKernel();
  app.get("/api/v1/early", { config: good, schema: ok }, async () => ({}));
  await expect(app.ready()).rejects.toThrow("GET /api/v1/early comes before the kernel's own plugins");
  await app.close();
});

test("a web route is left alone, and shared declarations are not changed", async () => {
  const { app } = createTestKernel();
  const shared = { config: good, schema: ok } as const;
  await app.register(async (scope) => {
    scope.get("/assets/*", { config: { kind: "web" } }, async () => "asset");
    scope.get("/api/v1/a", shared, async () => ({}));
  });
  expect((await app.inject("/assets/logo.svg")).body).toBe("asset");
  expect(Object.keys(ok.response)).toEqual(["200"]);
  await app.close();
});

test("the inventory lists routes with what they declare and the problems that follow from it", async () => {
  const { app } = createTestKernel();
  await app.register(async (scope) => {
    scope.get("/api/v1/a", { config: good, schema: ok }, async () => ({}));
    scope.post(
      "/api/v1/b",
      {
        config: {
          guard: { permission: "manage_users" },
          bucket: "admin",
          idempotency: "required",
          problems: [404],
          audience: "internal",
        },
        schema: { ...ok, body: z.strictObject({}) },
      },
      async () => ({}),
    );
  });
  await app.ready();
  expect(app.routeInventory()).toEqual([
    {
      method: "GET",
      path: "/api/v1/a",
      guard: "public",
      bucket: "read",
      idempotency: "none",
      audience: "public",
      kind: "api",
      problems: [400, 422, 429, 500, 503, 504],
    },
    {
      method: "POST",
      path: "/api/v1/b",
      guard: "permission:manage_users",
      bucket: "admin",
      idempotency: "required",
      audience: "internal",
      kind: "api",
      problems: [400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 500, 503, 504],
    },
  ]);
  await app.close();
});

test("HEAD answers like GET without the body, behind the same guard", async () => {
  const { app } = createTestKernel();
  await app.register(async (scope) => {
    scope.get("/api/v1/a", { config: { guard: "user", bucket: "read" }, schema: ok }, async () => ({}));
  });
  const anonymous = await app.inject({ method: "HEAD", url: "/api/v1/a" });
  const known = await app.inject({ method: "HEAD", url: "/api/v1/a", headers: { "x-test-caller": "user" } });
  expect([anonymous.statusCode, known.statusCode, known.body]).toEqual([401, 200, ""]);
  await app.close();
});
