import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseMigration, readMigrationFiles } from "./migration-files.ts";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "migrations-"));
});

afterEach(() => rm(directory, { recursive: true }));

const read = async (...files: string[]) => {
  for (const file of files) await writeFile(join(directory, file), "select 1;");
  return readMigrationFiles(directory);
};

describe("readMigrationFiles", () => {
  it("reads them in the order of their numbers", async () => {
    const files = await read("0002_b.sql", "0001_a_thing.sql", ".keep");
    expect(files.map(({ number, name }) => [number, name])).toEqual([
      [1, "a_thing"],
      [2, "b"],
    ]);
  });

  it.each([
    [["0001_a.sql", "0003_c.sql"], "0003_c.sql comes where number 0002 is missing"],
    [["0002_b.sql"], "0002_b.sql comes where number 0001 is missing"],
    [["0001_a.sql", "0001_b.sql"], "0001_a.sql and 0001_b.sql have the same number"],
    [["0001_a.sql", "notes.md"], "notes.md: a migration is named like"],
    [["1_a.sql"], "1_a.sql: a migration is named like"],
    [["0001_A.sql"], "0001_A.sql: a migration is named like"],
  ])("refuses %j", async (files, message) => {
    await expect(read(...files)).rejects.toThrow(message);
  });

  it("accepts the migrations of this project", async () => {
    expect((await readMigrationFiles())[0]?.file).toBe("0001_platform.sql");
  });
});

describe("parseMigration", () => {
  const parse = (sql: string) => parseMigration("0001_a.sql", sql);

  it("runs in a transaction unless the header says otherwise", () => {
    expect(parse("-- Why.\nselect 1;").inTransaction).toBe(true);
    expect(parse("-- Why.\n\n-- migrate: no-transaction\nselect 1;").inTransaction).toBe(false);
  });

  it("reads what the lint may allow, with its reason", () => {
    const { allowed } = parse("-- migrate: allow drop because nothing reads it since 1.4\ndrop table a;");
    expect([...allowed]).toEqual([["drop", "nothing reads it since 1.4"]]);
  });

  it.each([
    ["-- migrate: no-transactions\nselect 1;", 'line 1: unknown directive "no-transactions"'],
    ["-- migrate: allow drop\nselect 1;", "line 1: unknown directive"],
    ["select 1;\n-- migrate: no-transaction", "line 2: a directive must stand above the first statement"],
    ["select 1;\nCOMMIT;\nselect 2;", "line 2: COMMIT is not allowed"],
    ["begin; select 1; end;", "line 1: BEGIN is not allowed"],
    ["select 1;\n select 'a", "line 2: a string is never closed"],
    ["-- nothing yet", "has no statement"],
  ])("refuses %j", (sql, message) => {
    expect(() => parse(sql)).toThrow(`0001_a.sql: ${message}`);
  });

  it("changes the checksum with the text, not with line ends", () => {
    const { checksum } = parse("select 1;\nselect 2;\n");
    expect(parse("select 1; \r\nselect 2;").checksum).toBe(checksum);
    expect(parse("select 1;\nselect 3;\n").checksum).not.toBe(checksum);
  });
});
