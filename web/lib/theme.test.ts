import { expect, test } from "vitest";
import { readTheme, themeCookie } from "./theme.ts";

test.each([
  [null, null],
  ["", null],
  ["theme=dark", "dark"],
  ["a=1; theme=light; b=2", "light"],
  ["theme=purple", null],
  ["my-theme=dark", null],
  ["theme=darker", null],
])("the cookies %s mean %s", (cookies, theme) => {
  expect(readTheme(cookies)).toBe(theme);
});

test("what is written reads back", () => {
  for (const theme of ["light", "dark"] as const) {
    const [pair = ""] = themeCookie(theme, { secure: true }).split(";");
    expect(readTheme(pair)).toBe(theme);
  }
});

test("following the system removes the cookie", () => {
  expect(themeCookie(null, { secure: false })).toBe("theme=; Path=/; Max-Age=0; SameSite=Lax");
});

test("the cookie stays on secure connections", () => {
  expect(themeCookie("dark", { secure: true })).toBe(
    "theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; Secure",
  );
});
