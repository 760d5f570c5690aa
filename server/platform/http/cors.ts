import type { FastifyReply, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import type { OriginPolicy } from "./origin.ts";
import { kindOf } from "./request-kind.ts";

export interface CorsOptions {
  readonly origins: OriginPolicy;
}

const METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
const REQUEST_HEADERS = [
  "Accept",
  "Accept-Language",
  "Authorization",
  "Content-Type",
  "Idempotency-Key",
  "If-Match",
  "If-None-Match",
  "Last-Event-ID",
  "X-Request-ID",
].join(", ");
const EXPOSED_HEADERS = [
  "ETag",
  "Last-Modified",
  "X-Allow-Past",
  "Location",
  "Retry-After",
  "X-Request-ID",
  "X-RateLimit-Limit",
  "X-RateLimit-Remaining",
  "X-RateLimit-Reset",
  "X-RateLimit-Policy",
  "X-RateLimit-Shadow",
  "X-Captcha-Required",
  "Idempotency-Replayed",
  "X-Beta-Phase",
].join(", ");
const PREFLIGHT_MAX_AGE_SECONDS = "600";

/**
 * CORS for the API (operations §3, API spec §1): exact origins of the shared policy with credentials, never `*`. The headers are set
 * before anything can fail, so errors carry them; other origins get a plain answer without CORS headers. Pages (`kind: "web"`) have none.
 */
export const cors = fp<CorsOptions>(
  async (app, { origins }) => {
    app.addHook("onRequest", (request, reply, done) => {
      if (isPreflight(request)) {
        answerPreflight(origins, request, reply);
        return;
      }
      applyCors(origins, request, reply);
      done();
    });
    app.addHook("onSend", (request, reply, payload, done) => {
      // A route that lists what else its reply varies on has replaced what onRequest set.
      if (kindOf(request) !== "web") varyOnOrigin(reply);
      done(null, payload);
    });
  },
  { name: "cors", fastify: "5.x" },
);

function applyCors(origins: OriginPolicy, request: FastifyRequest, reply: FastifyReply): void {
  if (kindOf(request) === "web") return;
  varyOnOrigin(reply);
  const { origin } = request.headers;
  if (origin === undefined || !origins.isAllowedOrigin(origin)) return;
  reply.header("access-control-allow-origin", origin);
  reply.header("access-control-allow-credentials", "true");
  reply.header("access-control-expose-headers", EXPOSED_HEADERS);
}

function isPreflight(request: FastifyRequest): boolean {
  return (
    request.method === "OPTIONS" &&
    request.headers.origin !== undefined &&
    request.headers["access-control-request-method"] !== undefined
  );
}

function answerPreflight(origins: OriginPolicy, request: FastifyRequest, reply: FastifyReply): void {
  const { origin = "" } = request.headers;
  reply.header("vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
  if (origins.isAllowedOrigin(origin)) {
    reply.headers({
      "access-control-allow-origin": origin,
      "access-control-allow-credentials": "true",
      "access-control-allow-methods": METHODS,
      "access-control-allow-headers": REQUEST_HEADERS,
      "access-control-max-age": PREFLIGHT_MAX_AGE_SECONDS,
    });
  }
  reply.code(204).send();
}

function varyOnOrigin(reply: FastifyReply): void {
  const current = reply.getHeader("vary");
  if (current === undefined) {
    reply.header("vary", "Origin");
    return;
  }
  const fields = String(current)
    .split(",")
    .map((field) => field.trim().toLowerCase());
  if (!fields.includes("origin") && !fields.includes("*")) reply.header("vary", `Origin, ${String(current)}`);
}
