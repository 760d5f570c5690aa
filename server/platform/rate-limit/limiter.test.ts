import { afterEach, describe, expect, test, vi } from "vitest";
import { createFakeClock } from "../../../test/support/fake-clock.ts";
import { addressIdentity } from "./identity.ts";
import type { LimiterMetrics } from "./limiter-metrics.ts";
import { createRateLimiter, type RateLimiterOptions } from "./limiter.ts";
import { createMemoryStore } from "./memory-store.ts";
import type { ModeSettings, Override } from "./override.rules.ts";
import type { RateStore } from "./rate-store.ts";

const ENFORCE: ModeSettings = { mode: "enforce", modeByBucket: {} };
const identity = addressIdentity("192.0.2.7");

function setUp(options: Partial<RateLimiterOptions> = {}) {
  const clock = createFakeClock();
  const metrics = {
    decision: vi.fn<LimiterMetrics["decision"]>(),
    retryAfter: vi.fn<LimiterMetrics["retryAfter"]>(),
    evalDuration: vi.fn<LimiterMetrics["evalDuration"]>(),
    storeError: vi.fn<LimiterMetrics["storeError"]>(),
  };
  const limiter = createRateLimiter({
    store: createMemoryStore({ clock }),
    clock,
    settings: ENFORCE,
    overrides: { active: () => [] },
    metrics,
    ...options,
  });
  return { clock, metrics, limiter };
}

/** A store whose answers a test can switch. */
function createSwitchableStore(answers: RateStore["take"]) {
  return { take: vi.fn<RateStore["take"]>(answers) };
}

const refuse = () => Promise.reject(new Error("connection refused"));

describe("modes", () => {
  test("enforce allows burst + 1, then blocks, and counts both", async () => {
    const { limiter, metrics } = setUp();
    for (let call = 0; call < 3; call++) {
      expect(await limiter.check({ bucket: "financial", identity })).toMatchObject({ action: "allow" });
    }
    expect(await limiter.check({ bucket: "financial", identity })).toMatchObject({
      action: "block",
      limit: 3,
      remaining: 0,
      retryMs: 12_000,
    });
    expect(metrics.decision.mock.calls.map(([, action]) => action)).toEqual([
      "allow",
      "allow",
      "allow",
      "block",
    ]);
    expect(metrics.retryAfter.mock.calls).toEqual([["financial", "block", 12]]);
    expect(metrics.evalDuration).toHaveBeenCalledTimes(4);
  });

  test("shadow computes and counts, and is told apart", async () => {
    const { limiter, metrics } = setUp({
      settings: { mode: "enforce", modeByBucket: { financial: "shadow" } },
    });
    for (let call = 0; call < 3; call++) await limiter.check({ bucket: "financial", identity });
    expect(await limiter.check({ bucket: "financial", identity })).toMatchObject({
      action: "shadow_block",
      allowed: false,
    });
    expect(metrics.decision).toHaveBeenLastCalledWith("financial", "shadow_block");
  });

  test("off gives no verdict and asks no store", async () => {
    const store = createSwitchableStore(refuse);
    const { limiter, metrics } = setUp({ store, settings: { mode: "off", modeByBucket: {} } });
    expect(await limiter.check({ bucket: "read", identity })).toBeNull();
    expect(store.take).not.toHaveBeenCalled();
    expect(metrics.decision).not.toHaveBeenCalled();
  });
});

test("what is counted apart and every bucket have their own tokens", async () => {
  const { limiter } = setUp();
  for (let call = 0; call < 11; call++) await limiter.check({ bucket: "conv_msg", identity, extra: "A" });
  expect((await limiter.check({ bucket: "conv_msg", identity, extra: "A" }))?.allowed).toBe(false);
  expect((await limiter.check({ bucket: "conv_msg", identity, extra: "B" }))?.remaining).toBe(10);
  expect((await limiter.check({ bucket: "typing", identity }))?.remaining).toBe(5);
});

describe("overrides", () => {
  const override: Override = {
    id: "01",
    match: "bucket",
    target: "read",
    method: null,
    ratePerMin: 0,
    burst: 0,
    mode: null,
    reason: "incident",
    createdBy: "test",
    createdAt: createFakeClock().now(),
    expiresAt: createFakeClock().now().add({ hours: 1 }),
  };

  test("a rate of 0 blocks before the store is asked", async () => {
    const store = createSwitchableStore(refuse);
    const { limiter } = setUp({ store, overrides: { active: () => [override] } });
    expect(await limiter.check({ bucket: "read", identity })).toMatchObject({ action: "block", limit: 1 });
    expect(store.take).not.toHaveBeenCalled();
  });

  test("an overridden rate counts apart, so it helps a caller who has used up the old one", async () => {
    let active: readonly Override[] = [];
    const { limiter } = setUp({ overrides: { active: () => active } });
    for (let call = 0; call < 2; call++) await limiter.check({ bucket: "export", identity });
    expect((await limiter.check({ bucket: "export", identity }))?.allowed).toBe(false);
    active = [{ ...override, target: "export", ratePerMin: 60, burst: 1 }];
    expect(await limiter.check({ bucket: "export", identity })).toMatchObject({ allowed: true, limit: 2 });
    active = [];
    expect((await limiter.check({ bucket: "export", identity }))?.allowed).toBe(false);
  });
});

describe("a store that fails", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test("is replaced by this process's own counters under the same policy", async () => {
    const onStoreDown = vi.fn<(error: unknown) => void>();
    const { limiter, metrics } = setUp({ store: createSwitchableStore(refuse), onStoreDown });
    const verdicts = [];
    for (let call = 0; call < 4; call++)
      verdicts.push(await limiter.check({ bucket: "financial", identity }));
    expect(verdicts.map((verdict) => verdict?.allowed)).toEqual([true, true, true, false]);
    expect(metrics.storeError).toHaveBeenCalledTimes(4);
    expect(onStoreDown).toHaveBeenCalledTimes(1);
  });

  test("is left alone for 10 s after 5 errors, then tried again", async () => {
    const store = createSwitchableStore(refuse);
    const { limiter, clock } = setUp({ store });
    for (let call = 0; call < 8; call++) await limiter.check({ bucket: "read", identity });
    expect(store.take).toHaveBeenCalledTimes(5);
    clock.advance({ seconds: 10 });
    const healthy = createMemoryStore({ clock });
    store.take.mockImplementation(healthy.take);
    expect((await limiter.check({ bucket: "read", identity }))?.remaining).toBe(20);
    await limiter.check({ bucket: "read", identity });
    expect(store.take).toHaveBeenCalledTimes(7);
  });

  test("counts as failed after 25 ms without an answer", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const silent = createSwitchableStore(() => new Promise(() => undefined));
    const { limiter, metrics } = setUp({ store: silent });
    const verdict = limiter.check({ bucket: "read", identity });
    await vi.advanceTimersByTimeAsync(24);
    expect(metrics.storeError).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await verdict).toMatchObject({ allowed: true, remaining: 20 });
    expect(metrics.storeError).toHaveBeenCalledTimes(1);
  });
});

test("effective policies cover every bucket and follow the settings", () => {
  const { limiter } = setUp({ settings: { mode: "enforce", modeByBucket: { search: "shadow" } } });
  const all = limiter.effectivePolicies();
  expect(all).toHaveLength(21);
  expect(all.filter(({ mode }) => mode === "shadow").map(({ bucket }) => bucket)).toEqual(["search"]);
  expect(limiter.effectivePolicy({ bucket: "edge" })).toMatchObject({ burst: 100, rateSource: "default" });
});
