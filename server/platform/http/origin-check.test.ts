import type { FastifyInstance } from "fastify";
import { beforeEach, describe, expect, it } from "vitest";
import { createPluginApp } from "../../../test/support/plugin-app.ts";
import { createOriginPolicy } from "./origin.ts";
import { originCheck } from "./origin-check.ts";

const US = "https://instainstru.com";
const COOKIE = "theme=dark; __Host-sid=abc";
const JSON_BODY = { "content-type": "application/json" };

let app: FastifyInstance;

beforeEach(async () => {
  app = createPluginApp();
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));
  await app.register(originCheck, { origins: createOriginPolicy({ tier: "STG", publicOrigins: [] }) });
  app.all("/api/v1/bookings", async () => ({ ok: true }));
  app.post("/api/v1/auth/login", async () => ({ ok: true }));
  app.post("/api/v1/two-factor/:id/confirm", async () => ({ ok: true }));
  app.post("/api/v1/password-reset", async () => ({ ok: true }));
  app.get("/api/v1/auth/me", async () => ({ ok: true }));
  app.post("/api/v1/authors", async () => ({ ok: true }));
  app.post("/api/v1/auth/callback", { config: { originCheck: "exempt" } }, async () => ({ ok: true }));
  app.post("/:tail/webhook", async () => ({ ok: true }));
});

async function send(
  method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE",
  url: string,
  headers: Record<string, string>,
) {
  const reply = await app.inject({ method, url, headers });
  return [reply.statusCode, reply.body === "" ? undefined : (reply.json<{ code?: string }>().code ?? "ok")];
}

const REFUSED = [403, "csrf_origin_mismatch"];
const PASSED = [200, "ok"];

describe("with a session cookie", () => {
  it.each([
    ["our origin", { origin: US }, PASSED],
    ["localhost outside PROD", { origin: "http://localhost:3000" }, PASSED],
    ["a foreign origin", { origin: "https://evil.com" }, REFUSED],
    ["our host without TLS", { origin: "http://instainstru.com" }, REFUSED],
    ["our host on another port", { origin: "https://instainstru.com:8443" }, REFUSED],
    ["an opaque origin", { origin: "null" }, REFUSED],
    ["an empty origin", { origin: "" }, REFUSED],
    ["a foreign origin with our referer", { origin: "https://evil.com", referer: `${US}/x` }, REFUSED],
    ["no origin, our referer", { referer: `${US}/lessons?x=1` }, PASSED],
    ["no origin, a foreign referer", { referer: "https://evil.com/https://instainstru.com" }, REFUSED],
    ["no origin, a referer that is not a URL", { referer: "instainstru.com" }, REFUSED],
    ["neither", {}, REFUSED],
    ["neither, fetched by the same origin", { "sec-fetch-site": "same-origin" }, PASSED],
    ["neither, fetched by the same site", { "sec-fetch-site": "same-site" }, REFUSED],
    ["neither, typed by the user", { "sec-fetch-site": "none" }, REFUSED],
    ["our origin, but cross-site", { origin: US, "sec-fetch-site": "cross-site" }, REFUSED],
    ["a sibling of ours", { origin: US, "sec-fetch-site": "same-site" }, PASSED],
    [
      "a foreign origin that claims same-origin",
      { origin: "https://evil.com", "sec-fetch-site": "same-origin" },
      REFUSED,
    ],
  ])("%s", async (_name, headers, expected) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"] as const) {
      expect(await send(method, "/api/v1/bookings", { cookie: COOKIE, ...headers })).toEqual(expected);
    }
    expect((await send("GET", "/api/v1/bookings", { cookie: COOKIE, ...headers }))[0]).toBe(200);
    expect((await send("HEAD", "/api/v1/bookings", { cookie: COOKIE, ...headers }))[0]).toBe(200);
  });

  it.each(["sid=abc", "a=1;sid=abc", " __Host-sid=", "x=__Host-sid; sid=1"])(
    "sees the session in %j",
    async (cookie) => {
      expect(await send("POST", "/api/v1/bookings", { cookie })).toEqual(REFUSED);
    },
  );

  it.each(["theme=sid", "sidx=1", "x=sid=1", "SID=1"])("sees none in %j", async (cookie) => {
    expect(await send("POST", "/api/v1/bookings", { cookie })).toEqual(PASSED);
  });

  it("a bearer token wins over the cookie; other or empty credentials do not", async () => {
    const cookie = COOKIE;
    expect(await send("POST", "/api/v1/bookings", { cookie, authorization: "Bearer t0ken" })).toEqual(PASSED);
    for (const authorization of ["Basic dTpw", "Bearer", "Bearer ", "xBearer t"]) {
      expect(await send("POST", "/api/v1/bookings", { cookie, authorization })).toEqual(REFUSED);
    }
  });

  it("an unknown API path stays 404; elsewhere an unknown path may be the web app's", async () => {
    expect(await send("POST", "/api/v1/nowhere", { cookie: COOKIE })).toEqual([404, "not_found"]);
    expect(await send("POST", "/login", { cookie: COOKIE })).toEqual(REFUSED);
    expect(await send("POST", "/login", { cookie: COOKIE, origin: US })).toEqual([404, "not_found"]);
  });
});

