import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { acquireOwnerLock, findOwner } from "./owner-lock.ts";

const folders: string[] = [];
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), "owner lock "));
  folders.push(path);
  return path;
};
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

/** Another process that tries to take the folder as soon as it is told to. */
async function startTaker(dataDir: string) {
  const child = fork(join(import.meta.dirname, "owner-lock.test-support.ts"), [dataDir]);
  await once(child, "message");
  return {
    pid: child.pid ?? 0,
    async take(): Promise<string> {
      child.send("take");
      const [outcome] = await once(child, "message");
      return String(outcome);
    },
    async kill(): Promise<void> {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

describe("one owner per data folder", () => {
  test("the second taker is told who holds it and where", () => {
    const dataDir = folder();
    const lock = acquireOwnerLock(dataDir);
    lock.publish({ url: "http://localhost:3000" });
    lock.publish({ database_port: 5555 });
    expect(() => acquireOwnerLock(dataDir)).toThrow(`at http://localhost:3000 (process ${process.pid})`);
    expect(findOwner(dataDir)).toEqual({
      pid: process.pid,
      facts: { url: "http://localhost:3000", database_port: 5555 },
    });
    lock.release();
    expect(findOwner(dataDir)).toBeNull();
    acquireOwnerLock(dataDir).release();
  });

  test("a free folder shows nobody's note", () => {
    const dataDir = folder();
    acquireOwnerLock(dataDir).release();
    expect(existsSync(join(dataDir, "owner.json"))).toBe(false);
    expect(findOwner(dataDir)).toBeNull();
    expect(findOwner(join(dataDir, "not there"))).toBeNull();
  });

  test("looking for an owner does not take the folder", () => {
    const dataDir = folder();
    acquireOwnerLock(dataDir).release();
    expect(findOwner(dataDir)).toBeNull();
    expect(() => acquireOwnerLock(dataDir).release()).not.toThrow();
  });

  test("what a killed owner left behind does not count, even if its process id lives on", async () => {
    const dataDir = folder();
    const taker = await startTaker(dataDir);
    expect(await taker.take()).toBe("taken");
    expect(findOwner(dataDir)?.pid).toBe(taker.pid);
    await taker.kill();
    writeFileSync(join(dataDir, "owner.json"), JSON.stringify({ pid: process.ppid, facts: {} }));
    expect(findOwner(dataDir)).toBeNull();
    acquireOwnerLock(dataDir).release();
  });

  test("of many that start together on a killed owner's folder, one gets it", async () => {
    const dataDir = folder();
    const takers = await Promise.all(Array.from({ length: 4 }, () => startTaker(dataDir)));
    const first = await startTaker(dataDir);
    await first.take();
    await first.kill();
    const outcomes = await Promise.all(takers.map((taker) => taker.take()));
    await Promise.all(takers.map((taker) => taker.kill()));
    expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.startsWith("InstaInstru already runs"))).toHaveLength(3);
  });
});
