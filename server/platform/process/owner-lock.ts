import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartError } from "./start-error.ts";

const SQLITE_BUSY = 5;
/** A visitor holds the lock for an instant while it looks for an owner. */
const PATIENCE_MS = 500;

export type OwnerFacts = Readonly<Record<string, string | number>>;

export interface OwnerLock {
  /** Adds what this process offers, for example its URL and the port of its database, for later starters to read. */
  publish(facts: OwnerFacts): void;
  release(): void;
}

export interface Owner {
  readonly pid: number;
  readonly facts: OwnerFacts;
}

/**
 * Makes this process the one user of a data folder. The kernel holds the lock (through SQLite, the one part of Node that takes file
 * locks) and drops it when the process ends, however it ends; so there is no stale lock and nothing to guess from process ids.
 * `owner.lock` stays as an empty file, `owner.json` says who and is there only while somebody is.
 * @throws StartError when another process holds the folder, the file system's error when the folder cannot be written.
 */
export function acquireOwnerLock(dataDir: string): OwnerLock {
  mkdirSync(dataDir, { recursive: true });
  const held = takeLock(dataDir, PATIENCE_MS);
  if (held === null) throw alreadyRuns(readOwner(dataDir));
  const path = notePath(dataDir);
  let facts: OwnerFacts = {};
  const publish = (more: OwnerFacts): void => {
    facts = { ...facts, ...more };
    writeFileSync(`${path}.new`, JSON.stringify({ pid: process.pid, facts }));
    renameSync(`${path}.new`, path);
  };
  try {
    publish({});
  } catch (error) {
    held.close();
    throw error;
  }
  return {
    publish,
    release() {
      if (!held.isOpen) return;
      rmSync(path, { force: true });
      held.close();
    },
  };
}

/** The process that uses the folder, or null. */
export function findOwner(dataDir: string): Owner | null {
  if (!existsSync(lockPath(dataDir))) return null;
  const held = takeLock(dataDir, 0);
  held?.close();
  return held === null ? readOwner(dataDir) : null;
}

/** Null when another holds it. */
function takeLock(dataDir: string, patienceMs: number): DatabaseSync | null {
  const path = lockPath(dataDir);
  // SQLite would open a file that it may not write for reading, and then call it locked.
  accessSync(existsSync(path) ? path : dataDir, constants.W_OK);
  const file = new DatabaseSync(path, { timeout: patienceMs });
  try {
    file.exec("PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE");
    return file;
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null;
    throw error;
  }
}

function readOwner(dataDir: string): Owner {
  try {
    return JSON.parse(readFileSync(notePath(dataDir), "utf8")) as Owner;
  } catch {
    // It has the lock and has not come to writing the note yet.
    return { pid: 0, facts: {} };
  }
}

function alreadyRuns({ pid, facts }: Owner): StartError {
  const where = facts["url"] ? ` at ${facts["url"]}` : "";
  return new StartError(
    `InstaInstru already runs from this folder${where}${pid ? ` (process ${pid})` : ""}. Stop it, or give this one its own DATA_DIR and PORT.`,
  );
}

function lockPath(dataDir: string): string {
  return join(dataDir, "owner.lock");
}

function notePath(dataDir: string): string {
  return join(dataDir, "owner.json");
}
