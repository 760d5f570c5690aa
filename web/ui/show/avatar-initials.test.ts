import fc from "fast-check";
import { expect, test } from "vitest";
import { initialsOf, TINT_COUNT, tintOf } from "./avatar-initials.ts";

test.each([
  ["Sarah C.", "SC"],
  ["Tomás G.", "TG"],
  ["maria de la cruz", "MC"],
  ["Cher", "C"],
  ["  (Bo)   ", "B"],
  ["émile Z.", "ÉZ"],
  ["Ana 🌸", "A"],
  ["", ""],
  ["?!", ""],
])("the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("no name gives more than two letters or fails", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const segments = [...new Intl.Segmenter("en").segment(initialsOf(name))];
      // A few letters become two in upper case ("ß" is "SS").
      expect(segments.length).toBeLessThanOrEqual(4);
    }),
  );
});

test("a tint belongs to its key and is one of those there are", () => {
  fc.assert(
    fc.property(fc.string(), (key) => {
      const tint = tintOf(key);
      expect(tint).toBe(tintOf(key));
      expect(Number.isInteger(tint) && tint >= 0 && tint < TINT_COUNT).toBe(true);
    }),
  );
});
