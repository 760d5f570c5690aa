import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type {} from "@fastify/swagger";
import type { FastifyPluginAsync } from "fastify";
import { type WebHostParts, webPages } from "./pages.ts";
import { loadWebHandler } from "./web-handler.ts";

export interface WebHostOptions {
  /** The folder that `ensureWebBuild` returned. */
  readonly buildDirectory: string;
}

/**
 * Serves a build of the web app: hashed files under `/assets`, everything else as pages. Register it without a prefix,
 * after the routes of the API.
 * @throws Error at registration when the build is missing or unusable.
 */
export function createWebHost({ buildDirectory }: WebHostOptions): FastifyPluginAsync<WebHostParts> {
  return async (app, parts) => {
    const handle = await loadWebHandler(join(buildDirectory, "server", "index.js"));
    await app.register(webAssets(join(buildDirectory, "client", "assets")));
    await app.register(webPages({ ...parts, handle }));
  };
}

/** Files whose names change with their content: kept for a year, sent in the form compressed at build time. */
function webAssets(directory: string): FastifyPluginAsync {
  return async (app) => {
    await app.register(fastifyStatic, {
      root: directory,
      serve: false,
      preCompressed: true,
      index: false,
      maxAge: "365d",
      immutable: true,
    });
    app.route<{ Params: { "*": string } }>({
      method: ["GET", "HEAD"],
      url: "/assets/*",
      schema: { hide: true },
      config: { kind: "web", guard: "public", bucket: "none" },
      handler: (request, reply) => reply.sendFile(request.params["*"]),
    });
  };
}
