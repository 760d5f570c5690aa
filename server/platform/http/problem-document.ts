import { z } from "zod";
import type { FieldError, Problem } from "./problem.ts";

export const PROBLEM_MEDIA_TYPE = "application/problem+json";
export const PROBLEM_CONTENT_TYPE = `${PROBLEM_MEDIA_TYPE}; charset=utf-8`;

const TYPE_BASE = "https://instainstru.com/problems/";

export const fieldErrorSchema = z
  .object({
    in: z.enum(["body", "query", "path", "header"]),
    pointer: z.string().meta({ description: "JSON pointer into that part", examples: ["/start_time"] }),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: "FieldError" });

export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string().meta({ description: "Stable word to branch on" }),
    request_id: z.string(),
    errors: z.array(fieldErrorSchema).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem document; a code may add members of its own" });

/** Where a problem happened: the request path without its query, and the request's id. */
export interface ProblemPlace {
  readonly url: string;
  readonly requestId: string;
}

/** The body of a problem reply (API spec §1 "Errors"). Extensions never replace a standard member. */
export function problemDocument(problem: Problem, place: ProblemPlace): string {
  const document: Record<string, unknown> & { errors?: readonly FieldError[] } = {
    ...problem.extensions,
    type: `${TYPE_BASE}${problem.code}`,
    title: titleOf(problem.code),
    status: problem.status,
    detail: problem.detail,
    instance: pathOf(place.url),
    code: problem.code,
    request_id: place.requestId,
  };
  if (problem.errors !== undefined) document.errors = problem.errors;
  return JSON.stringify(document);
}

/** The path of a request target, without query and fragment. */
export function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}

function titleOf(code: string): string {
  const words = code.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
