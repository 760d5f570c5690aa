import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatMoneyInput, parseMoney } from "./money-text.ts";

const cents = fc.integer({ min: 0, max: 99_999_999_999 });

describe("parseMoney", () => {
  test.each([
    ["90", 9_000],
    ["90.5", 9_050],
    ["90.50", 9_050],
    ["90.", 9_000],
    [".75", 75],
    ["$1,250.05", 125_005],
    [" 1 250 ", 125_000],
    ["0", 0],
    ["007", 700],
  ])("%s is %i cents", (text, expected) => {
    expect(parseMoney(text)).toEqual({ kind: "amount", cents: expected });
  });

  test.each(["", "   "])("%j is empty", (text) => {
    expect(parseMoney(text)).toEqual({ kind: "empty" });
  });

  test.each(["-5", "90.555", "1,2", "1,2345", "12e3", "abc", ".", "$", "1.2.3", "١٢", "1234567890"])(
    "%s is no amount",
    (text) => {
      expect(parseMoney(text)).toEqual({ kind: "invalid" });
    },
  );

  test("reads back what it wrote, to the cent", () => {
    fc.assert(
      fc.property(cents, (amount) => {
        expect(parseMoney(formatMoneyInput(amount))).toEqual({ kind: "amount", cents: amount });
      }),
    );
  });

  test("reads the thousands that the rest of the site shows", () => {
    fc.assert(
      fc.property(cents, (amount) => {
        const shown = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" }).format(
          amount / 100,
        );
        expect(parseMoney(shown)).toEqual({ kind: "amount", cents: amount });
      }),
    );
  });

  test("never fails and never gives a fraction of a cent", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,$- ")) }), (text) => {
        const read = parseMoney(text);
        if (read.kind === "amount") expect(Number.isSafeInteger(read.cents)).toBe(true);
      }),
    );
  });
});
