import { z } from "zod";
import type { Cache } from "#platform/cache/cache.types.ts";
import type { Clock } from "#platform/clock/clock.ts";
import type { Database } from "#platform/database/database.types.ts";
import { deleteExpiredIdempotencyKeys } from "#platform/http/idempotency.repository.ts";
import { purgeFinished } from "#platform/jobs/jobs.repository.ts";
import { defineJob, type JobKind } from "#platform/jobs/registry.ts";
import { sweepRateStates } from "#platform/rate-limit/postgres-store.ts";

const KEPT_DAYS = 90;

export interface PlatformJobsDeps {
  readonly database: Database;
  readonly cache: Cache;
  readonly clock: Clock;
}

/** The ground floor's own jobs (API spec §5). */
export function platformJobs({ database, cache, clock }: PlatformJobsDeps): JobKind[] {
  return [
    defineJob({
      kind: "cache.invalidate",
      version: 1,
      data: z.object({ namespace: z.string(), entity: z.string().optional() }),
      handle: async (_context, { namespace, entity }) => cache.invalidate({ name: namespace }, entity),
    }),
    defineJob({
      kind: "maintenance.sweep_expired",
      version: 1,
      data: z.object({}),
      schedule: "*/5 * * * *",
      async handle() {
        await deleteExpiredIdempotencyKeys(database.db, clock.now());
        await sweepRateStates({ db: database.db });
      },
    }),
    defineJob({
      kind: "maintenance.purge_runs",
      version: 1,
      data: z.object({}),
      schedule: "30 5 * * *",
      handle: async () => purgeFinished(database.db, clock.now().subtract({ hours: 24 * KEPT_DAYS })),
    }),
  ];
}
