import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { AuditEvent, AuditOrigin } from "./audit-entry.ts";
import { createAuditFile } from "./audit-file.ts";
import { NOW } from "./door-io.fixture.ts";
import { describeOrigin } from "./process-io.ts";
import { verifyAuditFile } from "./verify-audit.ts";

const clock = { now: () => NOW };
const EVENT: AuditEvent = {
  event: "select",
  tier: "INT",
  purpose: "read",
  outcome: "allow",
  reason: "default",
  urlMasked: null,
};

let path = "";
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), "database-audit-")), "logs", "database_audit.jsonl");
});

function originOf(pid: number, overrides: Partial<AuditOrigin> = {}): AuditOrigin {
  return {
    ...describeOrigin({ env: {}, argv: ["node"], entrypoint: "script", isTty: false }),
    pid,
    ...overrides,
  };
}

function open(pid: number, limits: { maxBytes?: number; keep?: number } = {}) {
  return createAuditFile({ path, clock, origin: originOf(pid), ...limits });
}

const linesOf = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n");
const replaceLines = (change: (lines: string[]) => string[]) =>
  writeFileSync(
    path,
    change(linesOf(path))
      .map((line) => `${line}\n`)
      .join(""),
  );

/** Two processes taking turns: lines 1, 3, 5, 7 are of process 1, the others of process 2. */
function writeTwoProcesses(): void {
  const [one, two] = [open(1), open(2)];
  for (let turn = 1; turn <= 4; turn += 1) {
    one.write({ ...EVENT, reason: `one ${turn}` });
    two.write({ ...EVENT, reason: `two ${turn}` });
  }
}

async function problems(keep?: number) {
  return (await verifyAuditFile(path, keep)).problems.map(
    ({ file, line, problem }) => `${file}:${line} ${problem}`,
  );
}

const EDITED = "this line was edited";
const BROKEN = "the line before it in the chain of its process was edited, removed, repeated or moved";
const at = (line: number, problem: string) => `database_audit.jsonl:${line} ${problem}`;

