import { STATUS_CODES } from "node:http";
import type { FastifySchema } from "fastify";
import { z } from "zod";
import { PROBLEM_MEDIA_TYPE, problemSchema } from "./problem-document.ts";
import type { RouteConfig } from "./route-config.ts";

const WITH_BODY = new Set(["POST", "PUT", "PATCH", "DELETE"]);
const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The statuses of the problems a route can answer with, by what it declares: its guard, bucket, inputs and idempotency, and those its
 * handler names itself (`config.problems`).
 */
export function problemStatuses(config: RouteConfig, method: string): number[] {
  const statuses = new Set([400, 422, 500, 503, 504, ...(config.problems ?? [])]);
  const open = config.guard === "public" || config.guard === "guest";
  if (!open) statuses.add(401);
  if (!open && !isService(config)) statuses.add(403);
  if (!SAFE.has(method) && config.originCheck !== "exempt") statuses.add(403);
  if (WITH_BODY.has(method)) for (const status of [408, 413, 415]) statuses.add(status);
  if (config.bucket !== "none") statuses.add(429);
  const idempotent = config.idempotency ?? (method === "POST" ? "accepted" : "none");
  if (idempotent !== "none") statuses.add(409);
  return [...statuses].toSorted((a, b) => a - b);
}

/** `schema` with a problem reply beside whatever the route itself declares for those statuses; the original is left alone. */
export function withProblemResponses(schema: FastifySchema, statuses: readonly number[]): FastifySchema {
  const declared = responsesOf(schema);
  const response: Record<string, unknown> = { ...declared };
  for (const status of statuses) response[status] = withProblem(declared[status], status);
  return { ...schema, response };
}

/** What a route declares under `schema.response`, by status. */
export function responsesOf(schema: FastifySchema): Record<string, unknown> {
  return typeof schema.response === "object" && schema.response !== null
    ? (schema.response as Record<string, unknown>)
    : {};
}

function withProblem(declared: unknown, status: number): object {
  const problem = { [PROBLEM_MEDIA_TYPE]: { schema: problemSchema } };
  if (declared instanceof z.core.$ZodType) {
    return { description: words(status), content: { "application/json": { schema: declared }, ...problem } };
  }
  if (isContentMap(declared)) {
    return { description: words(status), ...declared, content: { ...declared.content, ...problem } };
  }
  return { description: words(status), content: problem };
}

/** A response that lists its content types instead of giving one schema. */
export function isContentMap(value: unknown): value is { content: Record<string, { schema: unknown }> } {
  return typeof value === "object" && value !== null && "content" in value;
}

function words(status: number): string {
  return STATUS_CODES[status] ?? "Problem";
}

function isService(config: RouteConfig): boolean {
  return typeof config.guard === "object" && "service" in config.guard;
}
