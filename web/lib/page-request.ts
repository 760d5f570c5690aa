import type { QueryClient } from "@tanstack/react-query";
import { createContext } from "react-router";

/** What the server that renders a page hands over with each request. */
export interface PageRequest {
  /** The nonce of this response's Content-Security-Policy; every script and style element in the HTML carries it. */
  readonly nonce: string;
  readonly requestId: string;
  /** Scheme, host and port that absolute links of the page begin with. */
  readonly origin: string;
  /** Whether the pages under `/dev` exist; they do not in production. */
  readonly devPages: boolean;
  /** Answers requests for API paths without a network, as the visitor of this page. */
  readonly api: (request: Request) => Promise<Response>;
  /** Told about every failure while loading or rendering that the visitor only sees as "Something went wrong". */
  readonly onError: (error: unknown) => void;
}

export const pageRequest = createContext<PageRequest>();

/** What this request has read from the API so far; the page is rendered from it. */
export const pageQueries = createContext<QueryClient>();
