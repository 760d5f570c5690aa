import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureWebBuild } from "../../server/platform/web-host/build.ts";

const ROOT = join(import.meta.dirname, "../..");
const URL_LINE = /^ {2}Site +(http\S+)$/m;

export interface SiteOptions {
  /** Folder with the site's data and logs; one of its own, removed by `stop`, when absent. */
  readonly home?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The checkout. */
  readonly root?: string;
  /** Whom the process runs as; needs root. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Runs the site under this command, for example one that sets limits and then executes the rest. */
  readonly wrapper?: readonly string[];
}

/** `npm start` as a process of its own, from its first moment. */
export interface SiteProcess {
  readonly pid: number;
  readonly home: string;
  /** Everything that it has written. */
  output(): string;
  /** Resolves when the output matches; rejects when the process ends before. */
  says(pattern: RegExp): Promise<string>;
  /** The exit code, -1 when a signal ended it; after the last of its output. */
  readonly exited: Promise<number>;
  signal(signal: NodeJS.Signals): void;
}

export interface Site extends SiteProcess {
  readonly url: string;
  /** Of the embedded PostgreSQL at the time the site came up; absent when it has none. */
  readonly databasePid?: number;
  /** Asks it to stop (SIGTERM by default), resolves with the exit code and removes a home of its own. */
  stop(signal?: NodeJS.Signals): Promise<number>;
}

/** Starts the production server and waits until `/api/v1/ready` answers 200. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const home = options.home ?? mkdtempSync(join(tmpdir(), "site-"));
  const site = await comeUp(await launchSite({ ...options, home }));
  return {
    ...site,
    async stop(signal) {
      const code = await site.stop(signal);
      if (options.home === undefined) rmSync(home, { recursive: true, force: true });
      return code;
    },
  };
}

/** Waits until a launched site is ready. Ends it when that fails. */
export async function comeUp(site: SiteProcess): Promise<Site> {
  try {
    const url = URL_LINE.exec(await site.says(URL_LINE))?.[1] ?? "";
    await waitForReady(site, url);
    const databasePid = readDatabasePid(site.home);
    return {
      ...site,
      url,
      ...(databasePid === null ? {} : { databasePid }),
      stop(signal = "SIGTERM") {
        site.signal(signal);
        return site.exited;
      },
    };
  } catch (error) {
    site.signal("SIGTERM");
    await site.exited;
    throw error;
  }
}

/** Starts the production server and does not wait for it. The web app is built before, if it has to be. */
export async function launchSite(options: SiteOptions & { readonly home: string }): Promise<SiteProcess> {
  const { home, root = ROOT, wrapper = [] } = options;
  await ensureWebBuild({ root, environment: process.env, log: () => undefined });
  const [program, ...args] = [...wrapper, process.execPath, join(root, "server/main.ts")];
  const child = spawn(program, args, {
    cwd: root,
    // Nothing of the test run's own environment: under it the site would choose the database for tests.
    env: {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      PORT: "0",
      DATA_DIR: join(home, "data"),
      LOG_DIR: join(home, "logs"),
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
    ...options.user,
  });
  return follow(child, home);
}

/** The process id of the PostgreSQL of a home, also one that nobody owns any more; null when there is none. */
export function readDatabasePid(home: string): number | null {
  const file = join(home, "data/postgres/postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

function follow(child: ChildProcess, home: string): SiteProcess {
  let output = "";
  let ended = false;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      tell();
    });
  }
  // A runner that is itself stopped early must not leave a site behind.
  const endWithUs = (): void => void child.kill("SIGTERM");
  process.once("exit", endWithUs);
  const exited = new Promise<number>((resolve, reject) => {
    child.once("error", reject).once("close", (code) => {
      process.off("exit", endWithUs);
      ended = true;
      tell();
      resolve(code ?? -1);
    });
  });
  return {
    pid: child.pid ?? 0,
    home,
    output: () => output,
    exited,
    signal: (signal) => void child.kill(signal),
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(output);
          if (!found && !ended) return;
          listeners.delete(look);
          if (found) resolve(found[0]);
          else reject(new Error(`the site ended without saying ${pattern}:\n${output}`));
        };
        listeners.add(look);
        look();
      }),
  };
}

async function waitForReady(site: SiteProcess, url: string): Promise<void> {
  let gone = false;
  void site.exited.then(() => (gone = true));
  while (!gone) {
    const response = await fetch(`${url}/api/v1/ready`).catch(() => null);
    await response?.body?.cancel();
    if (response?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the site ended before it was ready:\n${site.output()}`);
}
