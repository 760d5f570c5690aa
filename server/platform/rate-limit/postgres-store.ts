import type { Clock } from "#platform/clock/clock.ts";
import type { Db } from "#platform/database/database.types.ts";
import { deleteExpiredStates, readState, takeState } from "./rate-state.repository.ts";
import type { RateStore } from "./rate-store.ts";

export interface PostgresStoreOptions {
  readonly db: Db;
  /** Tests only: replaces the database's own clock. */
  readonly clock?: Clock;
}

/**
 * Counters shared through PostgreSQL: one upsert per allowed attempt, by the database's clock (operations §4.1). A refused attempt
 * writes nothing and costs one more read, to learn how long to wait.
 */
export function createPostgresStore({ db, clock }: PostgresStoreOptions): RateStore {
  return {
    async take(key, attempt) {
      const nowMs = clock?.now().epochMilliseconds ?? null;
      const taken = await takeState(db, key, attempt, nowMs);
      if (taken) return { allowed: true, ...taken };
      return { allowed: false, ...(await readState(db, key, nowMs)) };
    },
  };
}

/** Deletes counters that have run full again, `batch` rows per statement, and returns how many. Meant to run every minute or so. */
export async function sweepRateStates({ db, clock }: PostgresStoreOptions, batch = 5_000): Promise<number> {
  let swept = 0;
  for (;;) {
    const deleted = await deleteExpiredStates(db, clock?.now().epochMilliseconds ?? null, batch);
    swept += deleted;
    if (deleted < batch) return swept;
  }
}
