import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Config } from "#platform/config/config.ts";
import type { Metrics } from "#platform/metrics/metrics.ts";
import { Problem } from "./problem.ts";
import type { Readiness } from "./readiness.ts";
import type { RouteConfig } from "./route-config.ts";

/** The rate policy that applies to one call, as `/internal/rate-limit/policy` shows it. */
export interface PolicyView {
  readonly bucket: string;
  readonly rate_per_min: number;
  readonly burst: number;
  readonly limit: number;
  readonly mode: string;
  /** Where rate and mode come from: an override, the environment or the built-in table. */
  readonly rate_source: string;
  readonly mode_source: string;
  readonly override_id: string | null;
}

export interface InfrastructureDeps {
  readonly config: Pick<Config, "gitSha" | "siteMode">;
  readonly version: string;
  readonly metrics: Metrics;
  /** Seconds since the process started. */
  readonly uptime: () => number;
  readonly readiness: () => Promise<Readiness>;
  /** Reads rate-limit and flag configuration again and returns what is in force. */
  readonly reloadConfig: () => Promise<Record<string, unknown>>;
  readonly ratePolicy: (query: PolicyQuery) => Promise<PolicyView>;
}

const policyQuery = z.strictObject({
  route: z.string().max(500).optional(),
  method: z.enum(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]).optional(),
  bucket: z.string().max(50).optional(),
});
export type PolicyQuery = z.output<typeof policyQuery>;

const LARGEST_SCRAPE = 8 * 1024 * 1024;
const UNLIMITED: RouteConfig = { guard: "public", bucket: "none", audience: "internal" };

const liteHealth = z.object({ status: z.literal("ok") }).meta({ id: "HealthLite" });
const health = z
  .object({
    status: z.literal("ok"),
    service: z.string(),
    version: z.string(),
    git_sha: z.string(),
    uptime_s: z.number().min(0),
    site_mode: z.string(),
  })
  .meta({ id: "Health" });
const ready = z
  .object({
    status: z.enum(["ok", "degraded"]),
    checks: z.array(z.object({ name: z.string(), status: z.enum(["ok", "failed"]), ms: z.number().min(0) })),
  })
  .meta({ id: "Ready" });
const policy = z
  .object({
    bucket: z.string(),
    rate_per_min: z.number(),
    burst: z.number(),
    limit: z.number(),
    mode: z.string(),
    rate_source: z.string(),
    mode_source: z.string(),
    override_id: z.string().nullable(),
  })
  .meta({ id: "RateLimitPolicy" });
const effectiveSettings = z.record(z.string(), z.unknown()).meta({ id: "EffectiveSettings" });

/** Health, readiness, metrics and signed internal calls (API spec §2.1). Register with the prefix `/api/v1`. */
export function infrastructureRoutes(deps: InfrastructureDeps): FastifyPluginAsyncZod {
  return async (app) => {
    await app.register(probes(deps));
    await app.register(scrapes(deps.metrics));
    await app.register(internalCalls(deps));
  };
}

function probes({ config, version, uptime, readiness }: InfrastructureDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get("/health/lite", { config: UNLIMITED, schema: { response: { 200: liteHealth } } }, async () => ({
      status: "ok" as const,
    }));
    app.get("/health", { config: UNLIMITED, schema: { response: { 200: health } } }, async () => ({
      status: "ok" as const,
      service: "instainstru",
      version,
      git_sha: config.gitSha,
      uptime_s: Math.round(uptime()),
      site_mode: config.siteMode,
    }));
    app.get("/ready", { config: UNLIMITED, schema: { response: { 200: ready } } }, async () => {
      const { status, checks } = await readiness();
      if (status !== "unavailable") return { status, checks };
      throw new Problem({
        status: 503,
        code: "service_unavailable",
        detail: "This process does not take requests now. Another one does, or this one will soon.",
        extensions: { checks },
        headers: { "retry-after": "2" },
      });
    });
  };
}

function scrapes(metrics: Metrics): FastifyPluginAsyncZod {
  const routes = [
    ["/metrics/prometheus", "metrics_basic"],
    ["/internal/metrics", "metrics_token"],
  ] as const;
  return async (app) => {
    for (const [path, service] of routes) {
      app.get(
        path,
        {
          exposeHeadRoute: false,
          config: { guard: { service }, bucket: "metrics", audience: "internal" },
          schema: { response: { 200: { content: { "text/plain": { schema: z.string() } } } } },
        },
        async (_request, reply) => {
          const text = await metrics.text();
          if (Buffer.byteLength(text) > LARGEST_SCRAPE) throw new Error("the metrics are larger than 8 MiB");
          return reply.header("content-type", metrics.contentType).send(text);
        },
      );
    }
  };
}

function internalCalls({ reloadConfig, ratePolicy }: InfrastructureDeps): FastifyPluginAsyncZod {
  const config = {
    guard: { service: "internal_hmac" },
    bucket: "admin",
    audience: "internal",
    originCheck: "exempt",
    idempotency: "none",
  } as const satisfies RouteConfig;
  return async (app) => {
    app.post(
      "/internal/config/reload",
      { config, schema: { response: { 200: effectiveSettings } } },
      reloadConfig,
    );
    app.get(
      "/internal/rate-limit/policy",
      { config, schema: { querystring: policyQuery, response: { 200: policy } } },
      async (request) => ratePolicy(request.query),
    );
  };
}
