import type { Queryable, Tx } from "#platform/database/database.types.ts";

/** @returns true for the first caller with this pair; everyone later, and everyone waiting for the first to commit, gets false. */
export async function markProcessed(
  tx: Tx,
  consumer: string,
  key: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const result = await tx
    .insertInto("processed")
    .values({ consumer, key, processed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export interface WorkerRow {
  readonly id: string;
  readonly roles: readonly string[];
  readonly host: string;
  readonly git_sha: string;
  readonly started_at: Temporal.Instant;
}

export async function reportWorker(db: Queryable, worker: WorkerRow, now: Temporal.Instant): Promise<void> {
  await db
    .insertInto("workers")
    .values({ ...worker, roles: [...worker.roles], seen_at: now })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ seen_at: now }))
    .execute();
}

export async function removeWorker(db: Queryable, id: string): Promise<void> {
  await db.deleteFrom("workers").where("id", "=", id).execute();
}

/** When any worker was last seen; null when none ever was. */
export async function findLastSeenWorker(db: Queryable): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom("workers")
    .select("seen_at")
    .orderBy("seen_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.seen_at ?? null;
}

export async function listPausedQueues(db: Queryable): Promise<string[]> {
  const rows = await db.selectFrom("queue_pauses").select("queue").execute();
  return rows.map((row) => row.queue);
}

export async function pauseQueue(
  tx: Tx,
  pause: { queue: string; paused_by: string; reason: string },
): Promise<void> {
  await tx
    .insertInto("queue_pauses")
    .values(pause)
    .onConflict((conflict) => conflict.column("queue").doNothing())
    .execute();
}

export async function resumeQueue(tx: Tx, queue: string): Promise<void> {
  await tx.deleteFrom("queue_pauses").where("queue", "=", queue).execute();
}

/** Deletes what the job engine's own tables no longer need: effects, progress and worker reports older than `before`. */
export async function purgeFinished(db: Queryable, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom("processed").where("processed_at", "<", before).execute();
  await db.deleteFrom("run_progress").where("updated_at", "<", before).execute();
  await db.deleteFrom("workers").where("seen_at", "<", before).execute();
}
