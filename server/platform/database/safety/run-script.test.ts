import { describe, expect, it } from "vitest";
import { fakeIo, URLS } from "./door-io.fixture.ts";
import { runScript } from "./run-script.ts";
import type { Purpose } from "./tiers.ts";

const nothing = async (): Promise<void> => {};

describe("runScript", () => {
  it("records start and end with the exit code and the duration", async () => {
    const io = fakeIo();
    expect(await runScript("tidy", "write", nothing, io)).toBe(0);
    expect(io.events.map(({ event, reason }) => `${event} ${reason}`)).toEqual([
      "select default",
      "script_start tidy",
      "script_end tidy, exit 0",
    ]);
    expect(io.events.at(-1)?.durationMs).toBeGreaterThanOrEqual(0);
    expect(io.output()).toMatch(/^🟢 \[INT\] .*\n$/);
  });

  it.each([
    ["migrate", "migrate"],
    ["seed_system", "seed"],
    ["seed_demo", "seed"],
    ["reset", "reset"],
    ["truncate", "reset"],
  ] as const)("records a script that may %s as a %s event", async (purpose, event) => {
    const io = fakeIo();
    await runScript("work", purpose, nothing, io);
    expect(io.events.map((line) => line.event)).toEqual(["select", "script_start", event, "script_end"]);
  });

  it("passes --dry-run on", async () => {
    const dryRuns: boolean[] = [];
    for (const argv of [
      ["node", "x.ts"],
      ["node", "x.ts", "--dry-run"],
    ]) {
      await runScript("work", "write", async ({ dryRun }) => void dryRuns.push(dryRun), fakeIo({ argv }));
    }
    expect(dryRuns).toEqual([false, true]);
  });

  it("returns the exit code of the work", async () => {
    const io = fakeIo();
    expect(await runScript("check", "read", async () => 3, io)).toBe(3);
    expect(io.events.at(-1)?.reason).toBe("check, exit 3");
  });

  it("fails with one line for an expected error, without a password", async () => {
    const io = fakeIo({ env: { ...URLS } });
    const work = async () => {
      throw new Error("cannot reach postgres://app:int-pass@localhost/instainstru_int\nmore");
    };
    expect(await runScript("work", "write", work, io)).toBe(1);
    expect(io.output().split("\n").slice(1)).toEqual([
      "work: cannot reach postgres://***:***@localhost/instainstru_int",
      "",
    ]);
    expect(io.events.at(-1)).toMatchObject({ event: "script_end", reason: "work, exit 1" });
  });

  it("shows the stack of a mistake in the program", async () => {
    const io = fakeIo();
    const work = async () => {
      throw new TypeError("x is not a function");
    };
    expect(await runScript("work", "write", work, io)).toBe(1);
    expect(io.output()).toContain("run-script.test.ts");
  });

  it("does no work when the door stays closed", async () => {
    let ran = false;
    const work = async () => {
      ran = true;
    };
    for (const io of [
      fakeIo({ env: { ...URLS, USE_PROD_DATABASE: "true" }, answer: "no" }),
      fakeIo({ env: { USE_PROD_DATABASE: "true" } }),
    ]) {
      expect(await runScript("work", "write", work, io)).toBe(1);
      expect(io.output()).toMatch(/\nwork: not confirmed|^work: PROD needs/);
    }
    expect(await runScript("work", "vacuum" as Purpose, work, fakeIo())).toBe(1);
    expect(ran).toBe(false);
  });
});
