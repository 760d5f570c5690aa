import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "./start-error.ts";

export interface OwnerLock {
  /** Tells later starters what this process offers, for example its URL and the port of its database. */
  publish(facts: Readonly<Record<string, string | number>>): void;
  release(): void;
}

export interface Owner {
  readonly pid: number;
  readonly facts: Readonly<Record<string, string | number>>;
}

interface LockFile {
  readonly pid: number;
  readonly born: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/**
 * Makes this process the one user of a data folder. A lock whose process is gone counts for nothing: process ids are compared together
 * with the time the process was born, so a reused id is not mistaken for the owner.
 * @throws StartError when another living process holds the folder.
 */
export function acquireOwnerLock(dataDir: string): OwnerLock {
  mkdirSync(dataDir, { recursive: true });
  const path = lockPath(dataDir);
  const mine: LockFile = { pid: process.pid, born: birth(process.pid), facts: {} };
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const file = openSync(path, "wx", 0o644);
      writeFileSync(file, JSON.stringify(mine));
      closeSync(file);
      return {
        publish: (facts) => writeFileSync(path, JSON.stringify({ ...mine, facts })),
        release: () => rmSync(path, { force: true }),
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const owner = findOwner(dataDir);
    if (owner) {
      const where = owner.facts["url"] ? ` at ${owner.facts["url"]}` : "";
      throw new StartError(
        `InstaInstru already runs from this folder${where} (process ${owner.pid}). Stop it, or give this one its own DATA_DIR and PORT.`,
      );
    }
    rmSync(path, { force: true });
  }
  throw new StartError(`the lock ${path} cannot be taken; start again`);
}

/** The living process that uses the folder, or null. */
export function findOwner(dataDir: string): Owner | null {
  try {
    const lock = JSON.parse(readFileSync(lockPath(dataDir), "utf8")) as LockFile;
    process.kill(lock.pid, 0);
    return birth(lock.pid) === lock.born ? { pid: lock.pid, facts: lock.facts } : null;
  } catch (error) {
    // EPERM: alive, but another user's.
    return (error as NodeJS.ErrnoException).code === "EPERM" ? { pid: 0, facts: {} } : null;
  }
}

function lockPath(dataDir: string): string {
  return join(dataDir, "site.lock");
}

/** When the process was born, in the kernel's ticks; empty where the system does not tell. */
function birth(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command name in parentheses may contain spaces; the 20th field after it is the start time.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
