import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test, type TestContext } from "vitest";
import { isAlive, leftovers, ready, useSites } from "./sites.ts";

const sites = useSites();
const ROOT = join(import.meta.dirname, "../..");
const NOBODY = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;

/** Only root can be several users. The test goes on where it can. */
function needsRoot({ skip }: TestContext): void {
  if (!isRoot) skip("only root can start the site as another user");
}

function needsOpenCheckout(context: TestContext): void {
  needsRoot(context);
  const enters = [ROOT, dirname(process.execPath)].every(
    (path) => spawnSync("test", ["-x", path], { ...NOBODY, cwd: "/" }).status === 0,
  );
  if (!enters) context.skip("other users cannot enter this checkout");
}

function ownerOf(pid: number): number {
  return statSync(`/proc/${pid}`).uid;
}

describe("whose process it is", () => {
  test("an ordinary user: PostgreSQL runs as the same one", async (context) => {
    if (isRoot) needsOpenCheckout(context);
    const home = sites.home();
    if (isRoot) chownSync(home, NOBODY.uid, NOBODY.gid);
    const site = await sites.start({ home, env: { HOME: home }, ...(isRoot ? { user: NOBODY } : {}) });
    expect(await ready(site)).toMatchObject({ code: 200, status: "ok" });
    expect(ownerOf(site.databasePid ?? 0)).toBe(ownerOf(site.pid));
    expect(ownerOf(site.pid)).not.toBe(0);
    expect(await site.stop()).toBe(0);
    expect(isAlive(site.databasePid ?? 0)).toBe(false);
  });

  test("root, in a folder that others cannot enter and with a space in its path: PostgreSQL runs as another user", async (context) => {
    needsRoot(context);
    const home = sites.home("site of mode 700 ");
    chmodSync(home, 0o700);
    const site = await sites.start({ home });
    expect(await ready(site)).toMatchObject({ code: 200, status: "ok" });
    expect(ownerOf(site.databasePid ?? 0)).not.toBe(0);
    expect(await site.stop()).toBe(0);
    expect(isAlive(site.databasePid ?? 0)).toBe(false);
    expect(leftovers(home)).toEqual([]);
  });
});

describe("a folder of somebody else", () => {
  test("a data folder that cannot be written is named", async (context) => {
    needsOpenCheckout(context);
    const home = sites.home();
    chmodSync(home, 0o755);
    mkdirSync(join(home, "data"));
    const site = await sites.launch({ home, user: NOBODY });
    expect(await site.exited).toBe(1);
    expect(site.output()).toContain(`no permission for ${join(home, "data")}; it belongs to another user`);
    expect(site.output()).not.toContain("    at ");
  });

  test("a database that another user created is named, with its owner", async (context) => {
    needsOpenCheckout(context);
    const home = await sites.usedHome();
    for (const folder of [home, join(home, "data"), join(home, "data/owner.lock")]) {
      chownSync(folder, NOBODY.uid, NOBODY.gid);
    }
    const { uid } = statSync(join(home, "data/postgres"));
    const site = await sites.launch({ home, user: NOBODY, env: { LOG_DIR: join(home, "other logs") } });
    expect(await site.exited).toBe(1);
    expect(site.output()).toContain(`${join(home, "data/postgres")} belongs to another user (uid ${uid})`);
    expect(site.output()).not.toContain("    at ");
    expect(leftovers(home)).toEqual([]);
  });
});

describe("a disk that is full", () => {
  /** Gives the process a small disk of its own at `path`, in a name space that ends with it. */
  const smallDisk = (path: string, size: string): string[] => [
    "unshare",
    "--mount",
    "sh",
    "-c",
    `mount -t tmpfs -o size=${size} tmpfs "$1" && shift && exec "$@"`,
    "sh",
    path,
  ];

  test("is named when the database cannot be created", async (context) => {
    needsRoot(context);
    const home = sites.home();
    const mounts = spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", home]).status === 0;
    if (!mounts) context.skip("this machine lets nobody mount a file system");
    const site = await sites.launch({ home, wrapper: smallDisk(home, "20m") });
    expect(await site.exited).toBe(1);
    expect(site.output()).toContain("the disk is full; free some space and start again");
    expect(site.output()).not.toContain("    at ");
  });
});

describe("an older Node", () => {
  const check = join(ROOT, "tools/check-node.mjs");

  test("is told what to do in one line", ({ skip }) => {
    const found = spawnSync("which", ["-a", "node"], { encoding: "utf8" }).stdout.split("\n");
    const old = found.find((path) => path && /^v(\d|1\d|2[0-5])\./.test(versionOf(path)));
    if (old === undefined) return skip("this machine has no older Node");
    const { status, stderr } = spawnSync(old, [check], { encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain(`found only ${versionOf(old).slice(1)}. Run: npm ci`);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test("the one that npm ci brings is silently accepted", () => {
    const { status, stderr } = spawnSync(process.execPath, [check], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

function versionOf(node: string): string {
  return spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
}
