import { expect, test } from "vitest";
import { isUlid } from "#common/ids.ts";
import { createIdFactory, uuidV5 } from "./ids.ts";

test("ids made in one millisecond keep their order", () => {
  const now = Temporal.Instant.from("2026-03-01T12:00:00Z");
  const newId = createIdFactory({ now: () => now });
  const ids = Array.from({ length: 1000 }, newId);
  expect(ids.every(isUlid)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(1000);
});

test("UUID version 5 agrees with the example of RFC 9562, appendix A.4", () => {
  expect(uuidV5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com")).toBe(
    "2ed6657d-e927-568b-95e1-2665a8aea6a2",
  );
});
