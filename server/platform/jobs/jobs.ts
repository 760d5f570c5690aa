import { fromKysely } from "pg-boss";
import { uuidToUlid } from "#common/ids.ts";
import type { Tx } from "#platform/database/database.types.ts";
import { uuidV5 } from "#platform/ids/ids.ts";
import type { PgBoss } from "./boss.ts";
import { queueOf } from "./queues.ts";
import type { JobRegistry } from "./registry.ts";

/** Namespace of job ids; never changed, because ids of waiting jobs are derived from it. */
const JOB_NAMESPACE = "3f1d3a52-6c1e-5b0e-9d1a-2b7c4f6a8e10";

export interface AddOptions {
  /** Names the effect, for example `booking:{id}:{event}:{version}`. The same kind and key while its row lives is the same job. */
  readonly key: string;
  readonly startAfter?: Temporal.Instant;
  /** Higher runs first; default 0. */
  readonly priority?: number;
}

export interface Jobs {
  /**
   * Adds a job in `tx`: it exists exactly when the transaction commits, and is then woken at once.
   * @returns the run id of the API, also when the same key was added before.
   * @throws Error for an unknown kind or data that its schema refuses.
   */
  add(tx: Tx, kind: string, data: unknown, options: AddOptions): Promise<string>;
}

/** What pg-boss stores as a job's data. */
export interface JobEnvelope {
  readonly kind: string;
  readonly v: number;
  readonly data: unknown;
  /** W3C trace context and request id of whoever added the job. */
  readonly trace?: Readonly<Record<string, string>>;
}

export interface JobsOptions {
  readonly boss: PgBoss;
  readonly registry: JobRegistry;
  /** Trace context of the work that is going on, if any. */
  readonly trace?: () => Readonly<Record<string, string>> | undefined;
}

export function createJobs({ boss, registry, trace }: JobsOptions): Jobs {
  return {
    async add(tx, name, data, { key, startAfter, priority }) {
      const kind = registry.get(name);
      const context = trace?.();
      const envelope: JobEnvelope = {
        kind: kind.kind,
        v: kind.version,
        data: kind.data.parse(data),
        ...(context ? { trace: context } : {}),
      };
      const id = jobId(name, key);
      await boss.send(queueOf(name), envelope, {
        id,
        db: fromKysely(tx),
        ...(startAfter ? { startAfter: startAfter.toString() } : {}),
        ...(priority === undefined ? {} : { priority }),
        ...(kind.expireInSeconds ? { expireInSeconds: kind.expireInSeconds } : {}),
      });
      return uuidToUlid(id);
    },
  };
}

/** The UUID of the job with this kind and key. */
export function jobId(kind: string, key: string): string {
  return uuidV5(JOB_NAMESPACE, `${kind}\n${key}`);
}
