import { Readable } from "node:stream";
import type {} from "@fastify/swagger";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type { Secret } from "#platform/config/secret.ts";
import { createApiTransport } from "./api-transport.ts";
import { chooseEncoding, compressStream, isCompressible } from "./content-encoding.ts";
import { toFetchRequest } from "./fetch-request.ts";
import type { WebHandler } from "./web-handler.ts";

/** Bytes; forms of pages are small, files go to the API. */
const BODY_LIMIT = 256 * 1024;

/** What the application hands to the web app when it registers it. */
export interface WebHostParts {
  /** The process's own token of in-process API calls; without one they count against the visitor's limits. */
  readonly internalRenderToken?: Secret;
  /** The site's one public address, for canonical links; without one each page takes the address it was asked at. */
  readonly publicOrigin?: string | undefined;
  /** Whether the pages under `/dev` exist; never in production. */
  readonly devPages?: boolean;
}

export interface PagesOptions extends WebHostParts {
  readonly handle: WebHandler;
}

/**
 * Answers every path that no other route has taken with the web app; the kernel keeps those under `/api` for itself.
 * The response is streamed as it is rendered, and rendering stops when the visitor leaves. Needs `securityHeaders` for the nonce.
 */
export function webPages(options: PagesOptions): FastifyPluginAsync {
  const { handle, internalRenderToken, publicOrigin, devPages = false } = options;
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));

    app.route({
      method: ["GET", "HEAD", "POST"],
      url: "/*",
      bodyLimit: BODY_LIMIT,
      schema: { hide: true },
      config: { kind: "web", guard: "public", bucket: "read", idempotency: "none" },
      handler: async (request, reply) => {
        // Without the kernel in front, a page must not be asked for what it would itself ask the API.
        if (request.url.startsWith("/api/")) return reply.callNotFound();
        const api = createApiTransport(app, request, internalRenderToken ?? null);
        const asked = toFetchRequest(request, leaving(reply));
        const response = await handle(asked, {
          nonce: request.cspNonce,
          requestId: request.id,
          origin: publicOrigin ?? new URL(asked.url).origin,
          devPages,
          api: api.fetch,
          onError: (error) => request.log.error({ err: error }, "page failed"),
        });
        for (const cookie of api.cookies) response.headers.append("set-cookie", cookie);
        return sendResponse(request, reply, response);
      },
    });
  };
}

/** Aborted when the connection ends before the reply does. */
function leaving(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

function sendResponse(request: FastifyRequest, reply: FastifyReply, response: Response): FastifyReply {
  reply.code(response.status);
  for (const [name, value] of response.headers) {
    if (name !== "set-cookie") reply.header(name, value);
  }
  for (const cookie of response.headers.getSetCookie()) reply.header("set-cookie", cookie);
  // A page holds a nonce and may hold personal data: kept by nobody but the visitor, and asked for again each time.
  if (!response.headers.has("cache-control")) reply.header("cache-control", "private, no-cache");
  if (response.body === null) return reply.send();

  const body = toReadable(response.body);
  const contentType = response.headers.get("content-type") ?? "";
  if (response.headers.has("content-encoding") || !isCompressible(contentType)) return reply.send(body);

  appendVary(reply, "Accept-Encoding");
  const encoding = chooseEncoding(request.headers["accept-encoding"]);
  if (encoding === null) return reply.send(body);
  reply.header("content-encoding", encoding).removeHeader("content-length");
  return reply.send(compressStream(body, encoding));
}

/** Reads one chunk ahead at most, and cancels the source when the reader goes away, even while a chunk is awaited. */
function toReadable(body: ReadableStream<Uint8Array>): Readable {
  const reader = body.getReader();
  const readable = new Readable({
    read() {
      reader.read().then(
        ({ done, value }) => this.push(done ? null : value),
        (error: Error) => this.destroy(error),
      );
    },
  });
  readable.once("close", () => {
    // Rejects only when the source itself failed, and then the reader has been told.
    reader.cancel().catch(() => undefined);
  });
  return readable;
}

function appendVary(reply: FastifyReply, name: string): void {
  const current = reply.getHeader("vary");
  reply.header("vary", current === undefined ? name : `${String(current)}, ${name}`);
}
