import type { FastifyInstance } from "fastify";
import { Problem } from "./problem.ts";

const DEEPEST = 20;

/**
 * JSON as the API takes it (operations §3 "Bodies"): at most twenty levels, no key that could reach a prototype. No other content type
 * is read unless a route brings its own parser. An empty body counts as none, so that the schema says what is missing.
 */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, text, done) => {
    try {
      done(null, text.length === 0 ? undefined : parseJsonBody(text.toString()));
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** @throws Problem 400 `malformed_json`, or `bad_request` for JSON that is too deep or carries a dangerous key. */
export function parseJsonBody(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem({
      status: 400,
      code: "malformed_json",
      detail: "The body is not valid JSON. Send one JSON value.",
    });
  }
  refuseDangerous(value, 1);
  return value;
}

function refuseDangerous(value: unknown, depth: number): void {
  if (typeof value !== "object" || value === null) return;
  if (depth > DEEPEST) throw badBody(`The body is nested deeper than ${DEEPEST} levels.`);
  if (Array.isArray(value)) {
    for (const item of value) refuseDangerous(item, depth + 1);
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    if (key === "__proto__" || (key === "constructor" && namesPrototype(member))) {
      throw badBody(`The key "${key}" is not allowed in a body.`);
    }
    refuseDangerous(member, depth + 1);
  }
}

function namesPrototype(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "prototype");
}

function badBody(detail: string): Problem {
  return new Problem({ status: 400, code: "bad_request", detail });
}
