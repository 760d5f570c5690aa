import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { Secret } from "#platform/config/secret.ts";
import { Problem } from "#platform/http/problem.ts";
import type { Bucket } from "#platform/http/route-config.ts";
import { isUlid } from "#common/ids.ts";
import { andThen } from "./and-then.ts";
import { addressIdentity, clientAddress, userIdentity } from "./identity.ts";
import type { RateLimiter, Verdict } from "./limiter.ts";
import { BUCKET_RULES, type LimitedBucket } from "./policies.ts";

/** Carries the process's own token on the API calls that a page makes in process while it is rendered. */
export const INTERNAL_RENDER_HEADER = "x-internal-render";
const BYPASS_HEADER = "x-ratelimit-bypass";

export interface RateLimitPluginOptions {
  readonly limiter: RateLimiter;
  /** `TRUSTED_PROXY_HOPS`. */
  readonly trustedProxyHops: number;
  /** Made anew by each process and known to no one else; calls that carry it were paid for by their page. */
  readonly internalRenderToken: Secret | null;
  /** `RATE_LIMIT_BYPASS_TOKEN`, INT and STG only. */
  readonly bypassToken: Secret | null;
}

/**
 * Limits every request (operations §4.2, §4.3): the `edge` bucket by address, then the route's own bucket by caller. Register it after the
 * hook that sets `request.caller` and before the one that refuses callers, so that refused calls count too. Unknown routes and pages
 * cost one edge token; `document` routes, bucket `none` and OPTIONS cost nothing.
 * Throws Problem 429 `rate_limited` in the hook.
 */
export const rateLimitPlugin = fastifyPlugin<RateLimitPluginOptions>(
  async (app, options) => {
    app.addHook("onRequest", (request, reply, proceed) => {
      const pending = isExempt(request, options) ? undefined : limit(request, reply, options);
      if (pending === undefined) proceed();
      else pending.then(() => proceed(), proceed);
    });
  },
  { name: "rate-limit", fastify: "5.x" },
);

/** Throws, or rejects, with the 429. Without a promise it is done already. */
function limit(
  request: FastifyRequest,
  reply: FastifyReply,
  { limiter, trustedProxyHops }: RateLimitPluginOptions,
): Promise<void> | undefined {
  const { config, url: routeId } = request.routeOptions;
  const address = addressIdentity(
    clientAddress({
      socketAddress: request.socket.remoteAddress,
      forwardedFor: request.headers["x-forwarded-for"],
      hops: trustedProxyHops,
    }),
  );
  return andThen(limiter.check({ bucket: "edge", identity: address }), (edge) => {
    const bucket = limitedBucket(request, config.bucket);
    if (bucket === null || edge?.action === "block") return apply(reply, edge, edge);
    const own = limiter.check({
      bucket,
      routeId,
      method: request.method,
      identity: BUCKET_RULES[bucket].keyedBy === "ip" ? address : callerIdentity(request, address),
      extra: extraOf(request, bucket),
    });
    return andThen(own, (verdict) => apply(reply, verdict, tighter(edge, verdict)));
  });
}

function isExempt(request: FastifyRequest, options: RateLimitPluginOptions): boolean {
  const { kind, bucket } = request.routeOptions.config;
  return (
    request.method === "OPTIONS" ||
    kind === "document" ||
    bucket === "none" ||
    holds(request.headers[INTERNAL_RENDER_HEADER], options.internalRenderToken) ||
    holds(request.headers[BYPASS_HEADER], options.bypassToken)
  );
}

function limitedBucket(request: FastifyRequest, bucket: Bucket | undefined): LimitedBucket | null {
  const isPage = request.routeOptions.config.kind === "web";
  return request.is404 || isPage || bucket === undefined || bucket === "none" ? null : bucket;
}

function callerIdentity(request: FastifyRequest, address: string): string {
  return request.caller ? userIdentity(request.caller.userId) : address;
}

/** Only an id is counted apart; any other text in the path would let a caller invent counters without end. */
function extraOf(request: FastifyRequest, bucket: LimitedBucket): string | undefined {
  const name = BUCKET_RULES[bucket].extraParam;
  if (name === undefined) return undefined;
  const value = new Map(Object.entries(request.params ?? {})).get(name);
  return typeof value === "string" && isUlid(value) ? value : undefined;
}

function tighter(edge: Verdict | null, own: Verdict | null): Verdict | null {
  if (!edge || !own) return own ?? edge;
  return edge.remaining / edge.limit < own.remaining / own.limit ? edge : own;
}

/** Shows one verdict in the headers and enforces the other, which is the newest. */
function apply(reply: FastifyReply, newest: Verdict | null, shown: Verdict | null): undefined {
  const header = newest?.action === "block" ? newest : shown;
  if (header) {
    reply.headers({
      "x-ratelimit-limit": header.limit,
      "x-ratelimit-remaining": header.remaining,
      "x-ratelimit-reset": Math.ceil((header.nowMs + header.resetMs) / 1000),
      "x-ratelimit-policy": header.policy.bucket,
      "x-ratelimit-shadow": String(header.policy.mode === "shadow"),
    });
  }
  if (newest?.action === "block") throw tooMany(newest);
}

function tooMany(verdict: Verdict): Problem {
  const seconds = Math.max(1, Math.ceil(verdict.retryMs / 1000));
  return new Problem({
    status: 429,
    code: "rate_limited",
    detail: `Too many requests. Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
    extensions: { retry_after: seconds },
    headers: { "retry-after": String(seconds) },
  });
}

/** Compares in constant time, whatever the lengths. */
function holds(given: string | readonly string[] | undefined, expected: Secret | null): boolean {
  if (expected === null || typeof given !== "string") return false;
  return timingSafeEqual(digest(given), digest(expected.reveal()));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
