import { createContext, useContext } from "react";
import { parseTheme, type Theme } from "./theme.ts";

/** Facts about the document that the server knew; the browser reads the same back from it, so that both draw the same HTML. */
export interface PageFacts {
  readonly nonce: string;
  /** Of the request that made the document: the support code when it failed. */
  readonly requestId: string;
  readonly origin: string;
  /** Path and query that the document was asked at. */
  readonly path: string;
  /** What the visitor has chosen before this document was made. */
  readonly theme: Theme;
}

export const PageContext = createContext<PageFacts>({
  nonce: "",
  requestId: "",
  origin: "",
  path: "",
  theme: null,
});

export function usePage(): PageFacts {
  return useContext(PageContext);
}

/** The facts as attributes of the root element; browsers show a nonce to scripts only as a property. */
export function rootAttributes({ requestId, origin, theme }: PageFacts) {
  return { "data-request": requestId, "data-origin": origin, "data-theme": theme ?? undefined };
}

/** Reads the facts back from the document, in the browser. */
export function readPageFacts(): PageFacts {
  const { request = "", origin = "", theme } = document.documentElement.dataset;
  const nonce = document.querySelector<HTMLElement>("script[nonce]")?.nonce ?? "";
  const path = location.pathname + location.search;
  return { nonce, requestId: request, origin, path, theme: parseTheme(theme) };
}
