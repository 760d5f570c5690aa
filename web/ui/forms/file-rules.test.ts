import { expect, test } from "vitest";
import { formatBytes, whyNot } from "./file-rules.ts";

const LIMITS = {
  types: ["image/*", "application/pdf"],
  typeNames: "a picture or a PDF",
  maxBytes: 10_000_000,
};

test("takes what fits", () => {
  expect(whyNot({ name: "a.png", type: "image/png", size: 1 }, LIMITS)).toBeNull();
  expect(whyNot({ name: "a.pdf", type: "application/pdf", size: 10_000_000 }, LIMITS)).toBeNull();
});

test("says what is wrong and what would do", () => {
  const wrongType = whyNot({ name: "a.zip", type: "application/zip", size: 1 }, LIMITS);
  expect(wrongType).toContain("a picture or a PDF");
  const tooBig = whyNot({ name: "a.pdf", type: "application/pdf", size: 10_100_000 }, LIMITS);
  expect(tooBig).toContain("10.1 MB");
  expect(tooBig).toContain("10 MB");
  expect(whyNot({ name: "a.pdf", type: "application/pdf", size: 0 }, LIMITS)).toContain("empty");
  expect(whyNot({ name: "a", type: "imagex/png", size: 1 }, LIMITS)).not.toBeNull();
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1_000, "1 KB"],
  [319_600, "320 KB"],
  [999_499, "999 KB"],
  [999_500, "1 MB"],
  [4_520_000, "4.5 MB"],
])("%i bytes are %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
