import { describe, expect, it } from "vitest";
import { type Decision, type DecisionInput, decideDatabase, FLAGS } from "./decide-database.ts";
import { URLS } from "./door-io.fixture.ts";
import { CI_VARIABLES, isTestRunner, withStartDefaults } from "./surroundings.ts";
import type { Purpose } from "./tiers.ts";

const PROD_FLAGS = { USE_PROD_DATABASE: "true", ...URLS };
const PRODUCTION = { ...PROD_FLAGS, INSTAINSTRU_PRODUCTION_MODE: "true" };

function decide(env: DecisionInput["env"], rest: Partial<DecisionInput> = {}): Decision {
  return decideDatabase({
    env,
    argv: ["node", "server/main.ts"],
    purpose: "write",
    entrypoint: "script",
    isTty: true,
    testRunner: false,
    ...rest,
  });
}

function allowed(decision: Decision) {
  if (decision.outcome === "deny") throw new Error(`denied: ${decision.reason}`);
  return decision;
}

function addressOf(decision: Decision): string {
  const { place } = allowed(decision).database;
  return place.kind === "url" ? place.url.reveal() : `embedded ${place.name}`;
}

describe("rule 1: tests and CI", () => {
  it.each(CI_VARIABLES)("%s means INT, whatever the flags say", (variable) => {
    const decision = allowed(
      decide({ ...PRODUCTION, USE_STG_DATABASE: "true", [variable]: "1" }, { entrypoint: "release" }),
    );
    expect(decision).toMatchObject({
      tier: "INT",
      reason: "test_or_ci",
      needsConfirmation: null,
      flagsIgnored: [...FLAGS],
    });
  });

  it("knows every CI system of the specification", () => {
    expect([...CI_VARIABLES].sort()).toEqual([
      ...[
        "BITBUCKET_PIPELINES",
        "BUILDKITE",
        "CI",
        "CIRCLECI",
        "DRONE",
        "GITHUB_ACTIONS",
        "GITLAB_CI",
        "JENKINS_URL",
      ],
      ...["TEAMCITY_VERSION", "TRAVIS"],
    ]);
  });

  it("knows a test run by its runner, by NODE_ENV and by the entry point", () => {
    expect(decide({ USE_STG_DATABASE: "true" }, { testRunner: true })).toMatchObject({ tier: "INT" });
    expect(decide({ USE_STG_DATABASE: "true", NODE_ENV: "test" })).toMatchObject({ tier: "INT" });
    expect(decide({ USE_STG_DATABASE: "true", VITEST: "true" })).toMatchObject({ tier: "INT" });
    expect(decide({ USE_STG_DATABASE: "true" }, { entrypoint: "test" })).toMatchObject({ tier: "INT" });
    expect(isTestRunner({}, ["node", "/repo/node_modules/.bin/vitest"])).toBe(true);
    expect(isTestRunner({}, ["node", "/repo/server/main.ts"])).toBe(false);
  });

  it("recognises the runner of this very test", () => {
    expect(isTestRunner(process.env, process.argv)).toBe(true);
  });

  it.each(["instainstru", "contest", "printer", "interest_stg"])(
    "refuses an INT database named %s",
    (name) => {
      expect(decide({ NODE_ENV: "test", INT_DATABASE_URL: `postgres://localhost/${name}` })).toMatchObject({
        reason: "int_name",
      });
      expect(decide({ INT_DATABASE_URL: `postgres://localhost/${name}` })).toMatchObject({
        reason: "int_name",
      });
    },
  );

  it.each(["int", "instainstru_int", "instainstru_int_k3j9", "my-test-db", "ci_1"])(
    "takes an INT database named %s",
    (name) => {
      expect(decide({ NODE_ENV: "test", INT_DATABASE_URL: `postgres://localhost/${name}` })).toMatchObject({
        tier: "INT",
      });
    },
  );

  it("takes this machine as host, CI's own service only in CI, and nothing else", () => {
    const on = (host: string, env = {}) =>
      decide({ NODE_ENV: "test", INT_DATABASE_URL: `postgres://${host}/x_int`, ...env });
    for (const host of ["localhost", "127.0.0.1", "127.1", "[::1]", "%2Fvar%2Frun%2Fpostgresql"]) {
      expect(on(host), host).toMatchObject({ outcome: "allow", tier: "INT" });
    }
    expect(on("postgres", { CI: "true" })).toMatchObject({ outcome: "allow" });
    expect(on("postgres")).toMatchObject({ reason: "int_host" });
    for (const host of ["db.example.com", "10.0.0.4", "localhost.example.com", "postgres.example.com"]) {
      expect(on(host, { CI: "true" }), host).toMatchObject({ outcome: "deny", reason: "int_host" });
    }
  });

  it("reads DATABASE_URL in CI only, for INT only, and under the same rules", () => {
    const generic = { DATABASE_URL: "postgres://u:p@localhost/generic_ci" };
    expect(addressOf(decide({ ...generic, CI: "1" }))).toContain("/generic_ci");
    expect(addressOf(decide({ ...generic, ...URLS, CI: "1" }))).toContain("/instainstru_int");
    expect(addressOf(decide(generic))).toBe("embedded instainstru_int");
    expect(addressOf(decide({ ...generic, USE_STG_DATABASE: "true" }))).toBe("embedded instainstru_stg");
    expect(decide({ ...generic, USE_PROD_DATABASE: "true" })).toMatchObject({ reason: "url_missing" });
    expect(decide({ DATABASE_URL: "postgres://db.example.com/instainstru", CI: "1" })).toMatchObject({
      reason: "int_name",
    });
  });
});

