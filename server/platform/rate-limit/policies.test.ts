import { expect, test } from "vitest";
import { planAttempt } from "./gcra.ts";
import { BUCKET_RULES, isLimitedBucket, type LimitedBucket } from "./policies.ts";

test.each<[LimitedBucket, intervalMs: number, limit: number]>([
  ["edge", 200, 101],
  ["read", 500, 21],
  ["financial", 12_000, 3],
  ["auth_register", 360_000, 4],
  ["upload", 360_000, 10],
  ["export", 43_200_000, 2],
])("%s: one per %d ms, %d at once", (bucket, intervalMs, limit) => {
  expect(planAttempt(BUCKET_RULES[bucket])).toMatchObject({ intervalMs, limit });
});

test("sign-in, scrapes and webhooks count by address, the rest by caller", () => {
  const byAddress = Object.entries(BUCKET_RULES).filter(([, rule]) => rule.keyedBy === "ip");
  expect(byAddress.map(([bucket]) => bucket).sort()).toEqual([
    "auth_code",
    "auth_login",
    "auth_register",
    "edge",
    "metrics",
    "webhook",
  ]);
});

test("only names of the table are buckets", () => {
  expect(isLimitedBucket("read")).toBe(true);
  expect(isLimitedBucket("none")).toBe(false);
  expect(isLimitedBucket("constructor")).toBe(false);
});
