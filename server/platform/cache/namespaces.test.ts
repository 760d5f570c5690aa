import fc from "fast-check";
import { expect, test } from "vitest";
import { cacheKey, defineNamespace, epochName, TIERS } from "./namespaces.ts";

const namespace = defineNamespace({ name: "avail:public", version: 3, ttlSeconds: 300 });

test("a tier is a lifetime; nothing is believed absent for longer than 30 s", () => {
  expect(defineNamespace({ name: "catalog", version: 1, tier: "warm" }).ttlSeconds).toBe(3_600);
  expect(TIERS).toEqual({ hot: 300, warm: 3_600, cold: 86_400, static: 604_800 });
  expect(namespace.negativeTtlSeconds).toBe(30);
  expect(defineNamespace({ name: "short", version: 1, ttlSeconds: 10 }).negativeTtlSeconds).toBe(10);
});

test.each(["", "Catalog", "a b", "avail:", ":week", "avail:v2", "v1", "a/b", "lock/x"])(
  'the name "%s" is refused',
  (name) => {
    expect(() => defineNamespace({ name, version: 1, ttlSeconds: 1 })).toThrow(RangeError);
  },
);

test.each([
  { version: 0, ttlSeconds: 1 },
  { version: 1.5, ttlSeconds: 1 },
  { version: 1, ttlSeconds: 0 },
  { version: 1, ttlSeconds: Number.NaN },
])("%o is refused", (declaration) => {
  expect(() => defineNamespace({ name: "a", ...declaration })).toThrow(RangeError);
});

test("keys read {ns}:v{schema}:{epoch}:{id…}", () => {
  expect(cacheKey(namespace, "7.9", ["01J", 30])).toBe("avail:public:v3:7.9:01J:30");
});

test("different ids have different keys", () => {
  const ids = fc.array(fc.string({ unit: fc.constantFrom("a", ":", "%", "3", "A") }), { minLength: 1 });
  fc.assert(
    fc.property(ids, ids, (left, right) => {
      fc.pre(JSON.stringify(left) !== JSON.stringify(right));
      expect(cacheKey(namespace, "1", left)).not.toBe(cacheKey(namespace, "1", right));
    }),
  );
});

test("an entity never shares its epoch with a namespace", () => {
  expect(epochName("avail", "public")).not.toBe(epochName("avail:public", undefined));
});
