import { TestClock } from "pg-boss";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { useDatabase } from "../../../test/support/database.ts";
import { startJobs, tickUntil } from "../../../test/support/jobs.ts";
import { defineJob } from "./registry.ts";

// A file of its own: pg-boss remembers the time of its last cron pass in the database.
const database = useDatabase();
const noData = z.object({});

describe("schedules", () => {
  test("run by the clock, in UTC, once for a gap, and go when the registry drops them", async () => {
    const hour = Temporal.Now.instant().round({ smallestUnit: "hour", roundingMode: "ceil" });
    const clock = new TestClock(hour.subtract({ seconds: 90 }).epochMilliseconds);
    const nightly = defineJob({
      kind: "maintenance.test_hourly",
      version: 1,
      data: noData,
      schedule: "0 * * * *",
      handle: async () => undefined,
    });
    const { boss, next, finished, stop } = await startJobs(database(), [nightly], { clock });
    expect(await boss.getSchedules()).toMatchObject([
      { name: "maintenance", key: nightly.kind, timezone: "UTC" },
    ]);
    await clock.tick(40_000);
    expect(finished).toHaveLength(0);
    await tickUntil(
      clock,
      next(() => true),
    );
    await clock.setTime(hour.add({ hours: 5, minutes: 10 }).epochMilliseconds);
    await tickUntil(
      clock,
      next(() => true, 2),
    );
    await clock.tick(60_000);
    expect(finished).toHaveLength(2);
    await stop();
    const later = await startJobs(database(), []);
    expect(await later.boss.getSchedules()).toEqual([]);
  });
});
