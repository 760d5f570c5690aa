import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createDbCli, type DbVerbs } from "./create-db-cli.ts";
import { type FakeIo, fakeIo, URLS } from "./door-io.fixture.ts";

function run(words: readonly string[], overrides: Parameters<typeof fakeIo>[0] = {}) {
  return runOn(fakeIo({ argv: ["node", "server/db-cli.ts", ...words], ...overrides }));
}

async function runOn(io: FakeIo) {
  const calls: string[] = [];
  const verb =
    (name: string) =>
    async ({ database, dryRun }: { database: { tier: string }; dryRun: boolean }) => {
      calls.push(`${name} ${database.tier}${dryRun ? " dry" : ""}`);
      return [`${name} done`];
    };
  const verbs: DbVerbs = {
    status: async () => ({
      serverVersion: "18.4",
      marker: "STG",
      databaseBytes: 5 * 1024 ** 2,
      tables: [{ name: "public.users", bytes: 8192, estimatedRows: 7 }],
      applied: ["0001_platform.sql"],
      pending: ["0002_users.sql"],
    }),
    migrate: verb("migrate"),
    seedSystem: verb("seedSystem"),
    seedDemo: verb("seedDemo"),
    reset: verb("reset"),
    types: verb("types"),
    schema: verb("schema"),
  };
  let stdout = "";
  const code = await createDbCli(verbs)(io, {
    write: (text) => {
      stdout += text;
    },
  });
  return { code, calls, stdout, stderr: io.output(), io };
}

describe("npm run db", () => {
  it.each([
    ["migrate", "migrate INT"],
    ["migrate --dry-run", "migrate INT dry"],
    ["seed", "seedSystem INT"],
    ["seed --demo", "seedDemo INT"],
    ["reset", "reset INT"],
    ["types", "types INT"],
    ["schema", "schema INT"],
  ])("%s", async (words, call) => {
    const { code, calls, stdout } = await run(words.split(" "));
    expect({ code, calls }).toEqual({ code: 0, calls: [call] });
    expect(stdout).toMatch(/^\w+ done\n$/);
  });

  it("status shows the tier, the masked URL, server, marker, migrations and sizes", async () => {
    const { stdout } = await run(["status"], { env: { ...URLS, USE_STG_DATABASE: "true" } });
    expect(stdout.split("\n")).toEqual([
      "tier        STG",
      "database    //***:***@stg.example.com/instainstru_stg",
      "server      PostgreSQL 18.4",
      "marker      STG",
      "migrations  1 applied, 1 pending",
      "  pending   0002_users.sql",
      "size        5.0 MiB in 1 tables",
      "  public.users  8 KiB, about 7 rows",
      "",
    ]);
  });

  it.each([
    [[]],
    [["vacuum"]],
    [["constructor"]],
    [["reset", "--force"]],
    [["status", "--dry-run"]],
    [["seed", "demo"]],
  ])("answers %j with help and exit code 2, without opening the door", async (words) => {
    const { code, stderr, calls, io } = await run(words);
    expect({ code, calls, events: io.events }).toEqual({ code: 2, calls: [], events: [] });
    expect(stderr).toContain("npm run db -- <verb>");
  });

  it("prints help on request", async () => {
    const { code, stdout } = await run(["--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("audit-verify");
  });

  it.each(["reset", "seed --demo"])("%s never reaches PROD", async (words) => {
    const env = { ...URLS, USE_PROD_DATABASE: "true", INSTAINSTRU_PRODUCTION_MODE: "true" };
    const { code, calls, stderr } = await run(words.split(" "), {
      env,
      entrypoint: "release",
      answer: "instainstru",
    });
    expect({ code, calls }).toEqual({ code: 1, calls: [] });
    expect(stderr).toContain("does not exist on PROD");
  });

  it("makes generated files from INT only", async () => {
    const { code, calls, stderr } = await run(["types"], { env: { USE_STG_DATABASE: "true" } });
    expect({ code, calls }).toEqual({ code: 1, calls: [] });
    expect(stderr).toContain("generated files come from INT");
  });

  it("audit-verify tells an intact file from a changed one", async () => {
    const { io } = await run(["migrate"]);
    const verify = () => runOn({ ...io, argv: ["node", "server/db-cli.ts", "audit-verify"] });
    expect(await verify()).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("4 lines of 1 processes in 1 file(s), intact"),
    });
    writeFileSync(io.audit.path, readFileSync(io.audit.path, "utf8").replace('"allow"', '"deny"'));
    const changed = await verify();
    expect(changed.code).toBe(1);
    expect(changed.stdout).toContain("database_audit.jsonl:1: this line was edited");
  });
});
