import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { IdFactory } from "#platform/ids/ids.ts";
import { errorFingerprint } from "#platform/logs/fingerprint.ts";
import { connectionProblem, frameworkProblem } from "./framework-problems.ts";
import { Problem } from "./problem.ts";
import { API_SECURITY_HEADERS } from "./security-headers.ts";
import { PROBLEM_CONTENT_TYPE, problemDocument } from "./problem-document.ts";

/** Turns an error of another part of the platform (a database driver, say) into a problem; null leaves it to the next one. */
export type ErrorTranslator = (error: unknown) => Problem | null;

export interface ErrorRendering {
  /** Renders any error as a problem reply. Anything that is not an expected failure is logged and becomes a 500 without detail. */
  handle(error: unknown, request: FastifyRequest, reply: FastifyReply): void;
  /** The problem that `error` means to a caller; unexpected errors are logged. */
  toProblem(error: unknown): Problem;
}

export interface ErrorRenderingOptions {
  readonly log: { error(members: object, message: string): void };
  readonly translateError: readonly ErrorTranslator[];
  /** Whether `status` may leave this route; when it may not, the reply is a 500 outside PROD. */
  readonly mayReply: (request: FastifyRequest, status: number) => boolean;
}

const INTERNAL = new Problem({
  status: 500,
  code: "internal_error",
  detail: "Something went wrong on our side. Try again; if it stays, tell us the request id.",
});

/** One place that renders every failure as RFC 9457 (API spec §1 "Errors"). */
export function createErrorRendering({
  log,
  translateError,
  mayReply,
}: ErrorRenderingOptions): ErrorRendering {
  function toProblem(error: unknown): Problem {
    if (error instanceof Problem) return error;
    for (const translate of translateError) {
      const problem = translate(error);
      if (problem !== null) return problem;
    }
    const known = frameworkProblem(error);
    if (known !== null) return known;
    log.error({ err: error, fingerprint: errorFingerprint(error) }, "unexpected error");
    return INTERNAL;
  }

  function handle(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = toProblem(error);
    sendProblem(mayReply(request, problem.status) ? problem : INTERNAL, request, reply);
  }

  return { handle, toProblem };
}

/** Sends `problem`; headers that described the reply that did not happen (validators, caching, length) are dropped. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  for (const name of ["etag", "last-modified", "content-length", "content-encoding", "location"]) {
    reply.removeHeader(name);
  }
  reply
    .code(problem.status)
    .header("x-request-id", request.id)
    .header("cache-control", "private, no-store")
    .headers(problem.headers);
  if (problem.status === 503 && !("retry-after" in reply.getHeaders())) reply.header("retry-after", "2");
  reply
    .header("content-type", PROBLEM_CONTENT_TYPE)
    .send(problemDocument(problem, { url: request.url, requestId: request.id }));
}

/** Answers bytes that never became a request with a raw problem reply and closes the connection. */
export function createConnectionErrorHandler(newId: IdFactory) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === "ECONNRESET" || socket.destroyed) return;
    if (socket.writable) socket.write(rawProblem(connectionProblem(error.code), newId()));
    socket.destroy(error);
  };
}

function rawProblem(problem: Problem, requestId: string): string {
  const body = problemDocument(problem, { url: "/", requestId });
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `Content-Type: ${PROBLEM_CONTENT_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-ID: ${requestId}`,
    ...Object.entries(API_SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}`),
    "Connection: close",
    "",
    body,
  ].join("\r\n");
}
