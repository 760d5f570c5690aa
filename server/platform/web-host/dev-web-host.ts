import { once } from "node:events";
import type { FastifyPluginAsync } from "fastify";
import { type WebHostParts, webPages } from "./pages.ts";
import { readWebHandler } from "./web-handler.ts";

const WEB_ENTRY = "/web/server.ts";

export interface DevWebHostOptions {
  /** The folder that holds `vite.config.ts`. */
  readonly root: string;
}

/**
 * The web app straight from its sources, with hot reload over the same port; for `npm run dev` only. Vite is loaded when
 * this is registered and never in production.
 */
export function createDevWebHost({ root }: DevWebHostOptions): FastifyPluginAsync<WebHostParts> {
  return async (app, parts) => {
    const { createServer } = await import("vite");
    const vite = await createServer({
      root,
      appType: "custom",
      server: { middlewareMode: true, ws: { server: app.server } },
    });
    app.addHook("onClose", () => vite.close());

    // Vite answers its own addresses (modules, styles, its client); whatever it passes on is a page.
    app.addHook("preHandler", async (request, reply) => {
      const passedOn = new Promise<boolean>((resolve, reject) => {
        vite.middlewares(request.raw, reply.raw, (error?: unknown) =>
          error ? reject(error) : resolve(true),
        );
      });
      const answered = once(reply.raw, "close").then(() => false);
      if (!(await Promise.race([passedOn, answered]))) return reply.hijack();
      return undefined;
    });

    await app.register(
      webPages({
        ...parts,
        handle: async (request, page) => {
          const handle = readWebHandler(await vite.ssrLoadModule(WEB_ENTRY), WEB_ENTRY);
          return await handle(request, page);
        },
      }),
    );
  };
}
