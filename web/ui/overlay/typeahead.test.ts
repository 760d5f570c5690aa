import { expect, test } from "vitest";
import { findByTyping } from "./typeahead.ts";

const labels = ["Reschedule", "Message", "Report a problem", "Cancel lesson"];

test("a letter goes to the next label that begins with it, around the end", () => {
  expect(findByTyping(labels, "r", -1)).toBe(0);
  expect(findByTyping(labels, "r", 0)).toBe(2);
  expect(findByTyping(labels, "rr", 2)).toBe(0);
  expect(findByTyping(labels, "C", 0)).toBe(3);
});

test("a word being typed may stay where it is", () => {
  expect(findByTyping(labels, "re", 0)).toBe(0);
  expect(findByTyping(labels, "rep", 0)).toBe(2);
});

test("nothing begins so", () => {
  expect(findByTyping(labels, "x", 1)).toBeNull();
  expect(findByTyping([], "r", -1)).toBeNull();
});
