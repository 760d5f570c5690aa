import type { FastifyInstance } from "fastify";
import { beforeEach, describe, expect, it } from "vitest";
import { createPluginApp } from "../../../test/support/plugin-app.ts";
import { Problem } from "./problem.ts";
import { securityHeaders } from "./security-headers.ts";

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(self), microphone=(self), geolocation=(self)",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-site",
};
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";
let app: FastifyInstance;

beforeEach(async () => {
  app = createPluginApp({ bodyLimit: 64, trustProxy: true });
  await app.register(securityHeaders, {
    pageSources: {
      scripts: ["https://js.pay.example"],
      images: ["https://assets.example"],
      connections: ["https://api.pay.example"],
      frames: ["https://pay.example", "https://captcha.example"],
      reportUrl: "https://reports.example/csp",
    },
  });
  app.get("/api/v1/private", async () => ({ ok: true }));
  app.get("/api/v1/public", async (_request, reply) =>
    reply.header("cache-control", "public, max-age=60").send({ ok: true }),
  );
  app.get("/api/v1/status/:status", async (request, reply) => {
    const { status } = request.params as { status: string };
    reply.header("cache-control", "public, max-age=60");
    throw new Problem({ status: Number(status), code: "made_up", detail: "x" });
  });
  app.get("/api/v1/broken", async (_request, reply) => {
    reply.header("cache-control", "public, max-age=60");
    throw new Error("inside");
  });
  app.post("/api/v1/echo", async () => ({ ok: true }));
  app.get("/page", { config: { kind: "web" } }, (request, reply) => reply.send(request.cspNonce));
  app.get("/docs", { config: { kind: "document" } }, (request, reply) => reply.send(request.cspNonce));
  app.get("/page-error", { config: { kind: "web" } }, async () => {
    throw new Error("inside");
  });
});

type Case = readonly [status: number, method: "GET" | "POST", url: string, payload: string | null];

describe("every status", () => {
  const cases: Case[] = [
    [200, "GET", "/api/v1/private", null],
    [404, "GET", "/api/v1/nowhere", null],
    [400, "POST", "/api/v1/echo", "{"],
    [413, "POST", "/api/v1/echo", JSON.stringify("x".repeat(100))],
    ...[401, 403, 405, 409, 415, 422, 428, 429, 503].map(
      (status): Case => [status, "GET", `/api/v1/status/${status}`, null],
    ),
    [500, "GET", "/api/v1/broken", null],
  ];

  it.each<Case>(cases)("%i %s %s", async (status, method, url, payload) => {
    const reply = await app.inject({
      method,
      url,
      ...(payload && { payload, headers: { "content-type": "application/json" } }),
    });
    expect(reply.statusCode).toBe(status);
    expect(reply.headers).toMatchObject({
      ...EVERYWHERE,
      "content-security-policy": API_POLICY,
      "cache-control": "private, no-store",
    });
    for (const banner of ["server", "x-powered-by", "strict-transport-security"]) {
      expect(reply.headers).not.toHaveProperty(banner);
    }
  });

  it("adds HSTS on https only", async () => {
    for (const url of ["/api/v1/private", "/nowhere", "/page"]) {
      const secure = await app.inject({ url, headers: { "x-forwarded-proto": "https" } });
      expect(secure.headers["strict-transport-security"]).toBe(
        "max-age=63072000; includeSubDomains; preload",
      );
      expect((await app.inject(url)).headers).not.toHaveProperty("strict-transport-security");
    }
  });

  it("lets a route choose its caching while it succeeds", async () => {
    expect((await app.inject("/api/v1/public")).headers["cache-control"]).toBe("public, max-age=60");
  });
});

describe("pages and documents", () => {
  it.each(["/page", "/docs"])("%s has a policy with the nonce of this request", async (url) => {
    const first = await app.inject(url);
    const second = await app.inject(url);
    expect(first.headers).toMatchObject(EVERYWHERE);
    expect(Buffer.from(first.body, "base64")).toHaveLength(16);
    expect(first.body).not.toBe(second.body);
    expect(first.headers["content-security-policy"]).toBe(
      [
        "default-src 'self'",
        `script-src 'self' 'nonce-${first.body}' https://js.pay.example`,
        `style-src 'self' 'nonce-${first.body}'`,
        "img-src 'self' data: blob: https://assets.example",
        "connect-src 'self' https://api.pay.example",
        "frame-src https://pay.example https://captcha.example",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "report-to csp",
      ].join("; "),
    );
    expect(first.headers["reporting-endpoints"]).toBe('csp="https://reports.example/csp"');
    expect(first.headers).not.toHaveProperty("cache-control");
  });

  it.each(["/search", "/apis", "/nowhere?x=/api/"])(
    "%s without a route is a page: the web app answers it",
    async (url) => {
      const { headers } = await app.inject(url);
      expect(headers["content-security-policy"]).toMatch(/^default-src 'self'/);
    },
  );

  it.each(["/api", "/api?x", "/api/v1/nowhere"])(
    "%s is API even where a page route catches it",
    async (url) => {
      const site = createPluginApp();
      await site.register(securityHeaders);
      site.get("/*", { config: { kind: "web" } }, () => "page");
      expect((await site.inject(url)).headers["content-security-policy"]).toBe(API_POLICY);
      expect((await site.inject("/x")).headers["content-security-policy"]).not.toBe(API_POLICY);
    },
  );

  it("keep it when they fail", async () => {
    const reply = await app.inject("/page-error");
    expect(reply.statusCode).toBe(500);
    expect(reply.headers["content-security-policy"]).toMatch(
      /^default-src 'self'; script-src 'self' 'nonce-[^']{24}'/,
    );
  });

  it("allow nothing inline and no frames unless configured", async () => {
    const plain = createPluginApp();
    await plain.register(securityHeaders);
    plain.get("/page", { config: { kind: "web" } }, async () => "x");
    const policy = String((await plain.inject("/page")).headers["content-security-policy"]);
    expect(policy).not.toMatch(/unsafe|\*|report-to/);
    expect(policy).toContain("frame-src 'none'");
  });
});
