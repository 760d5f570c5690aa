import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { DocumentProvider } from "./lib/document-provider.tsx";
import { pageQueries, pageRequest } from "./lib/page-request.ts";
import { readTheme } from "./lib/theme.ts";

/** Milliseconds that a loader's deferred data may take before the page is finished without it. */
export const streamTimeout = 5_000;
/** React needs a moment after `streamTimeout` to write out what was given up. */
const RENDER_TIMEOUT = streamTimeout + 1_000;

/** Streams the page as soon as its frame is ready; crawlers get it in one piece. */
export default function renderDocument(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (request.method === "HEAD") return Promise.resolve(new Response(null, { status, headers }));

  const { nonce, requestId, origin, onError } = context.get(pageRequest);
  const { pathname, search } = new URL(request.url);
  const theme = readTheme(request.headers.get("cookie"));
  const whole = routerContext.isSpaMode || isbot(request.headers.get("user-agent"));

  return new Promise((resolve, reject) => {
    let answered = false;
    let failed = false;

    const answer = () => {
      answered = true;
      const body = new PassThrough();
      body.once("close", () => clearTimeout(timer));
      resolve(
        new Response(createReadableStreamFromReadable(body), { status: failed ? 500 : status, headers }),
      );
      pipe(body);
    };

    const { pipe, abort } = renderToPipeableStream(
      <DocumentProvider
        facts={{ nonce, requestId, origin, path: pathname + search, theme }}
        queries={context.get(pageQueries)}
      >
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </DocumentProvider>,
      {
        nonce,
        // What is ready stands in its place; React would move larger parts to the end, out of reach without scripts.
        progressiveChunkSize: Number.POSITIVE_INFINITY,
        [whole ? "onAllReady" : "onShellReady"]: answer,
        onShellError(error) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error) {
          failed = true;
          // Before the frame stands, the same error arrives through `reject` and `handleError`.
          if (answered && !request.signal.aborted) onError(error);
        },
      },
    );

    const timer = setTimeout(abort, RENDER_TIMEOUT);
    request.signal.addEventListener("abort", () => abort(), { once: true });
  });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  if (isRouteErrorResponse(error) && error.status < 500) return;
  context.get(pageRequest).onError(error);
};
