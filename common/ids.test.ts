import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isUlid, isUuid, ulidToUuid, uuidToUlid } from "./ids.ts";

describe("ULID and UUID are one number in two spellings", () => {
  test("every UUID survives the round trip", () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        const ulid = uuidToUlid(uuid);
        expect(isUlid(ulid)).toBe(true);
        expect(ulidToUuid(ulid)).toBe(uuid);
      }),
    );
  });

  test("the ends of the range", () => {
    expect(uuidToUlid("00000000-0000-0000-0000-000000000000")).toBe("0".repeat(26));
    expect(uuidToUlid("ffffffff-ffff-ffff-ffff-ffffffffffff")).toBe(`7${"Z".repeat(25)}`);
  });

  test.each([
    "",
    "8".repeat(26),
    "01ARZ3NDEKTSV4RRFFQ69G5FA",
    "01arz3ndektsv4rrffq69g5fav",
    "01ARZ3NDEKTSV4RRFFQ69G5FAU",
  ])("refuses %j as a ULID", (text) => {
    expect(isUlid(text)).toBe(false);
    expect(() => ulidToUuid(text)).toThrow(RangeError);
  });

  test("refuses what is not a UUID", () => {
    expect(isUuid("hello")).toBe(false);
    expect(() => uuidToUlid("hello")).toThrow(RangeError);
  });
});
