import {
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Clock } from "#platform/clock/clock.ts";
import { type AuditEvent, type AuditOrigin, FIRST_LINK, formatAuditLine } from "./audit-entry.ts";
import { listRotated, rotatedName } from "./audit-rotation.ts";

export const AUDIT_FILE_NAME = "database_audit.jsonl";
export const MAX_AUDIT_BYTES = 50 * 1024 * 1024;
export const KEPT_AUDIT_FILES = 20;

const STALE_LOCK_MS = 60_000;
const { O_APPEND, O_CREAT, O_WRONLY } = constants;

export interface AuditFileOptions {
  readonly path: string;
  readonly clock: Clock;
  readonly origin: AuditOrigin;
  readonly maxBytes?: number;
  readonly keep?: number;
}

export interface AuditFile {
  readonly path: string;
  /** Appends one line; PROD's lines are on the disk when this returns. Throws the file system's error. */
  write(event: AuditEvent): void;
}

/**
 * The append-only record of every use of the door (operations §5.3). Several processes may write the same file: each line is one
 * O_APPEND write, and each process chains its own lines. A line that could not be written leaves no gap in the chain.
 */
export function createAuditFile(options: AuditFileOptions): AuditFile {
  const { path, clock, origin, maxBytes = MAX_AUDIT_BYTES, keep = KEPT_AUDIT_FILES } = options;
  let previousHash = FIRST_LINK;
  return {
    path,
    write(event) {
      const ts = clock.now().toString({ smallestUnit: "millisecond" });
      const line = formatAuditLine(ts, event, origin, previousHash);
      const bytes = Buffer.from(`${line.text}\n`);
      mkdirSync(dirname(path), { recursive: true });
      if (sizeOf(path) + bytes.length > maxBytes) rotate(path, maxBytes - bytes.length, keep, clock);
      append(path, bytes, event.tier === "PROD");
      previousHash = line.hash;
    },
  };
}

function append(path: string, bytes: Buffer, sync: boolean): void {
  const file = openSync(path, O_APPEND | O_CREAT | O_WRONLY, 0o600);
  try {
    const written = writeSync(file, bytes);
    if (written !== bytes.length)
      throw new Error(`${path}: only ${written} of ${bytes.length} bytes were written`);
    if (sync) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Whoever holds the lock file renames; the others just go on appending, and a little over the limit does no harm. */
function rotate(path: string, limit: number, keep: number, clock: Clock): void {
  const lock = `${path}.lock`;
  if (!takeLock(lock, clock)) return;
  try {
    const size = sizeOf(path);
    if (size === 0 || size <= limit) return;
    const rotated = listRotated(path);
    const next = (rotated.at(-1)?.number ?? 0) + 1;
    renameSync(path, join(dirname(path), rotatedName(basename(path), next)));
    for (const old of rotated.slice(0, Math.max(0, rotated.length + 1 - keep))) rmSync(old.path);
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock: string, clock: Clock): boolean {
  try {
    closeSync(openSync(lock, "wx", 0o600));
    return true;
  } catch {
    const left = statSync(lock, { throwIfNoEntry: false });
    // A process killed while it rotated left this one; the next write that finds none rotates.
    if (left && clock.now().epochMilliseconds - left.mtimeMs > STALE_LOCK_MS) rmSync(lock, { force: true });
    return false;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
