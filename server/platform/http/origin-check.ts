import type { FastifyReply, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import type { OriginPolicy } from "./origin.ts";
import { Problem } from "./problem.ts";
import { kindOf } from "./request-kind.ts";

export interface OriginCheckOptions {
  readonly origins: OriginPolicy;
  /** Names of the cookies that carry a session. */
  readonly sessionCookies?: readonly string[];
}

const UNSAFE = new Set(["POST", "PUT", "PATCH", "DELETE"]);
/** Sign-in and its relatives are checked without a session too: a forged sign-in would make the victim act in the attacker's account. */
const ALWAYS_CHECKED = /^\/api\/v1\/(?:auth|two-factor|password-reset)(?:\/|$)/;
const BEARER = /^bearer +\S/i;
const ALLOWED_CONTENT = new Set(["application/json", "multipart/form-data"]);

/**
 * Refuses unsafe requests that another site made a browser send (operations §3 CSRF): those with a session cookie and no bearer
 * token, and every POST under auth, two-factor and password-reset. Only routes with `originCheck: "exempt"` are left out.
 * Answers 403 `csrf_origin_mismatch`, and 415 for bodies that are neither JSON nor multipart.
 */
export const originCheck = fp<OriginCheckOptions>(
  async (app, { origins, sessionCookies = ["__Host-sid", "sid"] }) => {
    const cookieNames = new Set(sessionCookies);
    app.addHook("onRequest", (request: FastifyRequest, _reply: FastifyReply, done) => {
      if (!needsCheck(request, cookieNames)) done();
      else if (!comesFromUs(request, origins)) done(crossOrigin());
      else done(hasAllowedContent(request) ? undefined : unsupportedContent());
    });
  },
  { name: "origin-check", fastify: "5.x" },
);

function needsCheck(request: FastifyRequest, cookieNames: ReadonlySet<string>): boolean {
  if (!UNSAFE.has(request.method) || (request.is404 && kindOf(request) === "api")) return false;
  const { config, url } = request.routeOptions;
  if (config.originCheck === "exempt" || BEARER.test(request.headers.authorization ?? "")) return false;
  if (request.method === "POST" && ALWAYS_CHECKED.test(url ?? "")) return true;
  return carriesCookie(request.headers.cookie, cookieNames);
}

function carriesCookie(header: string | undefined, names: ReadonlySet<string>): boolean {
  if (!header) return false;
  return header.split(";").some((pair) => names.has((pair.split("=", 1)[0] ?? "").trim()));
}

function comesFromUs(request: FastifyRequest, origins: OriginPolicy): boolean {
  const { origin, referer, "sec-fetch-site": site } = request.headers;
  if (site === "cross-site") return false;
  if (origin !== undefined) return origins.isAllowedOrigin(origin);
  if (referer !== undefined) return origins.allowedReturnUrl(referer) !== null;
  return site === "same-origin";
}

function hasAllowedContent(request: FastifyRequest): boolean {
  const type = request.headers["content-type"];
  if (type !== undefined) return ALLOWED_CONTENT.has((type.split(";", 1)[0] ?? "").trim().toLowerCase());
  return (
    request.headers["transfer-encoding"] === undefined && Number(request.headers["content-length"] ?? 0) === 0
  );
}

function crossOrigin(): Problem {
  return new Problem({
    status: 403,
    code: "csrf_origin_mismatch",
    detail: "This request did not come from our site. Reload the page and try again.",
  });
}

function unsupportedContent(): Problem {
  return new Problem({
    status: 415,
    code: "unsupported_media_type",
    detail: "Send the body as application/json or multipart/form-data.",
  });
}