describe("rules 2 to 6", () => {
  it("refuses both USE flags", () => {
    expect(decide({ ...PROD_FLAGS, USE_STG_DATABASE: "true" })).toMatchObject({
      reason: "both_flags",
      tier: null,
    });
  });

  it.each(["1", "TRUE", "yes", " true"])("refuses the unclear flag value %j instead of guessing", (value) => {
    expect(decide({ ...URLS, USE_PROD_DATABASE: value })).toMatchObject({ reason: "flag_unreadable" });
  });

  it.each(["server", "worker", "release"] as const)(
    "lets the %s into PROD without a question in production mode",
    (entrypoint) => {
      const decision = allowed(decide(PRODUCTION, { entrypoint, isTty: false }));
      expect(decision).toMatchObject({ tier: "PROD", reason: "production_mode", needsConfirmation: null });
    },
  );

  it("asks a script for the word yes, production mode or not, and refuses it without a terminal", () => {
    for (const env of [PROD_FLAGS, PRODUCTION]) {
      expect(decide(env)).toMatchObject({ tier: "PROD", outcome: "allow", needsConfirmation: "yes" });
      expect(decide(env, { isTty: false })).toMatchObject({
        tier: "PROD",
        outcome: "deny",
        reason: "needs_terminal",
      });
    }
  });

  it("asks the server too when production mode is off", () => {
    expect(decide(PROD_FLAGS, { entrypoint: "server" })).toMatchObject({ needsConfirmation: "yes" });
    expect(decide(PROD_FLAGS, { entrypoint: "server", isTty: false })).toMatchObject({
      reason: "needs_terminal",
    });
  });

  it("refuses production mode without PROD, also under STG", () => {
    for (const env of [{}, { USE_STG_DATABASE: "true" }, { USE_PROD_DATABASE: "false" }]) {
      const decision = decide({ ...env, INSTAINSTRU_PRODUCTION_MODE: "true" }, { entrypoint: "server" });
      expect(decision).toMatchObject({ reason: "production_mode_without_prod" });
    }
  });

  it("chooses STG on its flag and INT otherwise, embedded where no URL is given", () => {
    expect(addressOf(decide({ USE_STG_DATABASE: "true" }))).toBe("embedded instainstru_stg");
    expect(addressOf(decide({}))).toBe("embedded instainstru_int");
    expect(addressOf(decide({ ...URLS, USE_STG_DATABASE: "true" }))).toBe(
      "postgres://app:stg-pass@stg.example.com:5432/instainstru_stg",
    );
    expect(addressOf(decide({ TEST_DATABASE_URL: "postgres://localhost/a_test" }))).toBe(
      "postgres://localhost:5432/a_test",
    );
  });

  it("never runs PROD on the embedded server", () => {
    expect(decide({ USE_PROD_DATABASE: "true" })).toMatchObject({ tier: "PROD", reason: "url_missing" });
  });

  it("starts on STG by default, but not under tests, CI or a given flag", () => {
    expect(withStartDefaults({}, ["node", "server/main.ts"])).toEqual({ USE_STG_DATABASE: "true" });
    for (const env of [
      { CI: "1" },
      { NODE_ENV: "test" },
      { USE_STG_DATABASE: "false" },
      { USE_PROD_DATABASE: "true" },
    ]) {
      expect(withStartDefaults(env, ["node", "server/main.ts"])).toEqual(env);
    }
    const env = withStartDefaults({ INSTAINSTRU_PRODUCTION_MODE: "true" }, ["node", "server/main.ts"]);
    expect(decide(env, { entrypoint: "server" })).toMatchObject({ reason: "production_mode_without_prod" });
  });
});

