import { connect } from "node:net";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { isUlid } from "#common/ids.ts";
import type { Kernel, KernelDeps } from "./kernel.ts";
import { createTestKernel, type LogLine } from "./kernel.test-support.ts";
import { Problem } from "./problem.ts";

const open: Kernel[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function start(options: Partial<KernelDeps> & { tier?: "INT" | "PROD" } = {}) {
  const { app, lines } = createTestKernel(options);
  open.push(app);
  await app.register(routes, { prefix: "/api/v1" });
  await app.ready();
  return { app, lines };
}

const config = { guard: "public", bucket: "read" } as const;
const ok = z.object({ ok: z.boolean() });

class PoolTimeout extends Error {}

const routes: FastifyPluginAsyncZod = async (app) => {
  app.get("/things", { config, schema: { response: { 200: ok } } }, async () => ({ ok: true }));
  app.post(
    "/things",
    {
      config: { ...config, bucket: "write", problems: [409] },
      schema: { body: z.strictObject({ name: z.string() }), response: { 200: ok } },
    },
    async () => ({ ok: true }),
  );
  app.get(
    "/things/:id",
    { config, schema: { params: z.object({ id: z.string().max(26) }), response: { 200: ok } } },
    async () => ({ ok: true }),
  );
  app.get(
    "/conflict",
    { config: { ...config, problems: [409] }, schema: { response: { 200: ok } } },
    async (_r, reply) => {
      reply.header("cache-control", "public, max-age=60").header("etag", '"old"');
      throw new Problem({
        status: 409,
        code: "version_conflict",
        detail: "Load the current version first.",
        extensions: { current_version: 7, status: 999 },
        headers: { etag: '"new"' },
      });
    },
  );
  app.get("/undeclared", { config, schema: { response: { 200: ok } } }, async () => {
    throw new Problem({ status: 402, code: "payment_declined", detail: "Use another card." });
  });
  app.get("/bug", { config, schema: { response: { 200: ok } } }, async () => {
    throw new TypeError("secret at db.internal:5432");
  });
  app.get("/pool", { config, schema: { response: { 200: ok } } }, async () => {
    throw new PoolTimeout("pool");
  });
};

function expectProblem(
  response: { statusCode: number; headers: object; json(): unknown },
  status: number,
  code: string,
) {
  const body = response.json() as Record<string, unknown>;
  expect({ status: response.statusCode, code: body["code"] }).toEqual({ status, code });
  expect(response.headers).toMatchObject({
    "content-type": "application/problem+json; charset=utf-8",
    "x-request-id": body["request_id"],
    "cache-control": "private, no-store",
  });
  expect(body).toMatchObject({ type: `https://instainstru.com/problems/${code}`, status });
  expect(isUlid(String(body["request_id"]))).toBe(true);
  return body;
}

test("an unknown path is a 404 problem with the path and without the query", async () => {
  const { app } = await start();
  const response = await app.inject("/api/v1/nothing?email=someone%40example.org");
  expect(expectProblem(response, 404, "not_found")).toMatchObject({
    title: "Not found",
    instance: "/api/v1/nothing",
  });
  expectProblem(await app.inject("/elsewhere"), 404, "not_found");
});

test("an unknown path is answered before its body is looked at", async () => {
  const { app } = await start();
  const response = await app.inject({
    method: "POST",
    url: "/api/v1/nothing",
    headers: { "content-type": "application/json" },
    payload: "{",
  });
  expectProblem(response, 404, "not_found");
});

test("a wrong method is 405 and lists the right ones", async () => {
  const { app } = await start();
  const response = await app.inject({ method: "DELETE", url: "/api/v1/things" });
  expectProblem(response, 405, "method_not_allowed");
  expect(response.headers["allow"]).toBe("GET, HEAD, POST");
});

test.each([
  ["not JSON", "{", "application/json", 400, "malformed_json"],
  ["another type", "name=x", "application/x-www-form-urlencoded", 415, "unsupported_media_type"],
  ["plain text", "x", "text/plain", 415, "unsupported_media_type"],
  [
    "too large",
    JSON.stringify({ name: "x".repeat(256 * 1024) }),
    "application/json",
    413,
    "payload_too_large",
  ],
  ["too deep", `${"[".repeat(21)}${"]".repeat(21)}`, "application/json", 400, "bad_request"],
  ["very deep", `${"[".repeat(60_000)}${"]".repeat(60_000)}`, "application/json", 400, "bad_request"],
  ["__proto__", '{"name":"x","__proto__":{"admin":true}}', "application/json", 400, "bad_request"],
  ["escaped __proto__", '{"name":{"__pr\\u006fto__":1}}', "application/json", 400, "bad_request"],
  ["constructor", '{"constructor":{"prototype":{"admin":true}}}', "application/json", 400, "bad_request"],
])("a body that is %s is refused", async (_name, payload, type, status, code) => {
  const { app } = await start();
  const response = await app.inject({
    method: "POST",
    url: "/api/v1/things",
    headers: { "content-type": type },
    payload,
  });
  expectProblem(response, status, code);
});

test("twenty levels are not too deep", async () => {
  const { app } = await start();
  const response = await app.inject({
    method: "POST",
    url: "/api/v1/things",
    headers: { "content-type": "application/json" },
    payload: `${"[".repeat(20)}${"]".repeat(20)}`,
  });
  expectProblem(response, 422, "validation_error");
});

test("a missing or empty body is a validation error that says so", async () => {
  const { app } = await start();
  for (const headers of [{}, { "content-type": "application/json" }]) {
    const response = await app.inject({ method: "POST", url: "/api/v1/things", headers });
    expect(expectProblem(response, 422, "validation_error")["errors"]).toEqual([
      { in: "body", pointer: "", code: "required", message: "This is required." },
    ]);
  }
});

test("a path that is no URL is a 400 problem", async () => {
  const { app } = await start();
  const response = await app.inject("/api/v1/things/%zz");
  expectProblem(response, 400, "bad_request");
  expect(response.headers).toMatchObject({ "x-content-type-options": "nosniff" });
});

test("a long parameter is a matter of its schema, a URL over 8 KiB is 414", async () => {
  const { app } = await start();
  expectProblem(await app.inject(`/api/v1/things/${"x".repeat(500)}`), 422, "validation_error");
  expectProblem(await app.inject(`/api/v1/things?q=${"x".repeat(8 * 1024)}`), 414, "uri_too_long");
});

test("a trailing slash redirects to the bare path and keeps the query", async () => {
  const { app } = await start();
  const response = await app.inject({ method: "POST", url: "/api/v1/things/?a=1&b=2" });
  expect({ status: response.statusCode, location: response.headers["location"] }).toEqual({
    status: 308,
    location: "/api/v1/things?a=1&b=2",
  });
  expectProblem(await app.inject("/api/v1/nothing/"), 404, "not_found");
  expectProblem(await app.inject("//elsewhere.example/"), 404, "not_found");
});

test("extensions of a problem are shown, never over a standard member; validators of the lost reply are not", async () => {
  const { app } = await start();
  const response = await app.inject("/api/v1/conflict");
  expect(expectProblem(response, 409, "version_conflict")).toMatchObject({ current_version: 7, status: 409 });
  expect(response.headers["etag"]).toBe('"new"');
});

test("a problem with an undeclared status is a 500 in INT and passes with a log line in PROD", async () => {
  const int = await start();
  expectProblem(await int.app.inject("/api/v1/undeclared"), 500, "internal_error");
  const prod = await start({ tier: "PROD", config: { tier: "PROD", siteMode: "prod", trustedProxyHops: 0 } });
  expectProblem(await prod.app.inject("/api/v1/undeclared"), 402, "payment_declined");
  expect(errorsIn(prod.lines)).toMatchObject([{ route: "/api/v1/undeclared", status: 402 }]);
});

test("a defect shows nothing of itself and is logged with request id and fingerprint", async () => {
  const { app, lines } = await start();
  const response = await app.inject("/api/v1/bug");
  const body = expectProblem(response, 500, "internal_error");
  expect(response.body).not.toContain("db.internal");
  const [line] = errorsIn(lines);
  expect(line).toMatchObject({
    request_id: body["request_id"],
    fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
    err: { type: "TypeError", stack: expect.stringContaining("errors.test") },
  });
});

test("errors of other parts are translated; a 503 always says when to come back", async () => {
  const { app } = await start({
    translateError: [
      (error) =>
        error instanceof PoolTimeout
          ? new Problem({ status: 503, code: "service_unavailable", detail: "Very busy. Try again." })
          : null,
    ],
  });
  const response = await app.inject("/api/v1/pool");
  expectProblem(response, 503, "service_unavailable");
  expect(response.headers["retry-after"]).toBe("2");
});

test("bytes that are no request, and headers over 16 KiB, get problems too", async () => {
  const { app } = await start();
  await app.listen({ port: 0 });
  expect(await speak(app, "what is this\r\n\r\n")).toMatch(
    /^HTTP\/1.1 400 [^]*problem\+json[^]*"code":"bad_request"/,
  );
  const large = `GET /api/v1/things HTTP/1.1\r\nHost: x\r\nX-Large: ${"x".repeat(17_000)}\r\n\r\n`;
  expect(await speak(app, large)).toMatch(/^HTTP\/1.1 431 [^]*problem\+json[^]*"code":"headers_too_large"/);
});

test("a body that never arrives is 408, a handler that never answers 504", async () => {
  const { app } = createTestKernel({ limits: { bodyMs: 20, requestMs: 60 } });
  open.push(app);
  await app.register(routes, { prefix: "/api/v1" });
  await app.register(async (scope) => {
    scope.post("/api/v1/never", { config, schema: { response: { 200: ok } } }, () => new Promise(() => {}));
  });
  await app.listen({ port: 0 });
  const head =
    "POST /api/v1/things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{";
  expect(await speak(app, head)).toMatch(/^HTTP\/1.1 408 [^]*"code":"timeout"/);
  expectProblem(await app.inject({ method: "POST", url: "/api/v1/never" }), 504, "timeout");
});

function errorsIn(lines: readonly LogLine[]): LogLine[] {
  return lines.filter((line) => line["level"] === "error");
}

/** Everything the server says to `bytes` until it closes the connection. */
function speak(app: Kernel, bytes: string): Promise<string> {
  const address = app.server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect(address.port, "127.0.0.1", () => socket.write(bytes));
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => {
      heard += text;
    });
    socket.on("close", () => resolve(heard));
    socket.on("error", reject);
  });
}
