import type { Bucket } from "#platform/http/route-config.ts";
import type { Policy } from "./gcra.ts";

/** Every bucket that counts: those a route can name, and `edge`, which comes before all of them. */
export type LimitedBucket = Exclude<Bucket, "none"> | "edge";

export interface BucketRule extends Policy {
  /** `caller` is the signed-in user, else the address; `ip` is the address even of a signed-in user. */
  readonly keyedBy: "caller" | "ip";
  /** Path parameter that is counted apart, for example one conversation. */
  readonly extraParam?: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const rule = (
  count: number,
  perMs: number,
  burst: number,
  keyedBy: BucketRule["keyedBy"] = "caller",
): BucketRule => ({ rate: { count, perMs }, burst, keyedBy });

/** The table of operations §4.3. */
export const BUCKET_RULES: Readonly<Record<LimitedBucket, BucketRule>> = {
  edge: rule(300, MINUTE, 100, "ip"),
  auth_login: rule(20, MINUTE, 5, "ip"),
  auth_register: rule(10, HOUR, 3, "ip"),
  auth_code: rule(20, HOUR, 3, "ip"),
  auth_bootstrap: rule(100, MINUTE, 20),
  auth_refresh: rule(10, MINUTE, 2),
  read: rule(120, MINUTE, 20),
  search: rule(60, MINUTE, 20),
  write: rule(30, MINUTE, 10),
  booking: rule(20, MINUTE, 5),
  conv_msg: { ...rule(60, MINUTE, 10), extraParam: "id" },
  typing: rule(30, MINUTE, 5),
  financial: rule(5, MINUTE, 2),
  upload: rule(10, HOUR, 9),
  export: rule(2, DAY, 1),
  expensive: rule(10, MINUTE, 2),
  sse_connect: rule(12, MINUTE, 5),
  webhook: rule(120, MINUTE, 20, "ip"),
  video: rule(30, MINUTE, 5),
  admin: rule(60, MINUTE, 10),
  metrics: rule(12, MINUTE, 2, "ip"),
};

export const LIMITED_BUCKETS = Object.keys(BUCKET_RULES).filter(isLimitedBucket);

export function isLimitedBucket(name: string): name is LimitedBucket {
  return Object.hasOwn(BUCKET_RULES, name);
}
