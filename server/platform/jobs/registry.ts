import type { z } from "zod";
import { type QueueName, queueOf } from "./queues.ts";

const KIND_PATTERN = /^[a-z]+\.[a-z_]+$/;
const MAX_EXPIRE_SECONDS = 7200;

export interface JobContext {
  /** The job's UUID spelled as a ULID: `run_id` of the API. */
  readonly runId: string;
  /** 1 at the first try. */
  readonly attempt: number;
  /** Aborted when the time is up, the process stops, or another worker has taken the job over. */
  readonly signal: AbortSignal;
}

/** A kind of job: one row of API spec §5, as code. */
export interface JobKind<Data = unknown> {
  /** `area.verb_noun`; the area decides the queue. */
  readonly kind: string;
  /** Raised when `data` changes shape; a job of another version goes to the dead letters. */
  readonly version: number;
  /** Ids, versions, and nothing personal: jobs are kept. */
  readonly data: z.ZodType<Data>;
  /** Five-field cron in UTC; such a job gets `{}` as data. */
  readonly schedule?: string;
  /** Domain events that add this job, with the event as data. */
  readonly subscribesTo?: readonly string[];
  /** Longest run; 600 s unless the kind says so, 7,200 s at most. */
  readonly expireInSeconds?: number;
  /** May run more than once: its effect must be guarded by a constraint, a guarded update or `onlyOnce`. */
  handle(context: JobContext, data: Data): Promise<void>;
}

/** Checks the data type of one kind; the registry holds kinds of many data types. */
export function defineJob<Data>(kind: JobKind<Data>): JobKind {
  return kind;
}

export interface JobRegistry {
  /** @throws Error for a kind that nobody registered. */
  get(kind: string): JobKind;
  find(kind: string): JobKind | null;
  all(): readonly JobKind[];
  inQueue(queue: QueueName): readonly JobKind[];
  subscribersOf(eventType: string): readonly JobKind[];
}

/** @throws Error naming every kind that is declared twice, badly named, in no queue, or too long. */
export function createJobRegistry(kinds: readonly JobKind[]): JobRegistry {
  const byName = new Map<string, JobKind>();
  const problems: string[] = [];
  for (const kind of kinds) {
    if (!KIND_PATTERN.test(kind.kind)) problems.push(`${kind.kind}: not of the form area.verb_noun`);
    else queueOf(kind.kind);
    if (byName.has(kind.kind)) problems.push(`${kind.kind}: declared twice`);
    if ((kind.expireInSeconds ?? 0) > MAX_EXPIRE_SECONDS)
      problems.push(`${kind.kind}: runs longer than two hours`);
    byName.set(kind.kind, kind);
  }
  if (problems.length > 0) throw new Error(`job registry:\n${problems.join("\n")}`);
  return {
    get(name) {
      const kind = byName.get(name);
      if (!kind) throw new Error(`no job is called ${name}`);
      return kind;
    },
    find: (name) => byName.get(name) ?? null,
    all: () => [...byName.values()],
    inQueue: (queue) => [...byName.values()].filter((kind) => queueOf(kind.kind) === queue),
    subscribersOf: (type) => [...byName.values()].filter((kind) => kind.subscribesTo?.includes(type)),
  };
}

/** Thrown by a handler when trying again cannot help: the job goes to the dead letters at once. */
export class NonRetryable extends Error {
  override name = "NonRetryable";
}
