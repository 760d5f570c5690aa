import type { FastifyInstance } from "fastify";
import { afterEach, expect, test } from "vitest";
import { createPluginApp } from "../../../test/support/plugin-app.ts";
import { Secret } from "../config/secret.ts";
import { securityHeaders } from "../http/security-headers.ts";
import { type PagesOptions, webPages } from "./pages.ts";
import type { PageContext } from "./web-handler.ts";

const apps: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
});

type Page = (context: PageContext) => Promise<Response>;

/** A site whose page is `page`, and whose API says what it was asked. */
async function createSite(page: Page, parts: Omit<PagesOptions, "handle"> = {}): Promise<FastifyInstance> {
  const app = createPluginApp();
  apps.push(app);
  await app.register(securityHeaders, {});
  app.route({
    method: ["GET", "POST"],
    url: "/api/v1/echo",
    handler: async ({ method, headers, query, body }, reply) => {
      reply.header("set-cookie", ["sid=2; Path=/", "seen=1; Path=/"]).header("x-twice", ["a", "b"]);
      return { method, headers, query, body };
    },
  });
  app.get("/api/v1/nothing", (_request, reply) => reply.code(204).send());
  await app.register(webPages({ ...parts, handle: (_request, context) => page(context) }));
  return app;
}

const callEcho: Page = (context) => context.api(new Request(`${context.origin}/api/v1/echo?q=a%20b`));

test("the API sees the visitor, the page's request id and the token that spares the limit", async () => {
  const app = await createSite(callEcho, { internalRenderToken: new Secret("token") });
  const response = await app.inject({
    url: "/",
    headers: { host: "site.test", cookie: "sid=1", "user-agent": "browser", "x-forwarded-for": "10.0.0.1" },
  });
  expect(response.json()).toMatchObject({
    method: "GET",
    query: { q: "a b" },
    headers: {
      host: "site.test",
      cookie: "sid=1",
      "user-agent": "browser",
      "x-forwarded-for": "10.0.0.1",
      "x-internal-render": "token",
      "x-request-id": expect.any(String),
    },
  });
});

test("a visitor's own token is not passed on", async () => {
  const app = await createSite(callEcho);
  const response = await app.inject({ url: "/", headers: { "x-internal-render": "guess" } });
  expect(response.json().headers).not.toHaveProperty("x-internal-render");
});

test("cookies that the API sets reach the visitor with the page", async () => {
  const app = await createSite(async (context) => {
    await callEcho(context);
    return new Response("page", { headers: { "set-cookie": "page=1" } });
  });
  const { headers } = await app.inject("/");
  expect(headers["set-cookie"]).toEqual(["page=1", "sid=2; Path=/", "seen=1; Path=/"]);
});

test("a body goes along", async () => {
  const app = await createSite((context) =>
    context.api(
      new Request(`${context.origin}/api/v1/echo`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ a: 1 }),
      }),
    ),
  );
  expect((await app.inject("/")).json()).toMatchObject({ method: "POST", body: { a: 1 } });
});

test("an answer without a body", async () => {
  const app = await createSite(async (context) => {
    const answer = await context.api(new Request(`${context.origin}/api/v1/nothing`));
    return new Response(String(answer.status));
  });
  expect((await app.inject("/")).body).toBe("204");
});

test("a page cannot ask for pages", async () => {
  const app = await createSite((context) => context.api(new Request(`${context.origin}/other`)));
  expect((await app.inject("/")).statusCode).toBe(500);
  expect((await app.inject("/api/v1/unknown")).statusCode).toBe(404);
});

test("links begin with the public address where there is one", async () => {
  const page: Page = async ({ origin }) => new Response(origin);
  const asked = { url: "/", headers: { host: "asked.test" } };
  expect((await (await createSite(page)).inject(asked)).body).toBe("http://asked.test");
  const site = await createSite(page, { publicOrigin: "https://site.test" });
  expect((await site.inject(asked)).body).toBe("https://site.test");
});
