import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPluginApp } from "../../../test/support/plugin-app.ts";
import { securityHeaders } from "../http/security-headers.ts";
import { precompressAssets } from "./precompress.ts";
import { createWebHost } from "./web-host.ts";

const SCRIPT = "export const answer = 42;\n".repeat(100);
let build: string;
let app: FastifyInstance;

beforeAll(async () => {
  build = await mkdtemp(join(tmpdir(), "web build "));
  await mkdir(join(build, "client", "assets"), { recursive: true });
  await mkdir(join(build, "server"));
  await writeFile(join(build, "client", "secret.txt"), "not an asset");
  await writeFile(join(build, "client", "assets", "app-abc123.js"), SCRIPT);
  await writeFile(
    join(build, "server", "index.js"),
    "export const handleRequest = async () => new Response('page', { headers: { 'content-type': 'text/html' } });",
  );
  await writeFile(join(build, "package.json"), '{ "type": "module" }');
  await precompressAssets(join(build, "client"));

  app = createPluginApp();
  await app.register(securityHeaders, {});
  await app.register(createWebHost({ buildDirectory: build }));
});

afterAll(async () => {
  await app.close();
  await rm(build, { recursive: true });
});

test("pages come from the built server bundle", async () => {
  expect((await app.inject("/anything")).body).toBe("page");
});

test("assets are kept for a year and not asked for again", async () => {
  const response = await app.inject("/assets/app-abc123.js");
  expect(response.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(response.headers["content-type"]).toContain("javascript");
  expect(response.body).toBe(SCRIPT);
  const again = await app.inject({
    url: "/assets/app-abc123.js",
    headers: { "if-none-match": String(response.headers["etag"]) },
  });
  expect([again.statusCode, again.body]).toEqual([304, ""]);
});

test("assets are sent as they were compressed at build time", async () => {
  const response = await app.inject({
    url: "/assets/app-abc123.js",
    headers: { "accept-encoding": "gzip, br" },
  });
  expect(response.headers["content-encoding"]).toBe("br");
  expect(response.headers["vary"]).toContain("accept-encoding");
  expect(response.rawPayload.length).toBeLessThan(SCRIPT.length);
  expect(brotliDecompressSync(response.rawPayload).toString()).toBe(SCRIPT);
});

test("assets answer HEAD and ranges", async () => {
  const head = await app.inject({ method: "HEAD", url: "/assets/app-abc123.js" });
  expect([head.statusCode, head.body, head.headers["content-length"]]).toEqual([
    200,
    "",
    String(SCRIPT.length),
  ]);
  const range = await app.inject({ url: "/assets/app-abc123.js", headers: { range: "bytes=0-5" } });
  expect([range.statusCode, range.body]).toEqual([206, "export"]);
});

test("an asset that is not there is no page", async () => {
  const response = await app.inject("/assets/gone.js");
  expect(response.statusCode).toBe(404);
  expect(response.json()).toMatchObject({ code: "not_found" });
});

test.each(["/assets/../secret.txt", "/assets/%2e%2e/secret.txt", "/assets/..%2fsecret.txt", "/assets/"])(
  "nothing outside the assets is served: %s",
  async (url) => {
    const response = await app.inject(url);
    expect(response.body).not.toContain("not an asset");
  },
);

test("a folder without a build stops the start", async () => {
  const empty = createPluginApp();
  await expect(
    empty.register(createWebHost({ buildDirectory: join(build, "none") })).ready(),
  ).rejects.toThrow(/index\.js/);
});
