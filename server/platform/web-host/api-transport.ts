import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Secret } from "#platform/config/secret.ts";
import { INTERNAL_RENDER_HEADER } from "#platform/rate-limit/plugin.ts";

/** What of the visitor's request the API may see: who they are and where they come from. */
const PASSED_ON = [
  "cookie",
  "host",
  "origin",
  "referer",
  "sec-fetch-site",
  "user-agent",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
] as const;

export interface ApiTransport {
  /** Answers a request for an API path in process, as the visitor of the page. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** `Set-Cookie` values of the answers so far; they belong on the page's own response. */
  readonly cookies: readonly string[];
}

/**
 * How a page reaches the API while it is rendered: the same hooks, guards and schemas as over the network, without one.
 * Calls carry the page's request id, and the token that spares them the rate limit their page has paid (operations §4.3).
 */
export function createApiTransport(
  app: Pick<FastifyInstance, "inject">,
  page: FastifyRequest,
  internalRenderToken: Secret | null,
): ApiTransport {
  const cookies: string[] = [];
  const visitor: Record<string, string> = { "x-request-id": page.id };
  if (internalRenderToken) visitor[INTERNAL_RENDER_HEADER] = internalRenderToken.reveal();
  for (const name of PASSED_ON) {
    const value = page.headers[name];
    if (value !== undefined) visitor[name] = String(value);
  }
  return {
    cookies,
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      if (!pathname.startsWith("/api/")) throw new TypeError(`${pathname} is no path of the API`);
      const reply = await app.inject({
        method: request.method,
        url: pathname + search,
        headers: { ...Object.fromEntries(request.headers), ...visitor },
        signal: request.signal,
        ...(page.socket.remoteAddress ? { remoteAddress: page.socket.remoteAddress } : {}),
        ...(request.body ? { payload: Buffer.from(await request.arrayBuffer()) } : {}),
      });
      const headers = new Headers();
      for (const [name, value] of Object.entries(reply.headers)) {
        if (name === "set-cookie") cookies.push(...[value ?? []].flat().map(String));
        else if (value !== undefined) headers.set(name, String(value));
      }
      const { statusCode: status, rawPayload } = reply;
      const bodyless = status === 204 || status === 205 || status === 304;
      return new Response(bodyless ? null : new Uint8Array(rawPayload), { status, headers });
    },
  };
}