describe("without a session", () => {
  it.each(["/api/v1/auth/login", "/api/v1/two-factor/7/confirm", "/api/v1/password-reset"])(
    "POST %s is checked",
    async (url) => {
      expect(await send("POST", url, {})).toEqual(REFUSED);
      expect(await send("POST", url, { origin: "https://evil.com" })).toEqual(REFUSED);
      expect(await send("POST", url, { origin: US })).toEqual(PASSED);
      expect(await send("POST", url, { authorization: "Bearer t" })).toEqual(PASSED);
    },
  );

  it("reads, other paths and exempt routes are not", async () => {
    expect(await send("GET", "/api/v1/auth/me", {})).toEqual(PASSED);
    expect(await send("POST", "/api/v1/authors", {})).toEqual(PASSED);
    expect(await send("POST", "/api/v1/bookings", { origin: "https://evil.com" })).toEqual(PASSED);
    expect(await send("POST", "/api/v1/auth/callback", { cookie: COOKIE })).toEqual(PASSED);
  });

  it("goes by the route, not by what the path looks like", async () => {
    expect(await send("POST", "/originCheck-exempt/webhook", { cookie: COOKIE })).toEqual(REFUSED);
    expect(await send("POST", "/api%2Fv1%2Fauth/webhook", {})).toEqual(PASSED);
    expect(await send("POST", "/api/v1/%61uth/login", {})).toEqual(REFUSED);
  });
});

describe("content type of checked requests", () => {
  const base = { cookie: COOKIE, origin: US };

  it.each([
    ["application/json", 200],
    ["Application/JSON; charset=utf-8", 200],
    ["multipart/form-data; boundary=x", 200],
    ["application/x-www-form-urlencoded", 415],
    ["text/plain", 415],
    ["text/plain; application/json", 415],
    ["application/jsonp", 415],
    ["", 415],
  ])("%j: %i", async (type, status) => {
    const reply = await app.inject({
      method: "POST",
      url: "/api/v1/bookings",
      headers: { ...base, "content-type": type },
      payload: "{}",
    });
    expect(reply.statusCode).toBe(status);
    if (status === 415) expect(reply.json()).toMatchObject({ code: "unsupported_media_type" });
  });

  it("a body needs a type, no body needs none", async () => {
    expect(await send("POST", "/api/v1/bookings", { ...base, "content-length": "0" })).toEqual(PASSED);
    expect((await send("POST", "/api/v1/bookings", { ...base, "content-length": "2" }))[0]).toBe(415);
    expect((await send("POST", "/api/v1/bookings", { ...base, "transfer-encoding": "chunked" }))[0]).toBe(
      415,
    );
  });

  it("says 403 before 415", async () => {
    const headers = { ...base, ...JSON_BODY, origin: "https://evil.com", "content-type": "text/plain" };
    expect(await send("POST", "/api/v1/bookings", headers)).toEqual(REFUSED);
  });
});