describe("an audit line", () => {
  it("has exactly the fields of the specification, in their order", () => {
    open(1).write({ ...EVENT, durationMs: 12 });
    const [line = ""] = linesOf(path);
    expect(Object.keys(JSON.parse(line) as object)).toEqual([
      ...[
        "ts",
        "event",
        "tier",
        "purpose",
        "outcome",
        "reason",
        "url_masked",
        "os_user",
        "hostname",
        "pid",
        "entrypoint",
      ],
      ...["argv_redacted", "git_sha", "ci", "interactive", "flags", "duration_ms", "prev_hash", "hash"],
    ]);
    expect(JSON.parse(line)).toMatchObject({
      ts: "2026-03-08T06:59:59.000Z",
      pid: 1,
      duration_ms: 12,
      prev_hash: "0".repeat(64),
    });
  });

  it("stays one line whatever is in it", async () => {
    open(1).write({ ...EVENT, reason: 'a\nb\u2028"},"hash":"', purpose: "\r" });
    expect(linesOf(path)).toHaveLength(1);
    expect(await problems()).toEqual([]);
  });

  it("is readable by its owner only", () => {
    open(1).write(EVENT);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("never holds the password of a database URL or of an option", () => {
    const password = fc.string({ minLength: 8, maxLength: 30 }).map((text) => `${text}Zq7!`);
    fc.assert(
      fc.property(password, (raw) => {
        const encoded = encodeURIComponent(raw.toWellFormed());
        const url = `postgres://app:${encoded}@localhost/x_int`;
        const env = {
          INT_DATABASE_URL: url,
          PROD_DATABASE_URL: `postgres://app:${raw}@h/y`,
          PGPASSWORD: raw,
        };
        const argv = [
          "node",
          "x.ts",
          url,
          `--url=${url}`,
          "--password",
          raw,
          `--db-password=${raw}`,
          `PGPASSWORD=${raw}`,
          raw,
        ];
        const origin = describeOrigin({ env, argv, entrypoint: "script", isTty: false });
        createAuditFile({ path, clock, origin }).write(EVENT);
        const line = linesOf(path).at(-1) ?? "";
        const values = JSON.stringify(Object.values(JSON.parse(line) as object).flat());
        for (const secret of [raw, encoded, JSON.stringify(raw).slice(1, -1)]) {
          expect(line.includes(secret) || values.includes(secret)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("verification", () => {
  beforeEach(writeTwoProcesses);

  it("accepts processes that take turns", async () => {
    expect(await verifyAuditFile(path)).toEqual({ files: 1, lines: 8, processes: 2, problems: [] });
  });

  it("finds an edited line", async () => {
    replaceLines((lines) =>
      lines.map((line, index) => (index === 2 ? line.replace("one 2", "one X") : line)),
    );
    expect(await problems()).toEqual([at(3, EDITED)]);
  });

  it("finds an edited line whose own hash was put right", async () => {
    const other = originOf(1);
    const forged = join(dirname(path), "forged.jsonl");
    const file = createAuditFile({ path: forged, clock, origin: other });
    for (const reason of ["one 1", "one X"]) file.write({ ...EVENT, reason });
    replaceLines((lines) => lines.map((line, index) => (index === 2 ? (linesOf(forged)[1] ?? "") : line)));
    expect(await problems()).toEqual([at(5, BROKEN)]);
  });

  it.each([1, 3, 5])("finds that line %i was removed", async (removed) => {
    replaceLines((lines) => lines.toSpliced(removed - 1, 1));
    expect(await problems()).toEqual([at(removed + 1, BROKEN)]);
  });

  it("finds two lines of a process that changed places", async () => {
    replaceLines((lines) => [0, 1, 4, 3, 2, 5, 6, 7].map((index) => lines[index] ?? ""));
    expect((await problems())[0]).toBe(at(3, BROKEN));
  });

  it("finds a repeated line and a foreign one", async () => {
    replaceLines((lines) => [...lines, lines[4] ?? "", "hello"]);
    expect(await problems()).toEqual([at(9, BROKEN), at(10, "this is no audit line")]);
  });

  it("does not mind the order of lines of different processes, nor a process id used again", async () => {
    replaceLines((lines) => [0, 2, 4, 6, 1, 3, 5, 7].map((index) => lines[index] ?? ""));
    open(1).write(EVENT);
    expect(await problems()).toEqual([]);
  });

  it("finds any one change of any one byte", async () => {
    const intact = readFileSync(path, "utf8");
    await fc.assert(
      fc.asyncProperty(
        fc.nat(intact.length - 1),
        fc.constantFrom("0", "a", "Z", " ", ","),
        async (index, letter) => {
          fc.pre(intact[index] !== letter && index < intact.length - 1);
          writeFileSync(path, intact.slice(0, index) + letter + intact.slice(index + 1));
          expect(await problems()).not.toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("has nothing to say of a file that does not exist yet", async () => {
    rmSync(path);
    expect(await verifyAuditFile(path)).toEqual({ files: 0, lines: 0, processes: 0, problems: [] });
  });
});

describe("rotation", () => {
  const limits = { maxBytes: 2000, keep: 3 };
  const names = () => readdirSync(dirname(path)).sort();
  const write = (count: number, keep?: number) => {
    const files = [1, 2].map((pid) => open(pid, { ...limits, ...(keep ? { keep } : {}) }));
    for (let turn = 0; turn < count; turn += 1) files[turn % 2]?.write(EVENT);
  };

  it("starts a new file at the limit, and chains run on from file to file", async () => {
    write(8);
    expect(names().length).toBeGreaterThan(1);
    for (const name of names())
      expect(statSync(join(dirname(path), name)).size).toBeLessThanOrEqual(limits.maxBytes);
    expect(await verifyAuditFile(path, limits.keep)).toMatchObject({ lines: 8, processes: 2, problems: [] });
  });

  it("keeps the newest files only, and verification accepts what age took", async () => {
    write(40);
    expect(names()).toHaveLength(limits.keep + 1);
    expect(names()).not.toContain("database_audit.jsonl.000001");
    expect(await problems(limits.keep)).toEqual([]);
  });

  it.each(["000001", "000002"])("finds that the rotated file %s was removed", async (number) => {
    write(20, 20);
    rmSync(`${path}.${number}`);
    expect((await problems()).join("\n")).toContain("is missing");
  });

  it("goes on writing while another process rotates, and clears the lock of a killed one", async () => {
    write(2);
    writeFileSync(`${path}.lock`, "");
    write(8);
    expect(names()).toEqual(["database_audit.jsonl", "database_audit.jsonl.lock"]);
    utimesSync(`${path}.lock`, 0, 0);
    write(2);
    expect(names()).toEqual(["database_audit.jsonl", "database_audit.jsonl.000001"]);
    expect(await problems()).toEqual([]);
  });
});

describe("an unwritable place", () => {
  it("throws, and leaves the chain ready for the next line", async () => {
    const file = open(1);
    file.write(EVENT);
    const content = readFileSync(path);
    rmSync(path);
    mkdirSync(path);
    expect(() => file.write(EVENT)).toThrow();
    rmSync(path, { recursive: true });
    writeFileSync(path, content);
    file.write(EVENT);
    expect(await problems()).toEqual([]);
  });
});
