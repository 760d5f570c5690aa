import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { sql } from "kysely";
import { TestClock } from "pg-boss";
import { expect, onTestFinished, test } from "vitest";
import { createBoss } from "../../server/platform/jobs/boss.ts";
import { createJobs } from "../../server/platform/jobs/jobs.ts";
import { createJobRegistry } from "../../server/platform/jobs/registry.ts";
import { cloneTemplate } from "../support/database.ts";
import { openDatabase } from "../../server/platform/database/database.ts";
import { type DieAt, effectJob } from "../support/doomed-worker.ts";
import { startJobs, tickUntil } from "../support/jobs.ts";

test.each<DieAt>(["before_effect", "after_effect"])(
  "a worker killed %s is taken over within a minute, and the effect happens once",
  async (dieAt) => {
    const clone = await cloneTemplate();
    const database = openDatabase({ connectionString: clone.connectionString, applicationName: "survivor" });
    onTestFinished(async () => {
      await database.close();
      await clone.drop();
    });
    await sql`create table attempts (attempt int)`.execute(database.db);
    await sql`create table effects (attempt int)`.execute(database.db);
    const kind = effectJob(database, "never", () => undefined);
    await addJob(database.connectionString, (boss) =>
      database.transaction((tx) =>
        createJobs({ boss, registry: createJobRegistry([kind]) }).add(tx, kind.kind, {}, { key: "one" }),
      ),
    );

    const program = join(import.meta.dirname, "../support/doomed-worker.ts");
    const doomed = spawn(process.execPath, [program, clone.connectionString, dieAt], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(doomed.stdout, "data");
    doomed.kill("SIGKILL");
    await once(doomed, "exit");

    const clock = new TestClock(Temporal.Now.instant().epochMilliseconds);
    const killedAt = clock.now();
    const survivor = await startJobs(database, [kind], { clock });
    await tickUntil(
      clock,
      survivor.next(() => true),
    );

    expect((clock.now() - killedAt) / 1000).toBeLessThanOrEqual(60);
    const attempts = await sql<{ attempt: number }>`select attempt from attempts order by attempt`.execute(
      database.db,
    );
    expect(attempts.rows).toEqual([{ attempt: 1 }, { attempt: 2 }]);
    const effects = await sql<{ attempt: number }>`select attempt from effects`.execute(database.db);
    expect(effects.rows).toEqual([{ attempt: dieAt === "after_effect" ? 1 : 2 }]);
    await survivor.stop();
  },
);

async function addJob(
  connectionString: string,
  add: (boss: ReturnType<typeof createBoss>) => Promise<unknown>,
): Promise<void> {
  const boss = createBoss({ connectionString, worker: false, onError: () => undefined });
  await boss.start();
  await add(boss);
  await boss.stop();
}
