import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { FastifyPluginAsync, FastifyReply } from "fastify";
import fp from "fastify-plugin";
import { z } from "zod";
import type { RouteConfig } from "./route-config.ts";

/** Directories of the two viewers' files; null where the package is not installed, and then its page does not exist. */
export interface ViewerFiles {
  readonly swaggerUi: string | null;
  readonly redoc: string | null;
}

const CONFIG: RouteConfig = { guard: "public", bucket: "read", kind: "document" };
const DAY_S = 86_400;

/** Finds the viewers among the installed packages. */
export function findViewerFiles(): ViewerFiles {
  return { swaggerUi: packageDirectory("swagger-ui-dist"), redoc: packageDirectory("redoc") };
}

function packageDirectory(name: string): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return null;
  }
}

/** `/openapi.json` and its two readers `/docs` and `/redoc` (API spec §1 "Paths"); scripts and styles come from our own origin. */
export const apiDocs = fp<{ readonly viewers?: ViewerFiles }>(
  async (app, { viewers = findViewerFiles() }) => {
    app.get(
      "/openapi.json",
      { config: CONFIG, schema: textResponse("application/json") },
      (_request, reply) =>
        reply
          .header("content-type", "application/json; charset=utf-8")
          .header("cache-control", "public, max-age=60, stale-while-revalidate=300")
          .send(JSON.stringify(app.apiDocument("public"))),
    );
    if (viewers.swaggerUi !== null) await app.register(swaggerUiPage(viewers.swaggerUi));
    if (viewers.redoc !== null) await app.register(redocPage(viewers.redoc));
  },
  { name: "api-docs", fastify: "5.x", dependencies: ["openapi"] },
);

function swaggerUiPage(directory: string): FastifyPluginAsync {
  return async (app) => {
    serveFile(app, "/docs/swagger-ui.css", join(directory, "swagger-ui.css"), "text/css");
    serveFile(app, "/docs/swagger-ui.js", join(directory, "swagger-ui-bundle.js"), "text/javascript");
    app.get("/docs", { config: CONFIG, schema: textResponse("text/html") }, (_request, reply) =>
      sendPage(reply, "InstaInstru API", (nonce) => [
        '<link rel="stylesheet" href="/docs/swagger-ui.css">',
        '<div id="reference"></div>',
        '<script src="/docs/swagger-ui.js"></script>',
        `<script nonce="${nonce}">SwaggerUIBundle({url:"/openapi.json",dom_id:"#reference",deepLinking:true,validatorUrl:null})</script>`,
      ]),
    );
  };
}

function redocPage(directory: string): FastifyPluginAsync {
  return async (app) => {
    serveFile(app, "/redoc/redoc.js", join(directory, "bundles/redoc.standalone.js"), "text/javascript");
    app.get("/redoc", { config: CONFIG, schema: textResponse("text/html") }, (_request, reply) =>
      sendPage(reply, "InstaInstru API reference", (nonce) => [
        '<div id="reference"></div>',
        `<script nonce="${nonce}">window.__webpack_nonce__="${nonce}"</script>`, // its style library asks for this name
        `<script type="module" nonce="${nonce}">import { init } from "/redoc/redoc.js";`,
        `init("/openapi.json", { nonce: "${nonce}" }, document.getElementById("reference"));</script>`,
      ]),
    );
  };
}

function serveFile(app: Parameters<FastifyPluginAsync>[0], url: string, file: string, type: string): void {
  app.get(url, { config: CONFIG, schema: textResponse(type) }, (_request, reply) =>
    reply
      .header("content-type", `${type}; charset=utf-8`)
      .header("cache-control", `public, max-age=${DAY_S}`)
      .send(createReadStream(file)),
  );
}

function sendPage(
  reply: FastifyReply,
  title: string,
  body: (nonce: string) => readonly string[],
): FastifyReply {
  const nonce = randomBytes(16).toString("base64");
  const lines = [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title></head><body>`,
    ...body(nonce),
    "</body></html>",
  ];
  return reply
    .header("content-type", "text/html; charset=utf-8")
    .header("content-security-policy", pagePolicy(nonce))
    .header("cache-control", "no-store")
    .send(lines.join("\n"));
}

function pagePolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function textResponse(type: string) {
  return { response: { 200: { content: { [type]: { schema: z.string() } } } } };
}
