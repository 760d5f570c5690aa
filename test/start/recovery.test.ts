import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createBoss } from "../../server/platform/jobs/boss.ts";
import { readDatabasePid } from "../support/start-site.ts";
import { databaseUrl, isAlive, query, ready, until, untilGone, useSites } from "./sites.ts";

const sites = useSites();

async function kill(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL");
  await untilGone(pid);
}

/** Adds a job and waits until the site's worker has done it. */
async function runJob(home: string): Promise<void> {
  const boss = createBoss({ connectionString: databaseUrl(home), worker: false, onError: () => undefined });
  await boss.start();
  try {
    const id = await boss.send("maintenance", { kind: "maintenance.sweep_expired", v: 1, data: {} });
    await until(async () => {
      const [job] = await boss.findJobs("maintenance", { id: id ?? "" });
      return job?.state === "completed";
    });
  } finally {
    await boss.stop({ graceful: false });
  }
}

describe("after a kill -9", () => {
  test("of the site: the next start stops the database that it left, and has its data", async () => {
    const home = await sites.usedHome();
    const first = await sites.start({ home });
    await query(home, "create table kept as select 1 as one");
    first.signal("SIGKILL");
    await first.exited;
    const orphan = first.databasePid ?? 0;
    expect(isAlive(orphan)).toBe(true);

    const second = await sites.start({ home });
    expect(second.output()).toContain("stopping the database server that an earlier run left behind");
    expect(isAlive(orphan)).toBe(false);
    expect(await query(home, "select one from kept")).toEqual([{ one: 1 }]);
    expect(await second.stop()).toBe(0);
  });

  test("of the site and of its database: the next start has what was committed", async () => {
    const home = await sites.usedHome();
    const first = await sites.start({ home });
    await query(home, "create table kept as select 2 as two");
    first.signal("SIGKILL");
    await Promise.all([first.exited, kill(first.databasePid ?? 0)]);
    expect(existsSync(join(home, "data/postgres/postmaster.pid"))).toBe(true);
    expect(existsSync(join(home, "data/owner.json"))).toBe(true);

    const second = await sites.start({ home });
    expect(await query(home, "select two from kept")).toEqual([{ two: 2 }]);
    expect(await second.stop()).toBe(0);
  });

  test("of both, with the database's process id given to another program since: that one is left alone", async () => {
    const home = await sites.usedHome();
    const first = await sites.start({ home });
    const lockFile = join(home, "data/postgres/postmaster.pid");
    first.signal("SIGKILL");
    await Promise.all([first.exited, kill(first.databasePid ?? 0)]);
    // Of the same user, because PostgreSQL looks no further at anybody else's process.
    const { uid, gid } = statSync(join(home, "data/postgres"));
    const stranger = spawn("sleep", ["600"], { uid, gid, cwd: "/", stdio: "ignore" });
    await once(stranger, "spawn");
    const [, ...others] = readFileSync(lockFile, "utf8").split("\n");
    writeFileSync(lockFile, [stranger.pid, ...others].join("\n"));

    const second = await sites.start({ home });
    expect(await ready(second)).toMatchObject({ code: 200 });
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
    expect(await second.stop()).toBe(0);
  });

  test("while the database was being created: half a folder is never taken for a database", async () => {
    const home = sites.home();
    const first = await sites.launch({ home });
    await first.says(/creating the database folder/);
    first.signal("SIGKILL");
    await first.exited;
    expect(existsSync(join(home, "data/postgres"))).toBe(false);
    const second = await sites.start({ home });
    expect(second.output()).toMatch(/instainstru_stg created/);
    expect(await second.stop()).toBe(0);
  });

  test("of the database alone: it comes back where it was, with readiness, listener and jobs", async () => {
    const home = await sites.usedHome();
    const site = await sites.start({ home });
    await kill(site.databasePid ?? 0);
    await site.says(/the database server died and was started again/);
    const revived = readDatabasePid(home) ?? 0;
    expect(revived).not.toBe(site.databasePid);
    await until(async () => (await ready(site)).status === "ok");
    await runJob(home);
    expect(await site.stop()).toBe(0);
    expect(isAlive(revived)).toBe(false);
  });
});

describe("what is not ours", () => {
  test("a folder in the place of the database is refused and stays as it is", async () => {
    const home = sites.home();
    mkdirSync(join(home, "data/postgres"), { recursive: true });
    writeFileSync(join(home, "data/postgres/thesis.txt"), "mine");
    const site = await sites.launch({ home });
    expect(await site.exited).toBe(1);
    expect(site.output()).toContain("data/postgres exists and is not a database; move it away");
    expect(readFileSync(join(home, "data/postgres/thesis.txt"), "utf8")).toBe("mine");
  });
});
