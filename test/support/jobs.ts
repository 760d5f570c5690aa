import { randomUUID } from "node:crypto";
import type { PgBoss, TestClock } from "pg-boss";
import { onTestFinished } from "vitest";
import { systemClock } from "../../server/platform/clock/clock.ts";
import type { Database } from "../../server/platform/database/database.types.ts";
import { createBoss } from "../../server/platform/jobs/boss.ts";
import { createDeadLetters, type DeadLetters } from "../../server/platform/jobs/dead-letters.ts";
import { createJobs, type Jobs } from "../../server/platform/jobs/jobs.ts";
import { createJobRegistry, type JobKind, type JobRegistry } from "../../server/platform/jobs/registry.ts";
import { type JobObserver, startWorker } from "../../server/platform/jobs/worker.ts";

export type Finished = Parameters<JobObserver["finished"]>[0];

export interface RunningJobs {
  readonly boss: PgBoss;
  readonly jobs: Jobs;
  readonly registry: JobRegistry;
  readonly deadLetters: DeadLetters;
  /** Everything that finished so far. */
  readonly finished: Finished[];
  /** Resolves with the first `count` finished jobs that satisfy `match`. */
  next(match: (facts: Finished) => boolean, count?: number): Promise<Finished[]>;
  stop(): Promise<void>;
}

/** Starts a worker for the given kinds on the test's database, stopped when the test ends. */
export async function startJobs(
  database: Database,
  kinds: readonly JobKind[],
  { clock }: { clock?: TestClock } = {},
): Promise<RunningJobs> {
  const boss = createBoss({
    connectionString: database.connectionString,
    worker: true,
    clock,
    onError: () => undefined,
  });
  await boss.start();
  const registry = createJobRegistry(kinds);
  const finished: Finished[] = [];
  const waiting = new Set<() => void>();
  const worker = await startWorker({
    boss,
    database,
    registry,
    clock: systemClock,
    worker: { id: randomUUID(), roles: ["worker"], host: "test", git_sha: "test" },
    observer: {
      finished(facts) {
        finished.push(facts);
        for (const check of waiting) check();
      },
      slow: () => undefined,
      error: () => undefined,
    },
  });
  let stopped: Promise<void> | null = null;
  const stop = (): Promise<void> => (stopped ??= worker.stop(1000));
  onTestFinished(stop);
  return {
    boss,
    registry,
    finished,
    jobs: createJobs({ boss, registry }),
    deadLetters: createDeadLetters(boss),
    stop,
    next(match, count = 1) {
      const { promise, resolve } = Promise.withResolvers<Finished[]>();
      const check = (): void => {
        const found = finished.filter(match);
        if (found.length < count) return;
        waiting.delete(check);
        resolve(found.slice(0, count));
      };
      waiting.add(check);
      check();
      return promise;
    },
  };
}

/** Moves the clock second by second until the promise settles. */
export async function tickUntil(clock: TestClock, promise: Promise<unknown>): Promise<void> {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  while (!settled) await clock.tick(1000);
}
