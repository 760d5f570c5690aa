import { pathToFileURL } from "node:url";

/** What a page gets from its host with each request; the web app names the same shape `PageRequest`. */
export interface PageContext {
  /** Nonce of this response's Content-Security-Policy. */
  readonly nonce: string;
  readonly requestId: string;
  /** Scheme, host and port that absolute links of the page begin with. */
  readonly origin: string;
  /** Whether the pages under `/dev` exist. */
  readonly devPages: boolean;
  /** Answers requests for API paths in process, as the visitor of this page. */
  readonly api: (request: Request) => Promise<Response>;
  /** Called with every unexpected failure while a page loads or renders. */
  readonly onError: (error: unknown) => void;
}

/** The web app as a function of the Fetch API; its body is a stream. */
export type WebHandler = (request: Request, page: PageContext) => Promise<Response>;

/**
 * Loads the built web app by its path, so that the server never imports `web/`.
 * @throws Error when the file is missing or is not a build of `web/server.ts`.
 */
export async function loadWebHandler(serverBundle: string): Promise<WebHandler> {
  return readWebHandler(await import(pathToFileURL(serverBundle).href), serverBundle);
}

/** @throws Error when the module does not export `handleRequest`. */
export function readWebHandler(module: unknown, source: string): WebHandler {
  if (isWebModule(module)) return module.handleRequest;
  throw new Error(`${source} does not export handleRequest; is it a build of web/server.ts?`);
}

function isWebModule(module: unknown): module is { handleRequest: WebHandler } {
  return (
    typeof module === "object" &&
    module !== null &&
    "handleRequest" in module &&
    typeof module.handleRequest === "function"
  );
}
