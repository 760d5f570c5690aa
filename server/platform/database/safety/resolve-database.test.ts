import { mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type FakeIo, fakeIo, NOW, URLS } from "./door-io.fixture.ts";
import { resolveDatabase } from "./resolve-database.ts";
import { verifyAuditFile } from "./verify-audit.ts";

const PROD = { ...URLS, USE_PROD_DATABASE: "true" };
const PRODUCTION = { ...PROD, INSTAINSTRU_PRODUCTION_MODE: "true" };

const summary = (io: FakeIo) =>
  io.events.map(({ event, outcome, reason }) => `${event} ${outcome} ${reason}`);

function blockAudit(io: FakeIo): void {
  mkdirSync(io.audit.path, { recursive: true });
}

describe("the banner", () => {
  it("is printed once per process, with the masked URL", async () => {
    const io = fakeIo({ env: { ...URLS, USE_STG_DATABASE: "true" } });
    await resolveDatabase("read", io);
    await resolveDatabase("write", io);
    expect(io.output()).toBe("🟡 [STG] database //***:***@stg.example.com/instainstru_stg (read)\n");
  });

  it("names each tier by its sign", async () => {
    const int = fakeIo();
    await resolveDatabase("read", int);
    expect(int.output()).toContain("🟢 [INT]");
    const prod = fakeIo({ env: PRODUCTION, entrypoint: "server", isTty: false });
    await resolveDatabase("write", prod);
    expect(prod.output()).toContain("🔴 [PROD]");
  });

  it("has colour on a terminal without NO_COLOR only", async () => {
    const outputOf = async (colour: boolean, env = {}) => {
      const io = fakeIo({ colour, env });
      await resolveDatabase("read", io);
      return io.output();
    };
    expect(await outputOf(true)).toContain("\u001b[32m[INT]\u001b[0m");
    expect(await outputOf(true, { NO_COLOR: "1" })).not.toContain("\u001b");
    expect(await outputOf(false)).not.toContain("\u001b");
  });
});

describe("confirmation", () => {
  it("opens PROD for the word yes, after the banner", async () => {
    const io = fakeIo({ env: PROD, answer: " yes\n" });
    const database = await resolveDatabase("write", io);
    expect(database).toMatchObject({ tier: "PROD", purpose: "write", databaseName: "instainstru" });
    expect(io.questions).toHaveLength(1);
    expect(io.questions[0]).toContain("//***:***@db.example.com/instainstru");
    expect(io.questions[0]).not.toContain("prod-pass");
    expect(summary(io)).toEqual(["confirm allow typed", "select allow prod_confirmed"]);
  });

  it.each(["", "y", "YES", "yes please", "instainstru", null])(
    "stays closed for the answer %j",
    async (answer) => {
      const io = fakeIo({ env: PROD, answer });
      await expect(resolveDatabase("write", io)).rejects.toMatchObject({ code: "not_confirmed" });
      expect(summary(io)).toEqual(["confirm deny not_confirmed"]);
    },
  );

  it("resets STG for its name and not for yes", async () => {
    const env = { USE_STG_DATABASE: "true" };
    await expect(resolveDatabase("reset", fakeIo({ env, answer: "yes" }))).rejects.toMatchObject({
      code: "not_confirmed",
    });
    await expect(resolveDatabase("reset", fakeIo({ env, answer: "instainstru_stg" }))).resolves.toMatchObject(
      { tier: "STG" },
    );
  });

  it("asks nobody where nobody can answer", async () => {
    const io = fakeIo({ env: PROD, answer: "yes", isTty: false });
    await expect(resolveDatabase("write", io)).rejects.toMatchObject({ code: "needs_terminal" });
    expect(io.questions).toEqual([]);
    expect(summary(io)).toEqual(["deny deny needs_terminal"]);
  });
});

describe("migrating PROD", () => {
  const release = { env: PRODUCTION, entrypoint: "release", isTty: false } as const;

  it.each([
    ["no probe", undefined, false],
    ["no backup", null, false],
    ["a backup of exactly 24 hours", NOW.subtract({ hours: 24 }), false],
    ["a backup from the future", NOW.add({ minutes: 1 }), false],
    ["a backup a second younger", NOW.subtract({ hours: 24 }).add({ seconds: 1 }), true],
  ])("with %s", async (_name, newest, opens) => {
    const io = fakeIo({ ...release, ...(newest === undefined ? {} : { newestBackup: async () => newest }) });
    const attempt = resolveDatabase("migrate", io);
    if (opens) await expect(attempt).resolves.toMatchObject({ tier: "PROD", purpose: "migrate" });
    else await expect(attempt).rejects.toMatchObject({ code: "backup_missing" });
  });

  it("asks a person only after the backup was found", async () => {
    const io = fakeIo({ env: PROD, answer: "yes" });
    await expect(resolveDatabase("migrate", io)).rejects.toMatchObject({ code: "backup_missing" });
    expect(io.questions).toEqual([]);
    const backed = fakeIo({ env: PROD, answer: "yes", newestBackup: async () => NOW });
    await expect(resolveDatabase("migrate", backed)).resolves.toMatchObject({ tier: "PROD" });
    expect(backed.questions).toHaveLength(1);
  });
});

describe("the audit file", () => {
  it("records each flag that tests and CI ignore, and warns", async () => {
    const io = fakeIo({ env: { ...PRODUCTION, CI: "true" } });
    await resolveDatabase("read", io);
    expect(summary(io)).toEqual([
      "flag_ignored allow USE_PROD_DATABASE",
      "flag_ignored allow INSTAINSTRU_PRODUCTION_MODE",
      "select allow test_or_ci",
    ]);
    expect(io.output()).toContain("warning: USE_PROD_DATABASE is ignored, tests and CI use INT");
  });

  it("holds a chain that verifies, and no password", async () => {
    const io = fakeIo({ env: PROD, answer: "yes" });
    await resolveDatabase("read", io);
    await resolveDatabase("write", io);
    expect(await verifyAuditFile(io.audit.path)).toMatchObject({ lines: 4, problems: [] });
    expect(io.auditText() + io.output()).not.toMatch(/int-pass|stg-pass|prod-pass/);
    expect(JSON.parse(io.auditText().split("\n")[1] ?? "")).toMatchObject({
      event: "select",
      tier: "PROD",
      url_masked: "//***:***@db.example.com/instainstru",
      flags: { USE_PROD_DATABASE: "true" },
    });
  });

  it("closes PROD when it cannot be written", async () => {
    const io = fakeIo({ env: PRODUCTION, entrypoint: "server" });
    blockAudit(io);
    await expect(resolveDatabase("write", io)).rejects.toMatchObject({ code: "audit_unwritable" });
  });

  it("only warns of that on other tiers, once", async () => {
    const io = fakeIo({ env: { USE_STG_DATABASE: "true" } });
    blockAudit(io);
    await resolveDatabase("read", io);
    await expect(resolveDatabase("write", io)).resolves.toMatchObject({ tier: "STG" });
    expect(io.output().match(/audit file/g)).toHaveLength(1);
  });

  it("does not hide why PROD refused", async () => {
    const io = fakeIo({ env: PRODUCTION, entrypoint: "release" });
    blockAudit(io);
    await expect(resolveDatabase("reset", io)).rejects.toMatchObject({ code: "impossible_on_prod" });
  });
});
