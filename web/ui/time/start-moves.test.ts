import { describe, expect, test } from "vitest";
import { findTyped, groupStarts, partOfDay, type Start } from "./start-moves.ts";

const starts = [
  { id: "9", label: "9:00–10:00 AM", part: "Morning" },
  { id: "10", label: "10:00–11:00 AM", part: "Morning" },
  { id: "11", label: "11:15 AM–12:15 PM", part: "Morning" },
  { id: "18", label: "6:00–7:00 PM", part: "Evening" },
] satisfies Start[];

test.each([
  ["00:00", "Morning"],
  ["09:30", "Morning"],
  ["11:59", "Morning"],
  ["12:00", "Afternoon"],
  ["16:59", "Afternoon"],
  ["17:00", "Evening"],
  ["23:45", "Evening"],
])("%s is in the %s", (time, part) => {
  expect(partOfDay(time)).toBe(part);
});

test("groups keep the order and leave out empty parts", () => {
  expect(groupStarts(starts).map(({ part, starts: list }) => [part, list.length])).toEqual([
    ["Morning", 3],
    ["Evening", 1],
  ]);
});

describe("findTyped", () => {
  test("one letter goes round all that begin with it", () => {
    expect(findTyped(starts, null, "1")?.id).toBe("10");
    expect(findTyped(starts, "10", "1")?.id).toBe("11");
    expect(findTyped(starts, "11", "1")?.id).toBe("10");
  });

  test("more letters narrow down without moving on", () => {
    expect(findTyped(starts, "10", "10")?.id).toBe("10");
    expect(findTyped(starts, "10", "11:1")?.id).toBe("11");
  });

  test("nothing fits", () => {
    expect(findTyped(starts, "10", "4")).toBeNull();
    expect(findTyped(starts, "10", " ")).toBeNull();
    expect(findTyped([], null, "1")).toBeNull();
  });
});
