import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { explainServerOutput, prepareServerLog, readServerLog } from "./embedded-log.ts";

const folder = mkdtempSync(join(tmpdir(), "server-log-"));
const log = join(folder, "postgres.log");
afterEach(() => rmSync(log, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

test("only what this start wrote is read", () => {
  expect(prepareServerLog(log)).toBe(0);
  writeFileSync(log, "FATAL:  of yesterday\n");
  const start = prepareServerLog(log);
  writeFileSync(log, "FATAL:  of today\n", { flag: "a" });
  expect(readServerLog(log, start)).toBe("FATAL:  of today\n");
});

test("a log that has grown large starts over", () => {
  writeFileSync(log, "");
  truncateSync(log, 11 * 1024 * 1024);
  expect(prepareServerLog(log)).toBe(0);
  expect(statSync(log).size).toBe(0);
});

test.each([
  [
    'initdb: error: could not create directory "/x/pg_wal": No space left on device',
    "the disk is full; free some space and start again",
  ],
  [
    'PANIC:  could not write to file "pg_wal/xlogtemp.71": No space left on device\nLOG:  aborting startup',
    "the disk is full; free some space and start again",
  ],
  [
    'LOG:  starting\nFATAL:  data directory "/x" has invalid permissions\nDETAIL:  Permissions should be 0700.',
    'FATAL:  data directory "/x" has invalid permissions',
  ],
  ["", "it said nothing"],
])("%s", (output, line) => {
  expect(explainServerOutput(output)).toBe(line);
});
