import { closeSync, openSync, readSync, statSync, truncateSync } from "node:fs";
import { DISK_FULL } from "#platform/process/start-error.ts";

const MAX_BYTES = 10 * 1024 * 1024;
const TAIL_BYTES = 16 * 1024;

/** Starts over when the log has grown large. Returns where the next line will stand. */
export function prepareServerLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= MAX_BYTES) return size;
  truncateSync(path);
  return 0;
}

/** What was written from `start` on, its end if it is long. */
export function readServerLog(path: string, start: number): string {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(TAIL_BYTES);
    const size = statSync(path).size;
    const length = readSync(file, buffer, 0, TAIL_BYTES, Math.max(start, size - TAIL_BYTES));
    return buffer.toString("utf8", 0, length);
  } finally {
    closeSync(file);
  }
}

/** The one line that tells a person why PostgreSQL or initdb gave up. */
export function explainServerOutput(output: string): string {
  if (/No space left on device/i.test(output)) return DISK_FULL;
  const lines = output.trim().split("\n");
  const telling = lines.filter((line) => /FATAL|PANIC|error|could not/i.test(line));
  return (telling.at(-1) ?? lines.at(-1) ?? "").trim() || "it said nothing";
}
