import { Readable } from "node:stream";
import type { FastifyRequest, RequestPayload } from "fastify";
import { Problem } from "./problem.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The bytes of the body as they came, on routes whose guard signs them; null elsewhere. */
    rawBody: Buffer | null;
  }
}

/**
 * Reads the whole body, at most `limit` bytes, into `request.rawBody` and returns a stream of the same bytes for the parser.
 * @throws Problem 413 `payload_too_large`.
 */
export async function captureRawBody(
  request: FastifyRequest,
  payload: RequestPayload,
  limit: number,
): Promise<RequestPayload> {
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of payload) {
    const bytes: Buffer = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    length += bytes.length;
    if (length > limit) throw tooLarge();
    chunks.push(bytes);
  }
  const whole = Buffer.concat(chunks, length);
  request.rawBody = whole;
  return Readable.from(whole.length === 0 ? [] : [whole], { objectMode: false });
}

function tooLarge(): Problem {
  return new Problem({
    status: 413,
    code: "payload_too_large",
    detail: "The body is larger than this path takes.",
    headers: { connection: "close" },
  });
}
