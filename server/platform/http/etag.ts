import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Problem } from "./problem.ts";
import { stableJson } from "./stable-json.ts";

/** A parsed If-Match or If-None-Match: any version, or these tags as written (RFC 9110 §13.1). */
export type EntityTagCondition = "*" | readonly string[];

/** One tag with the commas and blanks around it; empty list elements are allowed (RFC 9110 §5.6.1). */
const LIST_ITEM = /[ \t,]*((?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")[ \t]*(?:,[ \t,]*|$)/y;

/** Strong entity tag, quotes included, of the full content: equal content gives equal tags whatever the order of its keys. */
export function strongEtag(content: unknown): string {
  return `"${createHash("sha256").update(stableJson(content)).digest("base64url")}"`;
}

/** Null when the header is not `*` or a list of entity tags. */
export function parseEntityTags(header: string): EntityTagCondition | null {
  if (header.trim() === "*") return "*";
  const tags: string[] = [];
  LIST_ITEM.lastIndex = 0;
  do {
    const tag = LIST_ITEM.exec(header)?.[1];
    if (tag === undefined) return null;
    tags.push(tag);
  } while (LIST_ITEM.lastIndex < header.length);
  return tags;
}

/** Strong comparison: weak tags match nothing, not even themselves. */
export function matchesStrongly(condition: EntityTagCondition, current: string): boolean {
  return condition === "*" || (!current.startsWith("W/") && condition.includes(current));
}

/** Weak comparison: the opaque parts decide. */
export function matchesWeakly(condition: EntityTagCondition, current: string): boolean {
  return condition === "*" || condition.some((tag) => opaque(tag) === opaque(current));
}

function opaque(tag: string): string {
  return tag.startsWith("W/") ? tag.slice(2) : tag;
}

/**
 * The If-Match of a write that needs one (API spec §1 "Concurrency").
 * @throws Problem 428 `if_match_required` without the header, 422 `validation_error` when it cannot be read
 */
export function requireIfMatch(request: FastifyRequest): EntityTagCondition {
  const header = request.headers["if-match"];
  if (header === undefined) {
    throw new Problem({
      status: 428,
      code: "if_match_required",
      detail: "Read the current version first and send its ETag in If-Match.",
    });
  }
  const condition = parseEntityTags(header);
  if (condition === null) {
    throw new Problem({
      status: 422,
      code: "validation_error",
      detail: "If-Match must be * or a list of quoted entity tags.",
      errors: [
        {
          in: "header",
          pointer: "/if-match",
          code: "invalid_format",
          message: "must be * or a list of quoted entity tags",
        },
      ],
    });
  }
  return condition;
}

/**
 * Refuses a write that was not made on the current version. Call it where the row is locked.
 * @param currentEtag null when nothing exists yet; then no If-Match holds, not even `*`.
 * @throws Problem 409 `version_conflict` with the current ETag and `current_version`, and as `requireIfMatch`
 */
export function assertIfMatch(
  request: FastifyRequest,
  currentEtag: string | null,
  { currentVersion }: { readonly currentVersion: unknown },
): void {
  const condition = requireIfMatch(request);
  if (currentEtag !== null && matchesStrongly(condition, currentEtag)) return;
  throw new Problem({
    status: 409,
    code: "version_conflict",
    detail: "This was changed meanwhile. Load the current version and apply your change to it.",
    extensions: { current_version: currentVersion },
    headers: currentEtag === null ? {} : { ETag: currentEtag },
  });
}

/**
 * Sets the ETag, and answers 304 without a body when the client of a GET or HEAD has this version already.
 * @returns true when the reply has been sent: `return replyNotModified(request, reply, etag) ? reply : content`
 */
export function replyNotModified(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  reply.header("etag", etag);
  const header = request.headers["if-none-match"];
  if (header === undefined || (request.method !== "GET" && request.method !== "HEAD")) return false;
  const condition = parseEntityTags(header);
  if (condition === null || !matchesWeakly(condition, etag)) return false;
  reply.code(304).send();
  return true;
}
