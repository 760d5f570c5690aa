import type { PgBoss } from "pg-boss";
import { uuidToUlid } from "#common/ids.ts";
import type { JobEnvelope } from "./jobs.ts";
import { DEAD_LETTERS } from "./queues.ts";

export interface DeadLetter {
  /** The id of the first run, under which the API shows it. */
  readonly runId: string;
  readonly id: string;
  readonly kind: string;
  readonly queue: string | null;
  readonly attempts: number;
  readonly error: string | null;
}

export interface DeadLetters {
  list(): Promise<DeadLetter[]>;
  /** Sends the job back to its queue with all its tries. @returns false when it is no longer there. */
  retry(id: string): Promise<boolean>;
  /** Removes the job for good. The caller records who and why. */
  discard(id: string): Promise<void>;
}

/** Jobs that failed for good (operations §8): they can be retried or discarded, never edited. */
export function createDeadLetters(boss: PgBoss): DeadLetters {
  return {
    async list() {
      const jobs = await boss.findJobs<JobEnvelope>(DEAD_LETTERS);
      return jobs.map((job) => ({
        id: job.id,
        runId: uuidToUlid(job.sourceRootId ?? job.id),
        kind: job.data.kind,
        queue: job.sourceName,
        attempts: (job.sourceRetryCount ?? 0) + 1,
        error: errorOf(job.sourceOutput),
      }));
    },
    async retry(id) {
      return (await boss.redrive(DEAD_LETTERS, { ids: [id] })) === 1;
    },
    async discard(id) {
      await boss.deleteJob(DEAD_LETTERS, id);
    },
  };
}

function errorOf(output: object | null): string | null {
  return output && "error" in output && typeof output.error === "string" ? output.error : null;
}
