import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import { createPluginApp } from "../../../test/support/plugin-app.ts";
import { securityHeaders } from "../http/security-headers.ts";
import { webPages } from "./pages.ts";
import type { WebHandler } from "./web-handler.ts";

const apps: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
});

async function createSite(handle: WebHandler): Promise<FastifyInstance> {
  const app = createPluginApp({ forceCloseConnections: true });
  apps.push(app);
  await app.register(securityHeaders, {});
  app.get("/api/v1/known", async () => ({ from: "api" }));
  await app.register(webPages({ handle }));
  return app;
}

async function listen(app: FastifyInstance): Promise<string> {
  return await app.listen({ port: 0, host: "127.0.0.1" });
}

function html(
  body: string | ReadableStream<Uint8Array> | null,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, { status, headers: { "content-type": "text/html; charset=utf-8", ...headers } });
}

describe("what the web app is asked", () => {
  test("the page sees address, method, headers and form", async () => {
    let seen: unknown;
    const app = await createSite(async (request) => {
      seen = [request.method, request.url, request.headers.get("x-test"), await request.text()];
      return html("ok");
    });
    const headers = {
      host: "site.test:3000",
      "x-test": "1",
      "content-type": "application/x-www-form-urlencoded",
    };
    await app.inject({ method: "POST", url: "/a%20b?c=d&c=e", headers, payload: "name=Ada" });
    expect(seen).toEqual(["POST", "http://site.test:3000/a%20b?c=d&c=e", "1", "name=Ada"]);
  });

  test("a path that looks like another host stays a path", async () => {
    const app = await createSite(async (request) => html(new URL(request.url).host));
    expect((await app.inject({ url: "//evil.test/x", headers: { host: "site.test" } })).body).toBe(
      "site.test",
    );
  });

  test("a host that is no host is refused", async () => {
    const app = await createSite(async () => html("ok"));
    const response = await app.inject({ url: "/", headers: { host: "a b" } });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: "invalid_url" });
  });

  test("a form over the limit is refused", async () => {
    const app = await createSite(async () => html("ok"));
    const headers = { "content-type": "text/plain" };
    const response = await app.inject({
      method: "POST",
      url: "/",
      headers,
      payload: "x".repeat(256 * 1024 + 1),
    });
    expect(response.statusCode).toBe(413);
  });

  test("the nonce is the one in the content policy", async () => {
    const app = await createSite(async (_request, { nonce }) => html(nonce));
    const response = await app.inject("/");
    expect(response.body).not.toBe("");
    expect(response.headers["content-security-policy"]).toContain(`'nonce-${response.body}'`);
  });
});

describe("what the visitor gets", () => {
  test("status, headers and every cookie", async () => {
    const app = await createSite(async () => {
      const response = html("gone", 410, { "x-page": "1" });
      response.headers.append("set-cookie", "a=1");
      response.headers.append("set-cookie", "b=2");
      return response;
    });
    const response = await app.inject("/old");
    expect(response.statusCode).toBe(410);
    expect(response.headers["x-page"]).toBe("1");
    expect(response.headers["set-cookie"]).toEqual(["a=1", "b=2"]);
    expect(response.body).toBe("gone");
  });

  test("pages are kept by nobody unless they say so", async () => {
    const app = await createSite(async (request) =>
      request.url.endsWith("/kept") ? html("", 200, { "cache-control": "public, max-age=60" }) : html(""),
    );
    expect((await app.inject("/")).headers["cache-control"]).toBe("private, no-cache");
    expect((await app.inject("/kept")).headers["cache-control"]).toBe("public, max-age=60");
  });

  test("HEAD answers without a body", async () => {
    const app = await createSite(async () => html(null, 404));
    const response = await app.inject({ method: "HEAD", url: "/nowhere" });
    expect([response.statusCode, response.body]).toEqual([404, ""]);
    expect(response.headers["content-type"]).toBe("text/html; charset=utf-8");
  });

  test("routes of others come first", async () => {
    const app = await createSite(async () => html("page"));
    expect((await app.inject("/api/v1/known")).json()).toEqual({ from: "api" });
    expect((await app.inject("/apiary")).body).toBe("page");
  });

  test("a failing page is a plain 500, and the next one is served", async () => {
    const app = await createSite(async (request) => {
      if (request.url.endsWith("/bad")) throw new Error("broken");
      return html("fine");
    });
    expect((await app.inject("/bad")).statusCode).toBe(500);
    expect((await app.inject("/good")).body).toBe("fine");
  });
});

describe("streaming", () => {
  test.each(["identity", "gzip", "br"])(
    "the start of a page arrives while its end is still unknown (%s)",
    async (encoding) => {
      const end = Promise.withResolvers<void>();
      const app = await createSite(async () => {
        const text = new TextEncoder();
        return html(
          new ReadableStream({
            async start(controller) {
              controller.enqueue(text.encode("<h1>frame</h1>"));
              await end.promise;
              controller.enqueue(text.encode("<p>late</p>"));
              controller.close();
            },
          }),
        );
      });
      const response = await fetch(await listen(app), { headers: { "accept-encoding": encoding } });
      expect(response.headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
      expect(response.headers.get("vary")).toBe("Accept-Encoding");
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      expect((await reader?.read())?.value).toBe("<h1>frame</h1>");
      end.resolve();
      expect((await reader?.read())?.value).toBe("<p>late</p>");
      expect((await reader?.read())?.done).toBe(true);
    },
  );

  test("rendering stops when the visitor leaves", async () => {
    const aborted = Promise.withResolvers<void>();
    const cancelled = Promise.withResolvers<void>();
    const app = await createSite(async (request) => {
      request.signal.addEventListener("abort", () => aborted.resolve());
      return html(
        new ReadableStream({
          start: (controller) => controller.enqueue(new TextEncoder().encode("frame")),
          cancel: () => cancelled.resolve(),
        }),
      );
    });
    await listen(app);
    const socket = connect((app.server.address() as AddressInfo).port, "127.0.0.1");
    socket.write("GET / HTTP/1.1\r\nHost: site.test\r\n\r\n");
    await once(socket, "data");
    socket.destroy();
    await expect(Promise.all([aborted.promise, cancelled.promise])).resolves.toHaveLength(2);
  });

  test("a complete answer aborts nothing", async () => {
    let signal: AbortSignal | undefined;
    const app = await createSite(async (request) => {
      signal = request.signal;
      return html("done");
    });
    const response = await fetch(await listen(app));
    expect(await response.text()).toBe("done");
    await app.close();
    expect(signal?.aborted).toBe(false);
  });
});
