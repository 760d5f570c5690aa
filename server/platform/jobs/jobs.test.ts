import { sql } from "kysely";
import { TestClock } from "pg-boss";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isUlid } from "#common/ids.ts";
import { systemClock } from "#platform/clock/clock.ts";
import { createEvents, eventSchema, type DomainEvent } from "#platform/events/events.ts";
import { createIdFactory } from "#platform/ids/ids.ts";
import { useDatabase } from "../../../test/support/database.ts";
import { startJobs, tickUntil } from "../../../test/support/jobs.ts";
import { createDeadLetters } from "./dead-letters.ts";
import { pauseQueue, resumeQueue } from "./jobs.repository.ts";
import { createJobs } from "./jobs.ts";
import { onlyOnce } from "./only-once.ts";
import { createJobRegistry, defineJob, NonRetryable } from "./registry.ts";

const database = useDatabase();
const noData = z.object({});

describe("the registry", () => {
  const handle = async (): Promise<void> => undefined;

  test.each([
    [
      "twice",
      [
        defineJob({ kind: "cache.a", version: 1, data: noData, handle }),
        defineJob({ kind: "cache.a", version: 1, data: noData, handle }),
      ],
      "declared twice",
    ],
    ["badly named", [defineJob({ kind: "Cache", version: 1, data: noData, handle })], "area.verb_noun"],
    [
      "in no queue",
      [defineJob({ kind: "kitchen.wash_up", version: 1, data: noData, handle })],
      "belongs to no queue",
    ],
    [
      "too long",
      [defineJob({ kind: "cache.a", version: 1, data: noData, expireInSeconds: 7201, handle })],
      "two hours",
    ],
  ])("refuses a kind that is %s", (_name, kinds, message) => {
    expect(() => createJobRegistry(kinds)).toThrow(message);
  });
});

