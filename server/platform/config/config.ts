import { z } from "zod";
import { Secret } from "./secret.ts";

export const SITE_MODES = ["local", "int", "preview", "beta", "prod"] as const;
export const RATE_LIMIT_MODES = ["enforce", "shadow", "off"] as const;
export const ROLES = ["web", "worker"] as const;

export type SiteMode = (typeof SITE_MODES)[number];
export type RateLimitMode = (typeof RATE_LIMIT_MODES)[number];
export type Role = (typeof ROLES)[number];
export type Tier = "INT" | "STG" | "PROD";
export type Environment = Readonly<Record<string, string | undefined>>;

const list = (separator = ",") =>
  z.string().transform((text) =>
    text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  );

const secret = (minimum = 32) =>
  z
    .string()
    .min(minimum, `must have at least ${minimum} characters`)
    .refine((text) => !/changeme|example|sample|^(.)\1+$/i.test(text), "is a sample value")
    .transform((text) => new Secret(text));

/** Every setting that the process reads from its environment, in one place. Database URLs and flags are read by `resolveDatabase` alone. */
const settings = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  ROLES: list()
    .pipe(z.array(z.enum(ROLES)).min(1))
    .default(["web", "worker"]),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  GIT_SHA: z.string().default("unknown"),
  SITE_MODE: z.enum(SITE_MODES).optional(),
  DATA_DIR: z.string().default(".data"),
  LOG_DIR: z.string().default("logs"),
  DRAIN_SECONDS: z.coerce.number().min(0).max(30).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  RATE_STORE: z.enum(["memory", "postgres", "redis"]).optional(),
  RATE_LIMIT_MODE: z.enum(RATE_LIMIT_MODES).default("enforce"),
  RATE_LIMIT_BYPASS_TOKEN: secret().optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  PUBLIC_ORIGINS: list().pipe(z.array(z.url())).default([]),
  METRICS_BASIC_AUTH: secret(16).optional(),
  METRICS_TOKEN: secret().optional(),
  METRICS_IP_ALLOWLIST: list().default([]),
  INTERNAL_HMAC_SECRET: secret().optional(),
  INTERNAL_HMAC_SECRET_PREVIOUS: secret().optional(),
});

type Settings = z.output<typeof settings>;

export interface Config {
  readonly environment: Settings["NODE_ENV"];
  readonly tier: Tier;
  readonly siteMode: SiteMode;
  readonly host: string;
  readonly port: number;
  readonly roles: readonly Role[];
  readonly logLevel: Settings["LOG_LEVEL"];
  readonly gitSha: string;
  readonly dataDir: string;
  readonly logDir: string;
  readonly drainSeconds: number;
  readonly redisUrl: string | null;
  readonly rateLimit: {
    readonly store: "memory" | "postgres" | "redis";
    readonly mode: RateLimitMode;
    /** Bucket name to mode, from `RATE_LIMIT_MODE_<BUCKET>`. */
    readonly modeByBucket: Readonly<Record<string, RateLimitMode>>;
    readonly bypassToken: Secret | null;
  };
  readonly trustedProxyHops: number;
  readonly publicOrigins: readonly string[];
  readonly metrics: {
    /** `user:password` for `/metrics/prometheus`; null leaves it open outside PROD and closed in PROD. */
    readonly basicAuth: Secret | null;
    readonly token: Secret | null;
    readonly ipAllowlist: readonly string[];
  };
  /** Keys for signed internal calls, newest first. Empty switches those routes off. */
  readonly internalHmacSecrets: readonly Secret[];
}

/** The environment cannot be used; the message has one line per problem and names the variable. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/**
 * Reads and checks the whole environment once (operations §3 "Secrets", §4.4).
 * @throws ConfigError listing every problem at once; secret values never appear in it.
 */
export function loadConfig(environment: Environment, tier: Tier): Config {
  const parsed = settings.safeParse(emptyIsUnset(environment));
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"),
    );
  }
  const values = parsed.data;
  const modeByBucket = readBucketModes(environment);
  refuseInProduction(values, modeByBucket, tier);
  return {
    environment: values.NODE_ENV,
    tier,
    siteMode: values.SITE_MODE ?? ({ INT: "int", STG: "local", PROD: "prod" } as const)[tier],
    host: values.HOST,
    port: values.PORT,
    roles: values.ROLES,
    logLevel: values.LOG_LEVEL,
    gitSha: values.GIT_SHA,
    dataDir: values.DATA_DIR,
    logDir: values.LOG_DIR,
    drainSeconds: values.DRAIN_SECONDS ?? (tier === "PROD" ? 5 : 0),
    redisUrl: values.REDIS_URL ?? null,
    rateLimit: {
      store: values.RATE_STORE ?? (values.REDIS_URL ? "redis" : defaultRateStore(values)),
      mode: values.RATE_LIMIT_MODE,
      modeByBucket,
      bypassToken: values.RATE_LIMIT_BYPASS_TOKEN ?? null,
    },
    trustedProxyHops: values.TRUSTED_PROXY_HOPS,
    publicOrigins: values.PUBLIC_ORIGINS.map((url) => new URL(url).origin),
    metrics: {
      basicAuth: values.METRICS_BASIC_AUTH ?? null,
      token: values.METRICS_TOKEN ?? null,
      ipAllowlist: values.METRICS_IP_ALLOWLIST,
    },
    internalHmacSecrets: [values.INTERNAL_HMAC_SECRET, values.INTERNAL_HMAC_SECRET_PREVIOUS].filter(
      (value) => value !== undefined,
    ),
  };
}

function emptyIsUnset(environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => Boolean(entry[1]?.trim())),
  );
}

/** One process (web and worker together) counts in memory; separate roles share PostgreSQL (operations §4.1). */
function defaultRateStore(values: Settings): "memory" | "postgres" {
  return values.ROLES.includes("web") && values.ROLES.includes("worker") ? "memory" : "postgres";
}

function readBucketModes(environment: Environment): Record<string, RateLimitMode> {
  const prefix = "RATE_LIMIT_MODE_";
  const modes: Record<string, RateLimitMode> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith(prefix) || !value) continue;
    const mode = z.enum(RATE_LIMIT_MODES).safeParse(value);
    if (!mode.success) throw new ConfigError(`${name}: must be one of ${RATE_LIMIT_MODES.join(", ")}`);
    modes[name.slice(prefix.length).toLowerCase()] = mode.data;
  }
  return modes;
}

function refuseInProduction(values: Settings, modes: Record<string, RateLimitMode>, tier: Tier): void {
  if (tier !== "PROD") return;
  const problems: string[] = [];
  if (values.RATE_LIMIT_BYPASS_TOKEN) problems.push("RATE_LIMIT_BYPASS_TOKEN: must not be set in PROD");
  if (values.RATE_LIMIT_MODE === "off") problems.push("RATE_LIMIT_MODE: off is refused in PROD");
  for (const [bucket, mode] of Object.entries(modes)) {
    if (mode === "off") problems.push(`RATE_LIMIT_MODE_${bucket.toUpperCase()}: off is refused in PROD`);
  }
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
}
