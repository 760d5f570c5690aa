import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NotADto, pack, unpack } from "./dto.ts";

class Lesson {
  id = "L1";
}

describe("plain JSON", () => {
  test("comes back equal to what JSON makes of it, and unpacking the text gives the same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const packed = pack(value);
        expect(packed.value).toEqual(JSON.parse(JSON.stringify(value)));
        expect(unpack(packed.json)).toEqual(packed.value);
      }),
    );
  });

  test("is frozen all the way down", () => {
    const { value } = pack({ items: [{ tags: ["a"] }] });
    const frozen = (part: unknown): boolean =>
      typeof part !== "object" ||
      part === null ||
      (Object.isFrozen(part) && Object.values(part).every((inner) => frozen(inner)));
    expect(frozen(value)).toBe(true);
  });

  test("a property named __proto__ is data, not a prototype", () => {
    const { value } = pack(JSON.parse('{"__proto__":{"admin":true}}'));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(value).not.toHaveProperty("admin");
  });

  test("undefined properties are left out", () => {
    expect(pack({ a: 1, b: undefined }).json).toBe('{"a":1}');
  });
});

describe("what is refused", () => {
  test.each<[string, unknown, string]>([
    ["a function", { on: () => 1 }, "value.on is a function"],
    ["a class instance", { items: [new Lesson()] }, "value.items.0 is an instance of Lesson"],
    ["a Map", { counts: new Map() }, "value.counts is an instance of Map"],
    [
      "a Temporal value",
      { at: Temporal.PlainDate.from("2026-03-08") },
      "value.at is an instance of PlainDate",
    ],
    ["a bigint", [1n], "value.0 is a bigint"],
    ["a symbol", [Symbol("x")], "value.0 is a symbol"],
    ["not a number", { rating: Number.NaN }, "value.rating is NaN"],
    ["undefined itself", undefined, "value is undefined"],
    ["undefined in an array", [1, undefined], "value.1 is undefined"],
  ])("%s", (_name, value, message) => {
    expect(() => pack(value)).toThrow(NotADto);
    expect(() => pack(value)).toThrow(message);
  });

  test("the message never shows the content", () => {
    expect(() => pack({ email: Object.assign(new Lesson(), { id: "ann@mail.test" }) })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining("ann@") }),
    );
  });
});

describe("relations", () => {
  const student = (): Record<string, unknown> => ({ id: "S1", type: "student", name: "Ann" });

  test("an ancestor becomes a reference; the same object twice side by side stays whole", () => {
    const ann = student();
    const booking: Record<string, unknown> = { id: "B1", student: ann, payer: ann };
    ann["bookings"] = [booking];
    const whole = { id: "S1", type: "student", name: "Ann" };
    expect(pack(booking).value).toEqual({
      id: "B1",
      student: { ...whole, bookings: [{ id: "B1", type: null, circular: true }] },
      payer: { ...whole, bookings: [{ id: "B1", type: null, circular: true }] },
    });
    expect(pack(ann).value).toMatchObject({
      bookings: [{ student: { id: "S1", type: "student", circular: true } }],
    });
  });

  test("a loop without ids ends too", () => {
    const list: unknown[] = [];
    list.push({ list });
    expect(pack(list).value).toEqual([{ list: { id: null, type: null, circular: true } }]);
  });

  test("two levels are kept whole, a third is refused, and wrappers without an id do not count", () => {
    const nest = (levels: number, inner: object): object =>
      levels === 0 ? inner : { id: levels, wrapper: { list: [nest(levels - 1, inner)] } };
    expect(pack(nest(2, { id: "deepest" })).value).toEqual(nest(2, { id: "deepest" }));
    expect(pack({ items: [nest(2, { id: "deepest" })] }).json).toContain("deepest");
    expect(() => pack(nest(3, { id: "deepest" }))).toThrow("more than 2 relation levels deep");
  });
});
