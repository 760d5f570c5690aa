import { expect, test } from "vitest";
import { createMetrics } from "../metrics/metrics.ts";
import { createRequestContext, runInRequest } from "../logs/request-context.ts";
import { freshNamespace, useCaches } from "./cache.test-support.ts";
import { createCacheMetrics } from "./cache-metrics.ts";

const caches = useCaches(() => null);

test("Prometheus gets a series per namespace, layer and result, however many ids there are", async () => {
  const metrics = createMetrics({ processMetrics: false });
  const cache = await caches.open("first", { metrics: createCacheMetrics(metrics) });
  const namespace = freshNamespace();
  for (let id = 0; id < 100; id++) await cache.get(namespace, [id], () => Promise.resolve(id));
  await cache.get(namespace, [0], () => Promise.resolve(0));
  await expect(cache.get(namespace, ["x"], () => Promise.reject(new Error("down")))).rejects.toThrow("down");
  const series = (await metrics.text()).split("\n").filter((line) => line.startsWith("instainstru_cache_"));
  expect(series.sort()).toEqual([
    `instainstru_cache_errors_total{ns="${namespace.name}",layer="load"} 1`,
    `instainstru_cache_requests_total{ns="${namespace.name}",layer="l1",result="hit"} 1`,
    `instainstru_cache_requests_total{ns="${namespace.name}",layer="l1",result="miss"} 101`,
  ]);
});

test("a request knows its hits and misses", async () => {
  const cache = await caches.open();
  const namespace = freshNamespace();
  const context = createRequestContext("01J00000000000000000000000");
  await runInRequest(context, async () => {
    for (let turn = 0; turn < 3; turn++) await cache.get(namespace, ["a"], () => Promise.resolve(1));
  });
  expect(context).toMatchObject({ cacheHits: 2, cacheMisses: 1 });
});
