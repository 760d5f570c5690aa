import { readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { StartError } from "#platform/process/start-error.ts";

const POLITE_MS = 15_000;
const PATIENCE_MS = 20_000;
/** Larger than any process id. */
const NOBODY = 2 ** 30;

export interface PidFile {
  readonly pid: number;
  readonly status: string;
}

/** What PostgreSQL says about itself in its data folder; null when no server runs or it is only beginning to. */
export function readPidFile(dataFolder: string): PidFile | null {
  try {
    const lines = readFileSync(pidFile(dataFolder), "utf8").split("\n");
    return { pid: Number(lines[0]), status: lines[7]?.trim() ?? "" };
  } catch {
    return null;
  }
}

/**
 * Stops a server whose owner was killed. A `postmaster.pid` whose process is gone is PostgreSQL's own to clear, since it also finds by
 * it what still uses the shared memory; only one that names a living stranger would keep it from starting.
 * @throws StartError when the server does not stop
 */
export async function clearLeftovers(
  dataFolder: string,
  {
    onProgress,
    signal,
  }: { onProgress?: ((step: string) => void) | undefined; signal?: AbortSignal | undefined },
): Promise<void> {
  const left = readPidFile(dataFolder);
  if (!left) return;
  if (!isServerOf(left.pid, dataFolder)) {
    if (isAlive(left.pid)) nameNobody(dataFolder);
    return;
  }
  onProgress?.("stopping the database server that an earlier run left behind");
  send(left.pid, "SIGINT");
  const started = performance.now();
  let polite = true;
  while (isServerOf(left.pid, dataFolder)) {
    signal?.throwIfAborted();
    const waited = performance.now() - started;
    if (polite && waited > POLITE_MS) {
      polite = false;
      send(left.pid, "SIGQUIT");
    }
    if (waited > PATIENCE_MS) {
      throw new StartError(`a database server (process ${left.pid}) does not stop; end it and start again`);
    }
    await delay(20);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function nameNobody(dataFolder: string): void {
  const [, ...others] = readFileSync(pidFile(dataFolder), "utf8").split("\n");
  writeFileSync(pidFile(dataFolder), [NOBODY, ...others].join("\n"));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether the process is a PostgreSQL that works in this very folder, under whatever path it was started. */
function isServerOf(pid: number, dataFolder: string): boolean {
  if (!isAlive(pid)) return false;
  // No /proc on this system: believe the lock file.
  if (process.platform !== "linux") return true;
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    if (basename(words[0] ?? "") !== "postgres") return false;
    return (
      isSameFolder(`/proc/${pid}/cwd`, dataFolder) ??
      words.some((word) => isSameFolder(word, dataFolder) === true)
    );
  } catch {
    return false;
  }
}

/** Null when it cannot be seen. */
function isSameFolder(one: string, other: string): boolean | null {
  try {
    const [first, second] = [statSync(one), statSync(other)];
    return first.ino === second.ino && first.dev === second.dev;
  } catch {
    return null;
  }
}

function pidFile(dataFolder: string): string {
  return join(dataFolder, "postmaster.pid");
}
