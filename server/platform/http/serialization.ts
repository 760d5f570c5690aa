import type { FastifySerializerCompiler } from "fastify";
import { z } from "zod";
import type { Tier } from "#platform/config/config.ts";
import { pointerOf } from "./field-errors.ts";
import { writeOnce } from "./write-once.ts";

/** A reply that its own schema does not describe: our defect, so the caller gets a 500 and the log gets the places. */
export class ReplyMismatch extends Error {
  override name = "ReplyMismatch";
  readonly places: readonly string[];

  constructor(route: string, places: readonly string[]) {
    super(`the reply of ${route} does not match its schema: ${places.join("; ")}`);
    this.places = places;
  }
}

export interface SerializationOptions {
  readonly tier: Tier;
  readonly log: { error(members: object, message: string): void };
}

/**
 * Replies go out through their Zod schema (API spec §1 "Contract enforcement"): declared members must be there, and a member that was not
 * declared fails the reply in INT and STG, and is left out and logged in PROD. A cached answer is checked and written once.
 */
export function createSerializerCompiler({
  tier,
  log,
}: SerializationOptions): FastifySerializerCompiler<unknown> {
  return ({ schema, method, url, httpStatus }) => {
    if (!(schema instanceof z.core.$ZodType)) {
      throw new TypeError(`the response schema ${httpStatus} of ${method} ${url} is not a Zod schema`);
    }
    const route = `${method} ${url} ${httpStatus}`;
    return writeOnce((data) => {
      const encoded = encode(schema, data);
      const stray = encoded.stray;
      if (encoded.faults.length > 0) throw new ReplyMismatch(route, [...encoded.faults, ...stray]);
      if (stray.length > 0) {
        if (tier !== "PROD") throw new ReplyMismatch(route, stray);
        log.error({ reply: route, stray }, "undeclared members left out of a reply");
      }
      return JSON.stringify(encoded.value);
    });
  };
}

interface Encoded {
  readonly value: unknown;
  /** `pointer: what` for each undeclared member. */
  readonly stray: string[];
  /** The same for everything else that is wrong. */
  readonly faults: string[];
}

function encode(schema: z.core.$ZodType, data: unknown): Encoded {
  const result = z.safeEncode(schema, data);
  if (result.success) {
    const stray = lostAnything(data, result.data) ? lostPlaces(data, result.data, []) : [];
    return { value: result.data, stray, faults: [] };
  }
  const stray: string[] = [];
  const faults: string[] = [];
  for (const issue of result.error.issues) {
    if (issue.code !== "unrecognized_keys") faults.push(`${pointerOf(issue.path) || "/"}: ${issue.message}`);
    else for (const key of issue.keys) stray.push(undeclared(pointerOf([...issue.path, key])));
  }
  if (faults.length > 0) return { value: undefined, stray, faults };
  const again = encode(schema, without(data, result.error.issues));
  return { ...again, stray: [...stray, ...again.stray] };
}

/** Whether `sent` has anything that `kept` lost. Builds nothing: it runs on every reply, and almost always says no. */
function lostAnything(sent: unknown, kept: unknown): boolean {
  if (!isComparable(sent) || !isComparable(kept)) return false;
  if (Array.isArray(sent)) {
    return Array.isArray(kept) && sent.some((item, index) => lostAnything(item, kept[index]));
  }
  if (Array.isArray(kept)) return false;
  for (const key in sent) {
    const value = sent[key];
    if (value === undefined) continue;
    const other = kept[key];
    if (other === undefined && !Object.hasOwn(kept, key)) return true;
    if (typeof value === "object" && lostAnything(value, other)) return true;
  }
  return false;
}

/** Where. Only plain objects and arrays are compared; values that a codec turned into something else are not. */
function lostPlaces(sent: unknown, kept: unknown, path: readonly PropertyKey[]): string[] {
  if (!isComparable(sent) || !isComparable(kept) || Array.isArray(sent) !== Array.isArray(kept)) return [];
  return Object.entries(sent).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const place = [...path, key];
    return Object.hasOwn(kept, key) ? lostPlaces(value, kept[key], place) : [undeclared(pointerOf(place))];
  });
}

function isComparable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function undeclared(pointer: string): string {
  return `${pointer}: not declared`;
}

/** A copy of `data` without the unrecognised keys that `issues` name. */
function without(data: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const copy: unknown = structuredClone(data);
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    let target: unknown = copy;
    for (const step of issue.path) target = (target as Record<PropertyKey, unknown>)[step];
    for (const key of issue.keys) delete (target as Record<string, unknown>)[key];
  }
  return copy;
}
