import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { Problem } from "./problem.ts";
import { pathOf } from "./problem-document.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Sets the handler for unmatched paths. It has to be called on the root, before plugins add their hooks. */
export function handleUnmatched(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => answerUnmatched(app, request, reply));
}

/**
 * Answers unmatched API paths before their body is read: 308 from a trailing slash to the bare path, 405 with `Allow`, or 404
 * (API spec §1 "Paths" and "Errors").
 */
export const unmatchedApiPaths = fp(
  (app, _options, done) => {
    app.addHook("onRequest", async (request, reply) => {
      const { config } = request.routeOptions;
      // The web app takes every path, so to the router an unknown API path is one of its pages.
      const unmatched = request.is404 || config.kind === "web";
      return unmatched && isApiPath(pathOf(request.url)) ? answerUnmatched(app, request, reply) : undefined;
    });
    done();
  },
  { name: "unmatched-api-paths", fastify: "5.x", dependencies: ["request-observer"] },
);

function isApiPath(path: string): boolean {
  return path === "/api" || path.startsWith("/api/");
}

function answerUnmatched(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const bare = redirectTarget(app, request);
  if (bare !== null) return redirect(reply, bare);
  const path = pathOf(request.url);
  const allowed = METHODS.filter((method) => hasRoute(app, method, path));
  if (allowed.length === 0) {
    throw new Problem({ status: 404, code: "not_found", detail: "There is nothing at this address." });
  }
  throw new Problem({
    status: 405,
    code: "method_not_allowed",
    detail: `This path takes ${allowed.join(", ")}.`,
    headers: { allow: allowed.join(", ") },
  });
}

/** Where a path with trailing slashes should go, when that is a route of ours; never another host. */
function redirectTarget(app: FastifyInstance, request: FastifyRequest): string | null {
  const path = pathOf(request.url);
  const bare = path.replace(/\/+$/, "");
  if (bare === path || bare === "" || bare.startsWith("//")) return null;
  if (!METHODS.some((method) => hasRoute(app, method, bare))) return null;
  return bare + request.url.slice(path.length);
}

function hasRoute(app: FastifyInstance, method: string, path: string): boolean {
  const route = app.findRoute({ method, url: path });
  // Only the web app and its files have wildcards.
  return route !== null && !("*" in route.params);
}

function redirect(reply: FastifyReply, location: string): FastifyReply {
  return reply.code(308).header("location", location).send();
}
