import { createContext } from "react-router";

/** What the server that renders a page hands over with each request. */
export interface PageRequest {
  /** The nonce of this response's Content-Security-Policy; every script and style element in the HTML carries it. */
  readonly nonce: string;
  /** Told about every failure while loading or rendering that the visitor only sees as "Something went wrong". */
  readonly onError: (error: unknown) => void;
}

export const pageRequest = createContext<PageRequest>();
