import { PgBoss } from "pg-boss";
import type { Clock as BossClock } from "pg-boss";
import { DEAD_LETTERS, DEAD_LETTER_OPTIONS, QUEUE_NAMES, queueOptions } from "./queues.ts";

export type { PgBoss } from "pg-boss";

export interface BossOptions {
  readonly connectionString: string;
  /** True in a process with the worker role: it supervises, schedules and listens; others only add jobs. */
  readonly worker: boolean;
  readonly clock?: BossClock | undefined;
  readonly onError: (error: Error) => void;
}

/** pg-boss on its own pool of 4 (operations §8, §10). It never installs or changes its schema: `installJobs` does. */
export function createBoss(options: BossOptions): PgBoss {
  const boss = new PgBoss({
    connectionString: options.connectionString,
    application_name: options.worker ? "instainstru jobs" : "instainstru jobs (add only)",
    options:
      "-c statement_timeout=120000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000 -c timezone=UTC",
    max: options.worker ? 4 : 1,
    connectionTimeoutMillis: 2000,
    migrate: false,
    createSchema: false,
    reindex: false,
    supervise: options.worker,
    schedule: options.worker,
    useListenNotify: options.worker,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    ...(options.clock ? { clock: options.clock } : {}),
  });
  boss.on("error", options.onError);
  return boss;
}

/**
 * Installs or upgrades pg-boss's schema and the queues; part of the migration step in every tier.
 * Running it again, also from several processes at once, changes nothing.
 */
export async function installJobs(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, max: 2, supervise: false, schedule: false });
  const failures: Error[] = [];
  boss.on("error", (error) => failures.push(error));
  await boss.start();
  try {
    await boss.createQueue(DEAD_LETTERS, DEAD_LETTER_OPTIONS);
    for (const queue of QUEUE_NAMES) {
      const options = queueOptions(queue);
      await boss.createQueue(queue, options);
      await boss.updateQueue(queue, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failures[0]) throw failures[0];
}
