import type { Clock } from "#platform/clock/clock.ts";
import type { Tx } from "#platform/database/database.types.ts";
import { markProcessed } from "./jobs.repository.ts";

/**
 * Runs `work` in `tx` unless the pair was processed before; both commit together, so the effect happens once however often the job runs
 * (operations §8 "Exactly-once effect", 1). For effects that no constraint of their own guards.
 * @returns whether `work` ran.
 */
export async function onlyOnce(
  { clock }: { clock: Clock },
  tx: Tx,
  { consumer, key }: { consumer: string; key: string },
  work: () => Promise<void>,
): Promise<boolean> {
  if (!(await markProcessed(tx, consumer, key, clock.now()))) return false;
  await work();
  return true;
}
