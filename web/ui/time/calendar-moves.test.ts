import { describe, expect, test } from "vitest";
import { clampDay, entryDay, moveByKey } from "./calendar-moves.ts";

describe("moveByKey", () => {
  test.each([
    ["ArrowRight", "2026-05-10"],
    ["ArrowLeft", "2026-05-08"],
    ["ArrowDown", "2026-05-16"],
    ["ArrowUp", "2026-05-02"],
    ["Home", "2026-05-03"],
    ["End", "2026-05-09"],
    ["PageDown", "2026-06-09"],
    ["PageUp", "2026-04-09"],
  ])("%s leads from Saturday, May 9 to %s", (key, expected) => {
    expect(moveByKey(key, "2026-05-09", false)).toBe(expected);
  });

  test("left and right follow the direction of reading", () => {
    expect(moveByKey("ArrowRight", "2026-05-09", true)).toBe("2026-05-08");
    expect(moveByKey("ArrowLeft", "2026-05-09", true)).toBe("2026-05-10");
  });

  test("other keys are left alone", () => {
    expect(moveByKey("a", "2026-05-09", false)).toBeNull();
    expect(moveByKey("Tab", "2026-05-09", false)).toBeNull();
  });
});

test("a move stops at the first and the last day", () => {
  expect(clampDay("2026-05-01", "2026-05-05", "2026-07-04")).toBe("2026-05-05");
  expect(clampDay("2026-08-01", "2026-05-05", "2026-07-04")).toBe("2026-07-04");
  expect(clampDay("2026-06-01", "2026-05-05", "2026-07-04")).toBe("2026-06-01");
});

describe("entryDay", () => {
  const range = { first: "2026-05-05", last: "2026-07-04" };
  const open = new Set(["2026-05-09", "2026-05-06", "2026-05-04", "2026-06-20"]);

  test("is the chosen day", () => {
    expect(entryDay("2026-05", { ...range, open, value: "2026-05-09" })).toBe("2026-05-09");
  });

  test("is the first opening of the month from today on", () => {
    expect(entryDay("2026-05", { ...range, open, value: null })).toBe("2026-05-06");
    expect(entryDay("2026-06", { ...range, open, value: "2026-05-09" })).toBe("2026-06-20");
  });

  test("is the first day in range of a month without openings", () => {
    expect(entryDay("2026-07", { ...range, open, value: null })).toBe("2026-07-01");
    expect(entryDay("2026-05", { ...range, open: new Set(), value: null })).toBe("2026-05-05");
  });
});
