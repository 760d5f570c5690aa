import { randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { kindOf } from "./request-kind.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** 128 random bits for this page's `script` and `style` tags; empty on API requests. */
    cspNonce: string;
  }
}

/** Outside origins that pages may use, each an origin such as `https://js.example.com`. */
export interface PageSources {
  /** The payment SDK's script. */
  readonly scripts?: readonly string[];
  /** Asset hosts. */
  readonly images?: readonly string[];
  /** The payment SDK's API; in development also the reload socket. */
  readonly connections?: readonly string[];
  /** Payment and captcha frames. */
  readonly frames?: readonly string[];
  /** Address that browsers send policy reports to. */
  readonly reportUrl?: string;
}

export interface SecurityHeadersOptions {
  readonly pageSources?: PageSources;
}

const API_POLICY = "default-src 'none'; frame-ancestors 'none'";
const HSTS = "max-age=63072000; includeSubDomains; preload";
const PRIVATE = "private, no-store";

const COMMON = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(self), microphone=(self), geolocation=(self)",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-site",
} as const;

/** What every API reply carries before its route says anything; for replies written without Fastify's reply object. */
export const API_SECURITY_HEADERS: Readonly<Record<string, string>> = {
  ...COMMON,
  "content-security-policy": API_POLICY,
  "cache-control": PRIVATE,
};

/**
 * Security headers on every reply (operations §3 "Headers"). API replies are `private, no-store` unless their route says otherwise,
 * and always when they are errors. Pages and documents get a content policy with a fresh `request.cspNonce`.
 */
export const securityHeaders = fp<SecurityHeadersOptions>(
  async (app, { pageSources = {} }) => {
    const page = createPagePolicy(pageSources);
    const pageHeaders = pageSources.reportUrl
      ? { ...COMMON, "reporting-endpoints": `csp="${pageSources.reportUrl}"` }
      : COMMON;

    app.decorateRequest("cspNonce", "");
    app.addHook("onRequest", (request, reply, done) => {
      if (isPage(request)) {
        request.cspNonce = randomBytes(16).toString("base64");
        reply.headers(pageHeaders);
        reply.header("content-security-policy", page(request.cspNonce));
        applyTransportSecurity(request, reply);
      } else {
        applyApiSecurityHeaders(request, reply);
      }
      done();
    });
    app.addHook("onSend", (request, reply, payload, done) => {
      if (reply.statusCode >= 400 && !isPage(request)) reply.header("cache-control", PRIVATE);
      done(null, payload);
    });
  },
  { name: "security-headers", fastify: "5.x" },
);

/** The API's headers on one reply; for handlers that run outside the hooks, such as `frameworkErrors`. */
export function applyApiSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(API_SECURITY_HEADERS);
  applyTransportSecurity(request, reply);
}

function applyTransportSecurity(request: FastifyRequest, reply: FastifyReply): void {
  if (request.protocol === "https") reply.header("strict-transport-security", HSTS);
}

function isPage(request: FastifyRequest): boolean {
  return kindOf(request) !== "api";
}

/** Joins the policy once, so that a request only puts its nonce in. */
function createPagePolicy(sources: PageSources): (nonce: string) => string {
  const list = (...parts: readonly string[]) => parts.join(" ");
  const before = "default-src 'self'; script-src 'self' 'nonce-";
  const between = `${list("'", ...(sources.scripts ?? []))}; style-src 'self' 'nonce-`;
  const after = [
    "'",
    list("img-src 'self' data: blob:", ...(sources.images ?? [])),
    list("connect-src 'self'", ...(sources.connections ?? [])),
    list("frame-src", ...(sources.frames?.length ? sources.frames : ["'none'"])),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(sources.reportUrl ? ["report-to csp"] : []),
  ].join("; ");
  return (nonce) => before + nonce + between + nonce + after;
}
