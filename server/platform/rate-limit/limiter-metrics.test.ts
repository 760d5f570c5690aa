import { expect, test } from "vitest";
import { createMetrics } from "../metrics/metrics.ts";
import { createLimiterMetrics } from "./limiter-metrics.ts";

test("decisions, waits, store errors and active overrides show up in a scrape", async () => {
  const registry = createMetrics({ processMetrics: false });
  const metrics = createLimiterMetrics(registry, { active: () => [] });
  metrics.decision("read", "allow");
  metrics.decision("edge", "block");
  metrics.retryAfter("edge", "block", 12);
  metrics.evalDuration(0.0002);
  metrics.storeError();
  const text = await registry.text();
  expect(text.split("\n")).toEqual(
    expect.arrayContaining([
      'instainstru_rl_decisions_total{bucket="read",action="allow"} 1',
      'instainstru_rl_decisions_total{bucket="edge",action="block"} 1',
      'instainstru_rl_retry_after_seconds_sum{bucket="edge",action="block"} 12',
      "instainstru_rl_eval_duration_seconds_count 1",
      "instainstru_rl_store_errors_total 1",
      "instainstru_rl_active_overrides 0",
    ]),
  );
});
