import { expect, test } from "vitest";
import { createMetrics } from "./metrics.ts";

test("what is declared shows up under our prefix, with its labels and buckets", async () => {
  const metrics = createMetrics({ processMetrics: false });
  metrics.counter({ name: "mails_total", help: "Mails", labels: ["result"] }).inc({ result: "sent" }, 2);
  metrics.histogram({ name: "wait_seconds", help: "Wait", buckets: [0.1, 1] }).observe(0.5);
  let reads = 0;
  metrics.gauge({
    name: "pool_size",
    help: "Pool",
    collect: (gauge) => {
      reads += 1;
      gauge.set(14);
    },
  });
  const text = await metrics.text();
  expect(text).toContain('instainstru_mails_total{result="sent"} 2');
  expect(text).toContain('instainstru_wait_seconds_bucket{le="1"} 1');
  expect(text).toContain("instainstru_pool_size 14");
  expect(reads).toBe(1);
});

test("two registries do not share counts, one refuses a name twice", async () => {
  const [one, other] = [createMetrics({ processMetrics: false }), createMetrics({ processMetrics: false })];
  one.counter({ name: "things_total", help: "Things" }).inc();
  other.counter({ name: "things_total", help: "Things" });
  expect(await other.text()).toContain("instainstru_things_total 0");
  expect(() => one.counter({ name: "things_total", help: "Again" })).toThrow("things_total");
});

test("the process and its event loop are watched", async () => {
  const text = await createMetrics().text();
  for (const name of [
    "nodejs_eventloop_lag_seconds",
    "process_resident_memory_bytes",
    "nodejs_gc_duration_seconds",
  ]) {
    expect(text).toContain(`instainstru_${name}`);
  }
});
