import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { afterEach, inject, vi } from "vitest";
import {
  comeUp,
  launchSite,
  readDatabasePid,
  type Site,
  type SiteOptions,
  type SiteProcess,
} from "../support/start-site.ts";

export interface Sites {
  /** A new folder for one site's data and logs. */
  home(prefix?: string): string;
  /** The same with what a site that has run once leaves in it. */
  usedHome(): Promise<string>;
  launch(options: SiteOptions & { readonly home: string }): Promise<SiteProcess>;
  start(options: SiteOptions & { readonly home: string }): Promise<Site>;
}

/** Call at the top level of a test file: whatever a test leaves running, sites and their databases, ends with the test. */
export function useSites(): Sites {
  // A site is several processes; on a busy machine each of its starts can take seconds.
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
  const homes: string[] = [];
  const running: SiteProcess[] = [];
  afterEach(async () => {
    for (const site of running.splice(0)) {
      site.signal("SIGKILL");
      await site.exited;
    }
    for (const home of homes.splice(0)) {
      const pid = readDatabasePid(home);
      if (pid && isPostgres(pid)) {
        process.kill(pid, "SIGQUIT");
        await untilGone(pid);
      }
      rmSync(home, { recursive: true, force: true, maxRetries: 20 });
    }
  });
  const home = (prefix = "site-"): string => {
    const path = mkdtempSync(join(tmpdir(), prefix));
    homes.push(path);
    return path;
  };
  const launch: Sites["launch"] = async (options) => {
    const site = await launchSite(options);
    running.push(site);
    return site;
  };
  const start: Sites["start"] = async (options) => comeUp(await launch(options));
  return {
    home,
    async usedHome() {
      const used = await ensureUsedHome(start);
      const path = home();
      // Not cpSync: it would give the data folder another owner.
      execFileSync("cp", ["-a", `${used}/.`, path]);
      return path;
    },
    launch,
    start,
  };
}

/** One for all test files: they copy it, because creating a database takes longer than all that they do with it. */
async function ensureUsedHome(start: Sites["start"]): Promise<string> {
  const path = join(import.meta.dirname, `../../.data/test-${inject("testRun")}/used-home`);
  if (existsSync(path)) return path;
  const home = mkdtempSync(`${path}-`);
  const site = await start({ home });
  await site.stop();
  try {
    renameSync(home, path);
  } catch {
    // Another test file was first.
    rmSync(home, { recursive: true });
  }
  return path;
}

/** Asks until the answer is yes; the test's own time limit ends it otherwise. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(20);
}

/** Whether the process runs: one that has ended and whose parent has not looked yet does not. */
export function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat[stat.lastIndexOf(")") + 2] !== "Z";
  } catch {
    return false;
  }
}

export function untilGone(pid: number): Promise<void> {
  return until(() => !isAlive(pid));
}

/** What a stopped site must not leave: a note of its owner, a lock of PostgreSQL, half a data folder. */
export function leftovers(home: string): string[] {
  return ["owner.json", "postgres/postmaster.pid"].filter((name) => existsSync(join(home, "data", name)));
}

/** The address of the running site's database. */
export function databaseUrl(home: string, name = "instainstru_stg"): string {
  const { facts } = JSON.parse(readFileSync(join(home, "data/owner.json"), "utf8")) as {
    facts: { database_port: number };
  };
  const password = readFileSync(join(home, "data/postgres.password"), "utf8").trim();
  return `postgres://postgres:${password}@127.0.0.1:${facts.database_port}/${name}`;
}

export async function query(home: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl(home) });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

export async function ready(site: Site): Promise<{ code: number; status: string; failed: string[] }> {
  const response = await fetch(`${site.url}/api/v1/ready`);
  const { status, checks } = (await response.json()) as {
    status: string;
    checks?: { name: string; status: string }[];
  };
  const failed = (checks ?? []).filter((check) => check.status === "failed").map(({ name }) => name);
  return { code: response.status, status, failed };
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[0]?.endsWith("/postgres") ?? false;
  } catch {
    return false;
  }
}

/** The TCP ports on which a process accepts connections. */
export function listeningPorts(pid: number): number[] {
  const open = readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`);
    } catch {
      return "";
    }
  });
  const sockets = ["tcp", "tcp6"].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, "utf8").trim().split("\n").slice(1),
  );
  return sockets.flatMap((line) => {
    const [, local = "", , state, , , , , , inode] = line.trim().split(/\s+/);
    const isOurs = state === "0A" && open.includes(`socket:[${inode}]`);
    return isOurs ? [Number.parseInt(local.split(":")[1] ?? "", 16)] : [];
  });
}
