/** `null` follows the system. */
export type Theme = "light" | "dark" | null;

const COOKIE = "theme";
const YEAR_SECONDS = 31_536_000;

/** The stored choice; anything but a known one follows the system. */
export function readTheme(cookies: string | null): Theme {
  const value = /(?:^|;\s*)theme=(\w+)/.exec(cookies ?? "")?.[1];
  return parseTheme(value);
}

/** Reads a value of the theme form or of the root element's `data-theme`. */
export function parseTheme(value: unknown): Theme {
  return value === "light" || value === "dark" ? value : null;
}

/** A cookie that keeps the choice for a year; following the system removes it. Scripts write it too, so it is not `HttpOnly`. */
export function themeCookie(theme: Theme, { secure }: { readonly secure: boolean }): string {
  const age = theme === null ? 0 : YEAR_SECONDS;
  return `${COOKIE}=${theme ?? ""}; Path=/; Max-Age=${age}; SameSite=Lax${secure ? "; Secure" : ""}`;
}
