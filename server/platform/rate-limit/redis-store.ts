import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import type { Clock } from "#platform/clock/clock.ts";
import type { RateStore } from "./rate-store.ts";

/** `%.17g` keeps every digit of a double; Lua's own conversion keeps 14, less than an epoch time with a fraction has. */
const TAKE = `
local now = tonumber(ARGV[3])
if not now then
  local time = redis.call('TIME')
  now = tonumber(time[1]) * 1000 + tonumber(time[2]) / 1000
end
local base = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
local tat = base + tonumber(ARGV[1])
local allowed = now >= tat - tonumber(ARGV[2])
if allowed then
  redis.call('SET', KEYS[1], string.format('%.17g', tat), 'PX', math.ceil(tat - now))
else
  tat = base
end
return { allowed and 1 or 0, string.format('%.17g', tat), string.format('%.17g', now) }
`;
const TAKE_SHA = createHash("sha1").update(TAKE).digest("hex");

export interface RedisStoreOptions {
  /** Connect it with `enableOfflineQueue: false`, so that commands fail at once while the server is away instead of running late. */
  readonly redis: Pick<Redis, "eval" | "evalsha">;
  /** Tests only: replaces the server's own clock. */
  readonly clock?: Clock;
}

/** Counters shared through Redis or Valkey: one script per attempt, by the server's clock (operations §4.1). */
export function createRedisStore({ redis, clock }: RedisStoreOptions): RateStore {
  return {
    async take(key, attempt) {
      const now = clock ? String(clock.now().epochMilliseconds) : "";
      const parameters = [key, String(attempt.costMs), String(attempt.windowMs), now] as const;
      const reply = await redis.evalsha(TAKE_SHA, 1, ...parameters).catch((error: unknown) => {
        if (error instanceof Error && error.message.startsWith("NOSCRIPT")) {
          return redis.eval(TAKE, 1, ...parameters);
        }
        throw error;
      });
      return readReply(reply);
    },
  };
}

function readReply(reply: unknown) {
  if (!Array.isArray(reply) || reply.length !== 3) throw new TypeError("unexpected reply of the rate script");
  const [allowed, tat, nowMs] = reply.map(Number);
  if (tat === undefined || nowMs === undefined || Number.isNaN(tat) || Number.isNaN(nowMs)) {
    throw new TypeError("unexpected reply of the rate script");
  }
  return { allowed: allowed === 1, tat, nowMs };
}
