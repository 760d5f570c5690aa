import { join } from "node:path";
import Fastify from "fastify";
import { securityHeaders } from "../../../server/platform/http/security-headers.ts";
import { ensureWebBuild } from "../../../server/platform/web-host/build.ts";
import { createWebHost } from "../../../server/platform/web-host/web-host.ts";

export interface Site {
  readonly url: string;
  stop(): Promise<void>;
}

/** The web app on a port of its own, without the API behind it. */
export async function startSite(): Promise<Site> {
  const build = await ensureWebBuild({
    root: join(import.meta.dirname, "../../.."),
    environment: process.env,
    log: (line) => process.stdout.write(`${line}\n`),
  });
  const app = Fastify({ forceCloseConnections: true });
  await app.register(securityHeaders, {});
  await app.register(createWebHost({ buildDirectory: build.directory }));
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  return { url, stop: () => app.close() };
}
