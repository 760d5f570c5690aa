import { createContext } from "react";

/** The nonce of the page being shown, the same while it is rendered and in the browser, so that both agree on the HTML. */
export const NonceContext = createContext("");

/** Finds the page's nonce in the browser, which shows it to scripts only as a property. */
export function readNonce(): string {
  return document.querySelector<HTMLElement>("script[nonce]")?.nonce ?? "";
}
