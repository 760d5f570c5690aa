import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { acquireOwnerLock, findOwner } from "./owner-lock.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "owner lock "));

describe("one owner per data folder", () => {
  test("the second taker is told who holds it and where", () => {
    const dataDir = folder();
    const lock = acquireOwnerLock(dataDir);
    lock.publish({ url: "http://localhost:3000" });
    expect(() => acquireOwnerLock(dataDir)).toThrow(`at http://localhost:3000 (process ${process.pid})`);
    lock.release();
    expect(findOwner(dataDir)).toBeNull();
    acquireOwnerLock(dataDir).release();
  });

  test("a lock of a process that is gone does not count", () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, "site.lock"), JSON.stringify({ pid: 2 ** 22 + 1, born: "1", facts: {} }));
    expect(findOwner(dataDir)).toBeNull();
    acquireOwnerLock(dataDir).release();
  });

  test("a process that only has the same id does not count", () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, "site.lock"), JSON.stringify({ pid: process.pid, born: "1", facts: {} }));
    expect(findOwner(dataDir)).toBeNull();
  });

  test("a torn lock file does not count", () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, "site.lock"), "{");
    const lock = acquireOwnerLock(dataDir);
    expect(existsSync(join(dataDir, "site.lock"))).toBe(true);
    lock.release();
  });
});