describe("adding", () => {
  test("a job runs after the commit, and never after a roll-back", async () => {
    const seen: unknown[] = [];
    const numbers = defineJob({
      kind: "payments.test_numbers",
      version: 1,
      data: z.object({ n: z.number() }),
      handle: async (_context, data) => void seen.push(data.n),
    });
    const { jobs, next } = await startJobs(database(), [numbers]);
    const rolledBack = database().transaction(async (tx) => {
      await jobs.add(tx, numbers.kind, { n: 1 }, { key: "one" });
      throw new Error("stop");
    });
    await expect(rolledBack).rejects.toThrow("stop");
    const runId = await database().transaction((tx) => jobs.add(tx, numbers.kind, { n: 2 }, { key: "two" }));
    const [facts] = await next(() => true);
    expect(facts).toMatchObject({
      kind: numbers.kind,
      queue: "payments",
      runId,
      attempt: 1,
      outcome: "succeeded",
    });
    expect(isUlid(runId)).toBe(true);
    expect(seen).toEqual([2]);
  });

  test("the same kind and key is one job and one run id, also from ten transactions at once", async () => {
    const once = defineJob({
      kind: "payments.test_once",
      version: 1,
      data: noData,
      handle: async () => undefined,
    });
    const { jobs, next, finished } = await startJobs(database(), [once]);
    const add = () => database().transaction((tx) => jobs.add(tx, once.kind, {}, { key: "same" }));
    const runIds = await Promise.all(Array.from({ length: 10 }, add));
    expect(new Set(runIds).size).toBe(1);
    await next(() => true);
    await database().transaction((tx) => jobs.add(tx, once.kind, {}, { key: "another" }));
    await next(() => true, 2);
    expect(finished).toHaveLength(2);
  });

  test("data that its schema refuses and unknown kinds are refused before anything is written", async () => {
    const strict = defineJob({
      kind: "cache.test_strict",
      version: 1,
      data: z.object({ id: z.string() }),
      handle: async () => undefined,
    });
    const { jobs } = await startJobs(database(), [strict]);
    await expect(
      database().transaction((tx) => jobs.add(tx, strict.kind, { id: 1 }, { key: "x" })),
    ).rejects.toThrow();
    await expect(
      database().transaction((tx) => jobs.add(tx, "cache.unknown", {}, { key: "x" })),
    ).rejects.toThrow("no job is called cache.unknown");
  });

  test("a queue without notifications is polled", async () => {
    const polled = defineJob({
      kind: "maintenance.test_polled",
      version: 1,
      data: noData,
      handle: async () => undefined,
    });
    const { jobs, next } = await startJobs(database(), [polled]);
    await database().transaction((tx) => jobs.add(tx, polled.kind, {}, { key: "p" }));
    expect(await next(() => true)).toHaveLength(1);
  });

  test("a job added while the listener is down still runs", async () => {
    const lost = defineJob({
      kind: "payments.test_lost",
      version: 1,
      data: noData,
      handle: async () => undefined,
    });
    const { jobs, next } = await startJobs(database(), [lost]);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'instainstru jobs' and query ilike 'listen%'`.execute(
      database().db,
    );
    await database().transaction((tx) => jobs.add(tx, lost.kind, {}, { key: "l" }));
    expect(await next(() => true)).toHaveLength(1);
  });
});

describe("events", () => {
  test("publishing adds one job per subscriber, once per version, in the caller's transaction", async () => {
    const seen: string[] = [];
    const subscriber = (kind: string) =>
      defineJob<DomainEvent>({
        kind,
        version: 1,
        data: eventSchema,
        subscribesTo: ["lesson.moved"],
        handle: async (_context, event) => void seen.push(`${kind} ${event.aggregate_id} v${event.version}`),
      });
    const { jobs, registry, next } = await startJobs(database(), [
      subscriber("payments.test_a"),
      subscriber("cache.test_b"),
    ]);
    const events = createEvents({ jobs, registry, clock: systemClock, newId: createIdFactory(systemClock) });
    await database().transaction(async (tx) => {
      await events.publish(tx, { type: "lesson.moved", aggregateId: "L1", version: 3 });
      await events.publish(tx, { type: "lesson.moved", aggregateId: "L1", version: 3 });
      await events.publish(tx, { type: "lesson.ended", aggregateId: "L1", version: 4 });
    });
    await next(() => true, 2);
    expect(seen.toSorted()).toEqual(["cache.test_b L1 v3", "payments.test_a L1 v3"]);
  });
});

describe("failing", () => {
  test("what cannot be retried goes to the dead letters at once, can be sent again and discarded", async () => {
    let broken = true;
    const fragile = defineJob({
      kind: "payments.test_fragile",
      version: 1,
      data: noData,
      handle: async () => {
        if (broken) throw new NonRetryable("no such account");
      },
    });
    const { jobs, next, deadLetters } = await startJobs(database(), [fragile]);
    const runId = await database().transaction((tx) => jobs.add(tx, fragile.kind, {}, { key: "f" }));
    await next((facts) => facts.outcome === "dead");
    const [dead] = await untilSome(() => deadLetters.list());
    expect(dead).toMatchObject({
      runId,
      kind: fragile.kind,
      queue: "payments",
      attempts: 1,
      error: "no such account",
    });
    broken = false;
    expect(await deadLetters.retry(dead?.id ?? "")).toBe(true);
    await next((facts) => facts.outcome === "succeeded");
    expect(await deadLetters.list()).toEqual([]);
    expect(await deadLetters.retry(dead?.id ?? "")).toBe(false);
  });

  test("a job of another version is dead at once, not misread", async () => {
    const kind = (version: number) =>
      defineJob({ kind: "payments.test_versions", version, data: noData, handle: async () => undefined });
    const { boss, next } = await startJobs(database(), [kind(2)]);
    const olderProcess = createJobs({ boss, registry: createJobRegistry([kind(1)]) });
    await database().transaction((tx) => olderProcess.add(tx, "payments.test_versions", {}, { key: "v" }));
    const [facts] = await next(() => true);
    expect(facts?.outcome).toBe("dead");
  });

  test("nine retries with growing pauses, then dead", async () => {
    const clock = new TestClock(Temporal.Now.instant().epochMilliseconds);
    const failing = defineJob({
      kind: "payments.test_failing",
      version: 1,
      data: noData,
      handle: async () => Promise.reject(new Error("not today")),
    });
    const { jobs, next, finished, boss } = await startJobs(database(), [failing], { clock });
    await database().transaction((tx) => jobs.add(tx, failing.kind, {}, { key: "n" }));
    for (let attempt = 1; attempt <= 10; attempt++) {
      await tickUntil(
        clock,
        next((facts) => facts.attempt === attempt),
      );
      await clock.setTime(clock.now() + Temporal.Duration.from({ hours: 2 }).total("milliseconds"));
    }
    expect(finished.map((facts) => facts.attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(finished.at(-1)?.outcome).toBe("dead");
    const dead = await createDeadLetters(boss).list();
    expect(dead.filter(({ kind }) => kind === failing.kind)).toMatchObject([
      { attempts: 10, error: "not today" },
    ]);
  });
});

describe("pauses", () => {
  test("a paused queue waits, the others go on, and it continues when it is resumed", async () => {
    const kinds = ["payments.test_paused", "cache.test_running"].map((kind) =>
      defineJob({ kind, version: 1, data: noData, handle: async () => undefined }),
    );
    await database().transaction((tx) =>
      pauseQueue(tx, { queue: "payments", paused_by: "test", reason: "provider is down" }),
    );
    const { jobs, next, finished } = await startJobs(database(), kinds);
    await database().transaction(async (tx) => {
      for (const kind of kinds) await jobs.add(tx, kind.kind, {}, { key: "pause" });
    });
    await next((facts) => facts.kind === "cache.test_running");
    expect(finished).toHaveLength(1);
    await database().transaction((tx) => resumeQueue(tx, "payments"));
    expect(await next((facts) => facts.kind === "payments.test_paused")).toHaveLength(1);
  });
});

describe("effects", () => {
  test("fifty runs at once of one effect: it happens once", async () => {
    await sql`create table effects (n int)`.execute(database().db);
    const ran = await Promise.all(
      Array.from({ length: 50 }, () =>
        database().transaction((tx) =>
          onlyOnce({ clock: systemClock }, tx, { consumer: "test", key: "k" }, async () => {
            await sql`insert into effects values (1)`.execute(tx);
          }),
        ),
      ),
    );
    expect(ran.filter(Boolean)).toHaveLength(1);
    const { rows } = await sql<{ n: number }>`select n from effects`.execute(database().db);
    expect(rows).toHaveLength(1);
  });

  test("an effect that fails can happen later", async () => {
    const attempt = (fail: boolean) =>
      database().transaction((tx) =>
        onlyOnce({ clock: systemClock }, tx, { consumer: "test", key: "later" }, async () => {
          if (fail) throw new Error("stop");
        }),
      );
    await expect(attempt(true)).rejects.toThrow("stop");
    expect(await attempt(false)).toBe(true);
    expect(await attempt(false)).toBe(false);
  });
});

async function untilSome<T>(read: () => Promise<T[]>): Promise<T[]> {
  for (;;) {
    const found = await read();
    if (found.length > 0) return found;
  }
}
