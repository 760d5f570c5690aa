import { expect, test } from "vitest";
import { positionAfterKey } from "./arrow-keys.ts";

const across = { orientation: "horizontal" } as const;
const down = { orientation: "vertical" } as const;

test("arrows move one on and wrap around at both ends", () => {
  expect(positionAfterKey("ArrowRight", 0, 3, across)).toBe(1);
  expect(positionAfterKey("ArrowRight", 2, 3, across)).toBe(0);
  expect(positionAfterKey("ArrowLeft", 0, 3, across)).toBe(2);
  expect(positionAfterKey("ArrowDown", 2, 3, down)).toBe(0);
  expect(positionAfterKey("ArrowUp", 0, 3, down)).toBe(2);
});

test("in a right-to-left page the left arrow goes on", () => {
  expect(positionAfterKey("ArrowLeft", 0, 3, { ...across, rtl: true })).toBe(1);
  expect(positionAfterKey("ArrowRight", 0, 3, { ...across, rtl: true })).toBe(2);
});

test("Home and End jump; arrows across the list and other keys are left alone", () => {
  expect(positionAfterKey("Home", 2, 3, across)).toBe(0);
  expect(positionAfterKey("End", 0, 3, across)).toBe(2);
  expect(positionAfterKey("ArrowDown", 0, 3, across)).toBeNull();
  expect(positionAfterKey("a", 0, 3, down)).toBeNull();
  expect(positionAfterKey("ArrowRight", 0, 0, across)).toBeNull();
});
