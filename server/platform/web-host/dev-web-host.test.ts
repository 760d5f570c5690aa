import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPluginApp } from "../../../test/support/plugin-app.ts";
import { securityHeaders } from "../http/security-headers.ts";
import { createDevWebHost } from "./dev-web-host.ts";

let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  app = createPluginApp({ forceCloseConnections: true });
  await app.register(securityHeaders, {});
  await app.register(createDevWebHost({ root: join(import.meta.dirname, "../../..") }));
  url = await app.listen({ port: 0, host: "127.0.0.1" });
});

afterAll(async () => {
  await app.close();
});

test("pages are rendered from the sources", async () => {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  const page = await response.text();
  expect(page).toContain("</h1>");
  expect(page).toContain("/web/entry.client.tsx");
});

test("sources are sent to the browser as modules", async () => {
  const response = await fetch(`${url}/web/entry.client.tsx`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("javascript");
});

test("unknown pages are 404", async () => {
  const page = await fetch(`${url}/no-such-page`);
  expect([page.status, page.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
});

test("the reload socket is on the same port", async () => {
  const client = await (await fetch(`${url}/@vite/client`)).text();
  const token = /wsToken = "([^"]+)"/.exec(client)?.[1];
  const socket = new WebSocket(`${url.replace("http", "ws")}/?token=${token}`, "vite-hmr");
  const first = await new Promise<unknown>((resolve, reject) => {
    socket.addEventListener("message", (event) => resolve(JSON.parse(String(event.data))), { once: true });
    socket.addEventListener("error", () => reject(new Error("no socket")), { once: true });
  });
  socket.close();
  expect(first).toEqual({ type: "connected" });
});
