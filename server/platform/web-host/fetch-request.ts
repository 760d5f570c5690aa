import type { FastifyRequest } from "fastify";
import { Problem } from "../http/problem.ts";

/**
 * The same request in the terms of the Fetch API. The body, if any, has been read by the page content parser.
 * @throws Problem 400 `invalid_url` when host and path do not form an address.
 */
export function toFetchRequest(request: FastifyRequest, signal: AbortSignal): Request {
  const url = `${request.protocol}://${request.host || "localhost"}${request.raw.url ?? "/"}`;
  if (!URL.canParse(url)) {
    throw new Problem({
      status: 400,
      code: "invalid_url",
      detail: "The address of this request is not valid.",
    });
  }
  const init: RequestInit = { method: request.method, headers: toFetchHeaders(request), signal };
  if (Buffer.isBuffer(request.body)) init.body = new Uint8Array(request.body);
  return new Request(url, init);
}

function toFetchHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith(":")) continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) headers.append(name, one);
    }
  }
  return headers;
}
