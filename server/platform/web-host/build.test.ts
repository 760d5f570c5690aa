import { cp, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type BuildRun, ensureWebBuild } from "./build.ts";
import { fingerprintWebInputs } from "./build-fingerprint.ts";

let root: string;
let builds: number;
const lines: string[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "web build "));
  builds = 0;
  lines.length = 0;
  await mkdir(join(root, "web"));
  await writeFile(join(root, "web", "root.tsx"), "one");
  await writeFile(join(root, "package-lock.json"), "{}");
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

/** A build that copies its input, so that a test can tell which one it looks at. */
async function copyBuild({ directory }: BuildRun): Promise<void> {
  builds += 1;
  await mkdir(directory, { recursive: true });
  await cp(join(root, "web", "root.tsx"), join(directory, "output"));
}

const ensure = (build: (run: BuildRun) => Promise<void> = copyBuild) =>
  ensureWebBuild({ root, environment: {}, log: (line) => lines.push(line), build });

describe("when to build", () => {
  test("the first time, and not again", async () => {
    const first = await ensure();
    const second = await ensure();
    expect([first.built, second.built, builds]).toEqual([true, false, 1]);
    expect(second.directory).toBe(first.directory);
    expect(await readFile(join(first.directory, "output"), "utf8")).toBe("one");
  });

  test("a fresh build says nothing", async () => {
    await ensure();
    lines.length = 0;
    await ensure();
    expect(lines).toEqual([]);
  });

  test.each([
    ["a changed file", () => writeFile(join(root, "web", "root.tsx"), "two")],
    ["a new file", () => writeFile(join(root, "web", "new.ts"), "")],
    ["a removed file", () => rm(join(root, "web", "root.tsx"))],
    ["another dependency", () => writeFile(join(root, "package-lock.json"), "{ }")],
  ])("again after %s", async (_what, change) => {
    await ensure();
    await change();
    const after = await ensure(async ({ directory }) => {
      await mkdir(directory, { recursive: true });
    });
    expect(after.built).toBe(true);
  });

  test("not after a change that cannot show: a test, a date", async () => {
    await ensure();
    await writeFile(join(root, "web", "root.test.tsx"), "test");
    await utimes(join(root, "web", "root.tsx"), 1, 1);
    expect((await ensure()).built).toBe(false);
  });
});

describe("several at once", () => {
  test("processes that finish the same build agree on one copy", async () => {
    const target = join(root, "build", `web-${await fingerprintWebInputs(root)}`);
    const slower = await ensure(async (run) => {
      await copyBuild(run);
      await cp(run.directory, target, { recursive: true });
    });
    expect(slower.directory).toBe(target);
    expect(await readFile(join(target, "output"), "utf8")).toBe("one");
    expect(await readdir(join(root, "build"))).toHaveLength(1);
  });

  test("the build that a running site uses outlives the next two", async () => {
    const running = await ensure();
    for (const text of ["two", "three"]) {
      await writeFile(join(root, "web", "root.tsx"), text);
      await ensure();
    }
    expect(await readFile(join(running.directory, "output"), "utf8")).toBe("one");
    for (const text of ["four", "five"]) {
      await writeFile(join(root, "web", "root.tsx"), text);
      await ensure();
    }
    expect(await readdir(join(root, "build"))).toHaveLength(3);
  });

  test("what a killed build left behind is cleared away", async () => {
    // Larger than any process id that the system gives out.
    await mkdir(join(root, "build", "unfinished-99999999-x"), { recursive: true });
    await ensure();
    expect(await readdir(join(root, "build"))).toEqual([expect.stringMatching(/^web-/)]);
  });
});

describe("when the build fails", () => {
  test("the reason is passed on, nothing is left, and the next try builds", async () => {
    const failing = ensure(async ({ directory }) => {
      await mkdir(directory, { recursive: true });
      throw new Error("does not compile");
    });
    await expect(failing).rejects.toThrow("does not compile");
    expect(await readdir(join(root, "build"))).toEqual([]);
    expect((await ensure()).built).toBe(true);
  });

  test("the real tool's complaint reaches the person", async () => {
    const failing = ensureWebBuild({ root, environment: {}, log: (line) => lines.push(line) });
    await expect(failing).rejects.toThrow(/could not be built/);
  });
});
