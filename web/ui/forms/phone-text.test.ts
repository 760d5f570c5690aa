import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatUsPhone, toE164 } from "./phone-text.ts";

const number = fc
  .tuple(
    fc.integer({ min: 2, max: 9 }),
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 2_000_000, max: 9_999_999 }),
  )
  .map(([first, rest, local]) => `${first}${String(rest).padStart(2, "0")}${local}`);

describe("formatUsPhone", () => {
  test.each([
    ["", ""],
    ["2", "2"],
    ["212", "212"],
    ["2125", "(212) 5"],
    ["212555", "(212) 555"],
    ["2125550", "(212) 555-0"],
    ["2125550123", "(212) 555-0123"],
    ["+1 212.555.0123", "(212) 555-0123"],
    ["1-212-555-0123", "(212) 555-0123"],
    ["212555012399", "(212) 555-0123"],
  ])("%s becomes %s", (text, expected) => {
    expect(formatUsPhone(text)).toBe(expected);
  });

  test("formatting again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("0123456789()- +")) }), (text) => {
        const once = formatUsPhone(text);
        // A stray leading 1 can only be shed once per pass.
        fc.pre(!once.replace(/\D/g, "").startsWith("1"));
        expect(formatUsPhone(once)).toBe(once);
      }),
    );
  });
});

describe("toE164", () => {
  test("reads every form of every number", () => {
    fc.assert(
      fc.property(number, (digits) => {
        for (const text of [digits, `1${digits}`, `+1 ${digits}`, formatUsPhone(digits)]) {
          expect(toE164(text)).toBe(`+1${digits}`);
        }
      }),
    );
  });

  test.each(["", "212555012", "21255501234", "0125550123", "1125550123", "2121550123", "+44 20 7946 0958"])(
    "%s is no US number",
    (text) => {
      expect(toE164(text)).toBeNull();
    },
  );
});
