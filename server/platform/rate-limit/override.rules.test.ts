import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ModeSettings,
  normalizeRouteId,
  type Override,
  type OverrideMatch,
  resolvePolicy,
} from "./override.rules.ts";
import { policyDocument } from "./policy-document.ts";

const ENFORCE: ModeSettings = { mode: "enforce", modeByBucket: {} };
const CALL = { bucket: "read", routeId: "/api/v1/bookings/:id", method: "GET" } as const;
let count = 0;

function override(match: OverrideMatch, target: string, changes: Partial<Override> = {}): Override {
  count += 1;
  return {
    id: String(count),
    match,
    target,
    method: null,
    ratePerMin: count,
    burst: 0,
    mode: null,
    reason: "test",
    createdBy: "test",
    createdAt: Temporal.Instant.fromEpochMilliseconds(count),
    expiresAt: Temporal.Instant.fromEpochMilliseconds(1e12),
    ...changes,
  };
}

const exact = override("route", "/api/v1/bookings/:id");
const longer = override("path_prefix", "/api/v1/bookings");
const shorter = override("path_prefix", "/api/v1");
const bucket = override("bucket", "read");

describe("precedence", () => {
  test("exact route, then longest prefix, then bucket, then the table, in whatever order they were made", () => {
    const inLine = [exact, longer, shorter, bucket];
    fc.assert(
      fc.property(fc.shuffledSubarray(inLine), (given) => {
        const first = inLine.find((candidate) => given.includes(candidate));
        const policy = resolvePolicy(given, CALL, ENFORCE);
        expect(policy.rateOverrideId).toBe(first?.id ?? null);
        expect(policy.rateSource).toBe(first?.match ?? "default");
      }),
    );
  });

  test("of equal matches one for the method wins, then the newer", () => {
    const forGet = override("bucket", "read", { method: "GET" });
    const [older, newer] = [override("bucket", "read"), override("bucket", "read")];
    expect(resolvePolicy([older, newer, forGet], CALL, ENFORCE).rateOverrideId).toBe(forGet.id);
    expect(resolvePolicy([older, newer], CALL, ENFORCE).rateOverrideId).toBe(newer.id);
  });

  test("mode comes from an override, else the bucket's variable, else the general one", () => {
    const shadow = override("bucket", "read", { ratePerMin: null, burst: null, mode: "shadow" });
    const settings: ModeSettings = { mode: "off", modeByBucket: { read: "enforce" } };
    expect(resolvePolicy([shadow], CALL, settings)).toMatchObject({ mode: "shadow", modeSource: "bucket" });
    expect(resolvePolicy([], CALL, settings)).toMatchObject({ mode: "enforce", modeSource: "env" });
    expect(resolvePolicy([], CALL, { ...settings, modeByBucket: {} })).toMatchObject({
      mode: "off",
      modeSource: "env",
    });
    expect(resolvePolicy([], CALL, ENFORCE)).toMatchObject({ mode: "enforce", modeSource: "default" });
  });

  test("an override that gives only a mode leaves the rate to the next in line", () => {
    const shadow = override("route", "/api/v1/bookings/:id", {
      ratePerMin: null,
      burst: null,
      mode: "shadow",
    });
    expect(resolvePolicy([shadow, bucket], CALL, ENFORCE)).toMatchObject({
      mode: "shadow",
      modeSource: "route",
      rateSource: "bucket",
      rateOverrideId: bucket.id,
    });
  });
});

describe("matching", () => {
  test.each([
    ["route", "/api/v1/bookings", false],
    ["path_prefix", "/api/v1/book", false],
    ["path_prefix", "/api/v1/bookings/:id", true],
    ["path_prefix", "/", true],
    ["bucket", "write", false],
  ] as const)("%s %s: %s", (match, target, applies) => {
    const policy = resolvePolicy([override(match, target)], CALL, ENFORCE);
    expect(policy.rateSource !== "default").toBe(applies);
  });

  test("an override for GET also counts HEAD, and no other method", () => {
    const forGet = [override("bucket", "read", { method: "GET" })];
    expect(resolvePolicy(forGet, { ...CALL, method: "HEAD" }, ENFORCE).rateSource).toBe("bucket");
    expect(resolvePolicy(forGet, { ...CALL, method: "POST" }, ENFORCE).rateSource).toBe("default");
  });

  test("calls outside a route are reached by bucket overrides only", () => {
    const edge = override("bucket", "edge");
    expect(resolvePolicy([shorter], { bucket: "edge" }, ENFORCE).rateSource).toBe("default");
    expect(resolvePolicy([shorter, edge], { bucket: "edge" }, ENFORCE).rateOverrideId).toBe(edge.id);
  });

  test("a route may be written as the documentation writes it", () => {
    expect(normalizeRouteId("/api/v1/users/{user_id}/notes/{id}/")).toBe("/api/v1/users/:user_id/notes/:id");
    expect(normalizeRouteId("/")).toBe("/");
  });
});

test("a policy is shown per minute, with where it comes from", () => {
  expect(policyDocument(resolvePolicy([], { bucket: "upload" }, ENFORCE))).toEqual({
    bucket: "upload",
    rate_per_min: 10 / 60,
    burst: 9,
    limit: 10,
    mode: "enforce",
    rate_source: "default",
    mode_source: "default",
    override_id: null,
  });
});
