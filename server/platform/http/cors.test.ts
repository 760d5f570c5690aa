import type { FastifyInstance } from "fastify";
import { beforeEach, describe, expect, it } from "vitest";
import { createPluginApp } from "../../../test/support/plugin-app.ts";
import { cors } from "./cors.ts";
import { createOriginPolicy } from "./origin.ts";
import { Problem } from "./problem.ts";

const US = "https://beta.instainstru.com";
let app: FastifyInstance;

beforeEach(async () => {
  app = createPluginApp({ bodyLimit: 64 });
  await app.register(cors, { origins: createOriginPolicy({ tier: "PROD", publicOrigins: [] }) });
  app.get("/api/v1/plain", async () => ({ ok: true }));
  app.get("/api/v1/varied", async (_request, reply) =>
    reply.header("vary", "Cookie, Authorization").send({ ok: true }),
  );
  app.get("/api/v1/star", async (_request, reply) => reply.header("vary", "*").send({ ok: true }));
  app.post("/api/v1/echo", async () => ({ ok: true }));
  app.get("/api/v1/refused", async () => {
    throw new Problem({
      status: 429,
      code: "rate_limited",
      detail: "Wait.",
      headers: { "Retry-After": "1" },
    });
  });
  app.get("/api/v1/broken", async () => {
    throw new Error("secret");
  });
  app.get("/*", { config: { kind: "web" } }, async () => "page");
});

describe("actual requests", () => {
  it("gives an allowed origin its headers", async () => {
    const { headers } = await app.inject({ url: "/api/v1/plain", headers: { origin: US } });
    expect(headers).toMatchObject({
      "access-control-allow-origin": US,
      "access-control-allow-credentials": "true",
      vary: "Origin",
    });
    const exposed = String(headers["access-control-expose-headers"]).split(", ");
    expect(exposed).toEqual(
      expect.arrayContaining([
        ..."ETag Last-Modified X-Allow-Past Location Retry-After X-Request-ID Idempotency-Replayed X-Beta-Phase".split(
          " ",
        ),
        ..."Limit Remaining Reset Policy Shadow".split(" ").map((name) => `X-RateLimit-${name}`),
      ]),
    );
    expect(exposed).not.toContain("*");
  });

  it.each(["https://evil.com", "https://evilinstainstru.com", "http://localhost:3000", "null", "*", ""])(
    "never reflects %j",
    async (origin) => {
      const { headers, statusCode } = await app.inject({ url: "/api/v1/plain", headers: { origin } });
      expect(statusCode).toBe(200);
      expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
      expect(headers.vary).toBe("Origin");
    },
  );

  it.each([
    ["GET", "/api/v1/plain", undefined, 200],
    ["GET", "/api/v1/refused", undefined, 429],
    ["GET", "/api/v1/broken", undefined, 500],
    ["POST", "/api/v1/nowhere", "{}", 404],
    ["POST", "/api/v1/echo", "{", 400],
    ["POST", "/api/v1/echo", JSON.stringify("x".repeat(100)), 413],
  ] as const)("%s %s %s: %i carries them too", async (method, url, payload, status) => {
    const reply = await app.inject({
      method,
      url,
      headers: { origin: US, ...(payload && { "content-type": "application/json" }) },
      ...(payload && { payload }),
    });
    expect(reply.statusCode).toBe(status);
    expect(reply.headers).toMatchObject({ "access-control-allow-origin": US, vary: "Origin" });
  });

  it("keeps Origin in Vary whatever the route sets", async () => {
    expect((await app.inject("/api/v1/plain")).headers.vary).toBe("Origin");
    expect((await app.inject("/api/v1/varied")).headers.vary).toBe("Origin, Cookie, Authorization");
    expect((await app.inject("/api/v1/star")).headers.vary).toBe("*");
  });

  it("leaves pages alone", async () => {
    const { headers } = await app.inject({ url: "/search", headers: { origin: US } });
    expect(headers).not.toHaveProperty("access-control-allow-origin");
    expect(headers).not.toHaveProperty("vary");
  });
});

describe("preflight", () => {
  const ask = (origin: string, url = "/api/v1/echo") =>
    app.inject({
      method: "OPTIONS",
      url,
      headers: { origin, "access-control-request-method": "PUT", "access-control-request-headers": "x-evil" },
    });

  it("answers with fixed lists for ten minutes", async () => {
    const reply = await ask(US);
    expect([reply.statusCode, reply.body]).toEqual([204, ""]);
    expect(reply.headers).toMatchObject({
      "access-control-allow-origin": US,
      "access-control-allow-credentials": "true",
      "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS",
      "access-control-max-age": "600",
      vary: "Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
    });
    const allowed = String(reply.headers["access-control-allow-headers"]);
    for (const name of ["Authorization", "Content-Type", "Idempotency-Key", "If-Match"])
      expect(allowed).toContain(name);
    expect(allowed).not.toMatch(/x-evil|\*/);
  });

  it("does not depend on the route", async () => {
    expect((await ask(US, "/api/v1/nowhere")).statusCode).toBe(204);
  });

  it("gives a foreign origin nothing", async () => {
    const reply = await ask("https://evil.com");
    expect(Object.keys(reply.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("is not what an OPTIONS without the preflight headers is", async () => {
    expect(
      (await app.inject({ method: "OPTIONS", url: "/api/v1/echo", headers: { origin: US } })).statusCode,
    ).toBe(404);
    expect((await app.inject({ method: "OPTIONS", url: "/api/v1/echo" })).statusCode).toBe(404);
  });
});
