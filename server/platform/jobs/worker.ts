import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import { uuidToUlid } from "#common/ids.ts";
import type { Clock } from "#platform/clock/clock.ts";
import type { Database } from "#platform/database/database.types.ts";
import type { JobEnvelope } from "./jobs.ts";
import { listPausedQueues, removeWorker, reportWorker, type WorkerRow } from "./jobs.repository.ts";
import { QUEUE_NAMES, QUEUES, type QueueName, queueOf } from "./queues.ts";
import { type JobKind, type JobRegistry, NonRetryable } from "./registry.ts";

const REPORT_SECONDS = 15;
const PAUSE_CHECK_SECONDS = 5;
const SLOW_SECONDS = 300;

export interface JobObserver {
  finished(facts: {
    readonly kind: string;
    readonly queue: string;
    readonly runId: string;
    readonly attempt: number;
    readonly outcome: "succeeded" | "failed" | "dead";
    readonly durationMs: number;
    readonly error?: unknown;
  }): void;
  slow(facts: { readonly kind: string; readonly runId: string }): void;
  error(error: unknown): void;
}

export interface WorkerOptions {
  readonly boss: PgBoss;
  readonly database: Database;
  readonly registry: JobRegistry;
  readonly clock: Clock;
  readonly worker: Omit<WorkerRow, "started_at">;
  readonly observer: JobObserver;
  /** Runs a handler with the trace context its job was added under. */
  readonly withTrace?: <T>(
    trace: Readonly<Record<string, string>> | undefined,
    work: () => Promise<T>,
  ) => Promise<T>;
}

export interface Worker {
  /** Stops fetching, waits for running jobs up to `timeoutMs`, then fails them for an early retry. */
  stop(timeoutMs?: number): Promise<void>;
}

/** Starts the worker role on a started pg-boss: schedules of the registry, one set of workers per queue, pauses, and the report of being alive. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { boss, database, clock, worker, observer } = options;
  await syncSchedules(boss, options.registry);
  const working = new Set<QueueName>();

  async function applyPauses(): Promise<void> {
    const paused = new Set(await listPausedQueues(database.db));
    for (const queue of QUEUE_NAMES) {
      if (paused.has(queue) && working.delete(queue)) await boss.offWork(queue, { wait: false });
      else if (!paused.has(queue) && !working.has(queue)) {
        working.add(queue);
        await workOn(queue, options);
      }
    }
  }

  const started = clock.now();
  const report = (): Promise<void> =>
    reportWorker(database.db, { ...worker, started_at: started }, clock.now());
  await report();
  await applyPauses();
  const stopReporting = repeat(report, REPORT_SECONDS, observer);
  const stopPausing = repeat(applyPauses, PAUSE_CHECK_SECONDS, observer);
  return {
    async stop(timeoutMs = 20_000) {
      await Promise.all([stopReporting(), stopPausing()]);
      await boss.stop({ graceful: true, timeout: timeoutMs });
      await removeWorker(database.db, worker.id).catch(observer.error);
    },
  };
}

/** Repeats `task` with a pause between the end of one run and the start of the next. The result stops it and waits for a run under way. */
function repeat(task: () => Promise<void>, seconds: number, observer: JobObserver): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const schedule = (): void => {
    timer = setTimeout(() => {
      running = task()
        .catch(observer.error)
        .then(() => {
          if (!stopped) schedule();
        });
    }, seconds * 1000);
    timer.unref();
  };
  schedule();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}

async function syncSchedules(boss: PgBoss, registry: JobRegistry): Promise<void> {
  const wanted = new Map(
    registry.all().flatMap((kind) => (kind.schedule ? [[kind.kind, kind.schedule] as const] : [])),
  );
  for (const known of await boss.getSchedules()) {
    if (!wanted.has(known.key)) await boss.unschedule(known.name, known.key);
  }
  for (const [name, cron] of wanted) {
    const kind = registry.get(name);
    const envelope: JobEnvelope = { kind: name, v: kind.version, data: {} };
    await boss.schedule(queueOf(name), cron, envelope, {
      key: name,
      tz: "UTC",
      missed: "once",
      ...(kind.expireInSeconds ? { expireInSeconds: kind.expireInSeconds } : {}),
    });
  }
}

async function workOn(queue: QueueName, options: WorkerOptions): Promise<void> {
  await options.boss.work(
    queue,
    {
      localConcurrency: QUEUES[queue].concurrency,
      batchSize: 1,
      includeMetadata: true,
      perJobResults: true,
      pollingIntervalSeconds: 2,
      // A due, retried or redriven job sends no notification, so the safety net polls as often as without one.
      notifyPollingIntervalSeconds: 2,
      heartbeatRefreshSeconds: 5,
    },
    async (jobs: JobWithMetadata<JobEnvelope>[]) => {
      const results: JobResult[] = [];
      for (const job of jobs) results.push(await run(queue, job, options));
      return results;
    },
  );
}

async function run(
  queue: QueueName,
  job: JobWithMetadata<JobEnvelope>,
  options: WorkerOptions,
): Promise<JobResult> {
  const { observer } = options;
  const started = performance.now();
  const facts = { kind: job.data.kind, queue, runId: uuidToUlid(job.id), attempt: job.retryCount + 1 };
  const slow = setTimeout(() => observer.slow(facts), SLOW_SECONDS * 1000);
  try {
    const { kind, data } = understand(job.data, options.registry);
    const context = { runId: facts.runId, attempt: facts.attempt, signal: job.signal };
    const work = (): Promise<void> => kind.handle(context, data);
    await (options.withTrace ? options.withTrace(job.data.trace, work) : work());
    observer.finished({ ...facts, outcome: "succeeded", durationMs: performance.now() - started });
    return { id: job.id, status: "completed" };
  } catch (error) {
    const dead = error instanceof NonRetryable || job.retryCount >= job.retryLimit;
    const outcome = dead ? "dead" : "failed";
    observer.finished({ ...facts, outcome, durationMs: performance.now() - started, error });
    const output = { error: error instanceof Error ? error.message : String(error) };
    return { id: job.id, status: error instanceof NonRetryable ? "deadletter" : "failed", output };
  } finally {
    clearTimeout(slow);
  }
}

function understand(envelope: JobEnvelope, registry: JobRegistry): { kind: JobKind; data: unknown } {
  const kind = registry.find(envelope.kind);
  if (!kind) throw new NonRetryable(`no job is called ${envelope.kind}`);
  if (kind.version !== envelope.v)
    throw new NonRetryable(`${envelope.kind}: version ${envelope.v} is not ${kind.version}`);
  const parsed = kind.data.safeParse(envelope.data);
  if (!parsed.success) throw new NonRetryable(`${envelope.kind}: data does not fit its schema`);
  return { kind, data: parsed.data };
}