describe("URLs", () => {
  it.each([
    [
      "INT_DATABASE_URL",
      "postgres://x@LOCALHOST/same_int",
      "STG_DATABASE_URL",
      "postgresql://y:z@127.0.0.1:5432/same_int?sslmode=require",
    ],
    [
      "INT_DATABASE_URL",
      "postgres://h.example.com/same_int",
      "PROD_DATABASE_URL",
      "postgres://o@H.example.com.:5432/same_int",
    ],
    [
      "STG_DATABASE_URL",
      "postgres://h.example.com:6000/x",
      "PROD_DATABASE_URL",
      "postgres://a:b@h.example.com:6000/x",
    ],
  ])(
    "refuses when %s and another lead to the same database, whichever tier is asked for",
    (first, a, second, b) => {
      for (const env of [{}, { USE_STG_DATABASE: "true" }, { USE_PROD_DATABASE: "true" }, { CI: "1" }]) {
        expect(
          decide({ PROD_DATABASE_URL: URLS.PROD_DATABASE_URL, ...env, [first]: a, [second]: b }),
        ).toMatchObject({
          reason: "urls_not_distinct",
        });
      }
    },
  );

  it("refuses two different names for INT, and takes the alias beside an equal one", () => {
    const INT_DATABASE_URL = "postgres://localhost/a_int";
    expect(decide({ INT_DATABASE_URL, TEST_DATABASE_URL: "postgres://localhost/b_int" })).toMatchObject({
      reason: "int_url_ambiguous",
    });
    expect(decide({ INT_DATABASE_URL, TEST_DATABASE_URL: "postgres://127.0.0.1/a_int" })).toMatchObject({
      outcome: "allow",
    });
  });

  it("refuses an unreadable URL of any tier and names the variable, not its value", () => {
    const decision = decide({ PROD_DATABASE_URL: "postgres://app:pa/ss@db/instainstru" });
    expect(decision).toMatchObject({ outcome: "deny", reason: "url_unreadable" });
    expect(JSON.stringify(decision)).toContain("PROD_DATABASE_URL");
    expect(JSON.stringify(decision)).not.toMatch(/pa\/ss|ss@/);
  });

  it("gives the migration role's URL to PROD migrations only, and only when it names the same database", () => {
    const env = {
      ...PROD_FLAGS,
      PROD_MIGRATION_DATABASE_URL: "postgres://owner:other@db.example.com/instainstru",
    };
    expect(addressOf(decide(env, { purpose: "migrate" }))).toContain("owner:other@");
    expect(addressOf(decide(env, { purpose: "write" }))).toContain("app:prod-pass@");
    const elsewhere = {
      ...env,
      PROD_MIGRATION_DATABASE_URL: "postgres://owner:other@db2.example.com/instainstru",
    };
    expect(decide(elsewhere, { purpose: "migrate" })).toMatchObject({ reason: "migration_url_elsewhere" });
  });
});

describe("purposes", () => {
  it.each(["seed_demo", "reset", "drop", "truncate"] as const)("%s does not exist on PROD", (purpose) => {
    for (const entrypoint of ["server", "release", "script"] as const) {
      expect(decide(PRODUCTION, { purpose, entrypoint })).toMatchObject({
        outcome: "deny",
        reason: "impossible_on_prod",
      });
    }
  });

  it.each(["reset", "drop", "truncate"] as const)("%s on STG needs the database's name, typed", (purpose) => {
    expect(decide({ USE_STG_DATABASE: "true" }, { purpose })).toMatchObject({
      needsConfirmation: "instainstru_stg",
    });
    expect(decide({ USE_STG_DATABASE: "true" }, { purpose, isTty: false })).toMatchObject({
      reason: "needs_terminal",
    });
    expect(decide({}, { purpose, isTty: false })).toMatchObject({
      tier: "INT",
      outcome: "allow",
      needsConfirmation: null,
    });
  });

  it("needs a backup to migrate PROD, and a confirmation unless it is the release job", () => {
    const migrate = (entrypoint: DecisionInput["entrypoint"]) =>
      decide(PRODUCTION, { purpose: "migrate", entrypoint });
    expect(migrate("release")).toMatchObject({ needsBackup: true, needsConfirmation: null });
    expect(migrate("server")).toMatchObject({ needsBackup: true, needsConfirmation: "yes" });
    expect(migrate("script")).toMatchObject({ needsBackup: true, needsConfirmation: "yes" });
    expect(decide(PRODUCTION, { purpose: "seed_system", entrypoint: "release" })).toMatchObject({
      needsBackup: false,
    });
  });

  it("refuses a purpose that it does not know", () => {
    expect(decide({}, { purpose: "vacuum" as Purpose })).toMatchObject({ reason: "unknown_purpose" });
  });
});
