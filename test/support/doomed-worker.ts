import { sql } from "kysely";
import { z } from "zod";
import { systemClock } from "../../server/platform/clock/clock.ts";
import { openDatabase } from "../../server/platform/database/database.ts";
import type { Database } from "../../server/platform/database/database.types.ts";
import { createBoss } from "../../server/platform/jobs/boss.ts";
import { onlyOnce } from "../../server/platform/jobs/only-once.ts";
import { createJobRegistry, defineJob, type JobKind } from "../../server/platform/jobs/registry.ts";
import { startWorker } from "../../server/platform/jobs/worker.ts";

export type DieAt = "before_effect" | "after_effect" | "never";

/** A job with one effect; it stops for good where it is told to, so that its process can be killed there. */
export function effectJob(database: Database, dieAt: DieAt, reached: () => void): JobKind {
  const hang = async (here: DieAt): Promise<void> => {
    if (here !== dieAt) return;
    reached();
    await new Promise(() => setInterval(() => undefined, 1000));
  };
  return defineJob({
    kind: "payments.test_effect",
    version: 1,
    data: z.object({}),
    async handle({ attempt }) {
      await sql`insert into attempts values (${attempt})`.execute(database.db);
      await hang("before_effect");
      await database.transaction((tx) =>
        onlyOnce({ clock: systemClock }, tx, { consumer: "test", key: "effect" }, async () => {
          await sql`insert into effects values (${attempt})`.execute(tx);
        }),
      );
      await hang("after_effect");
    },
  });
}

/** Run as a process of its own: `node doomed-worker.ts <connection string> <where to die>`. */
if (process.argv[1] === import.meta.filename) {
  const [, , connectionString = "", dieAt = "never"] = process.argv;
  const database = openDatabase({ connectionString, applicationName: "doomed" });
  const boss = createBoss({ connectionString, worker: true, onError: () => undefined });
  await boss.start();
  await startWorker({
    boss,
    database,
    registry: createJobRegistry([
      effectJob(database, dieAt as DieAt, () => process.stdout.write("reached\n")),
    ]),
    clock: systemClock,
    worker: { id: `doomed-${process.pid}`, roles: ["worker"], host: "test", git_sha: "test" },
    observer: { finished: () => undefined, slow: () => undefined, error: () => undefined },
  });
}
