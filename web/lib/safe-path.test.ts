import fc from "fast-check";
import { expect, test } from "vitest";
import { safePath } from "./safe-path.ts";

test.each(["/", "/services?q=a#b", "/a/../b"])("%s stays on the site", (next) => {
  expect(safePath(next)).toBe(new URL(next, "http://x.test").href.slice("http://x.test".length));
});

test.each([
  null,
  "",
  "services",
  "//evil.test",
  "/\\evil.test",
  "/\t/evil.test",
  "/.//evil.test",
  "https://evil.test",
  "javascript:alert(1)",
])("%s becomes the home page", (next) => {
  expect(safePath(next)).toBe("/");
});

test("nothing leads to another site", () => {
  const parts = fc.array(
    fc.constantFrom("/", "\\", ".", "..", "evil.test", "@", ":", "?", "#", "\t", "\n", "%2f"),
  );
  fc.assert(
    fc.property(parts, (texts) => {
      const path = safePath(`/${texts.join("")}`);
      expect(new URL(path, "https://site.test").origin).toBe("https://site.test");
    }),
  );
});
