import { expect, test, vi } from "vitest";
import { unpack } from "#platform/cache/dto.ts";
import { writeOnce } from "./write-once.ts";

function setUp() {
  const write = vi.fn<(data: unknown) => string>((data) => JSON.stringify(data));
  return { write, once: writeOnce(write) };
}

test("a cached answer is written once, and equal ones are written apart", () => {
  const { write, once } = setUp();
  const json = '{"items":[{"id":1,"tags":["a",null]}],"next":null}';
  const answer = unpack(json);
  expect([once(answer), once(answer)]).toEqual([json, json]);
  expect(write).toHaveBeenCalledTimes(1);
  once(unpack(json));
  expect(write).toHaveBeenCalledTimes(2);
});

test.each([
  ["an open object", () => ({ a: 1 })],
  ["an open object in a frozen one", () => Object.freeze({ inner: { a: 1 } })],
  ["an open list in a frozen one", () => Object.freeze({ inner: [1] })],
  ["a getter", () => Object.freeze(Object.defineProperty({}, "now", { get: () => 1, enumerable: true }))],
  ["a class instance", () => Object.freeze({ at: Object.freeze(Temporal.Instant.fromEpochMilliseconds(0)) })],
])("%s is written each time", (_name, make) => {
  const { write, once } = setUp();
  const value = make();
  once(value);
  once(value);
  expect(write).toHaveBeenCalledTimes(2);
});

test("a frozen answer that cannot be written fails each time", () => {
  const once = writeOnce(() => {
    throw new TypeError("no");
  });
  const answer = unpack('{"a":1}');
  expect(() => once(answer)).toThrow("no");
  expect(() => once(answer)).toThrow("no");
});
