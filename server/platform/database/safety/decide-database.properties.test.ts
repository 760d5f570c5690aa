import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decision, type DecisionInput, decideDatabase } from "./decide-database.ts";
import { URLS } from "./door-io.fixture.ts";
import { CI_VARIABLES } from "./surroundings.ts";
import { ENTRYPOINTS, PURPOSES } from "./tiers.ts";

function addressOf(decision: Decision): string {
  if (decision.outcome === "deny") throw new Error(`denied: ${decision.reason}`);
  const { place } = decision.database;
  return place.kind === "url" ? place.url.reveal() : `embedded ${place.name}`;
}

describe("all combinations of flags", () => {
  const mostly = <T, U>(usual: T, ...others: U[]) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(usual) },
      { weight: 1, arbitrary: fc.constantFrom(...others) },
    );
  const flag = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(undefined, "true") },
    fc.constantFrom("", "false", "1"),
  );
  const { INT_DATABASE_URL: int, STG_DATABASE_URL: stg, PROD_DATABASE_URL: prod } = URLS;
  const settings = fc.record({
    USE_STG_DATABASE: flag,
    USE_PROD_DATABASE: flag,
    INSTAINSTRU_PRODUCTION_MODE: flag,
    NODE_ENV: mostly(undefined, "test", "development", "production"),
    INT_DATABASE_URL: mostly(int, undefined, stg, prod),
    TEST_DATABASE_URL: mostly(undefined, int, prod),
    STG_DATABASE_URL: mostly(stg, undefined, prod),
    PROD_DATABASE_URL: mostly(prod, undefined, "postgres://db.example.com", "nonsense"),
    DATABASE_URL: fc.constantFrom(undefined, prod, "postgres://localhost/a_ci"),
  });
  const ci = fc
    .oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.subarray([...CI_VARIABLES]) },
    )
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom("true", "1", "false")]))),
    );
  const input: fc.Arbitrary<DecisionInput> = fc.record({
    env: fc.tuple(settings, ci).map(([some, others]) => ({ ...some, ...others })),
    argv: mostly(["node", "server/main.ts"], ["node", "/x/vitest"], ["node", "server/db-cli.ts", "migrate"]),
    purpose: fc.constantFrom(...PURPOSES),
    entrypoint: fc.constantFrom(...ENTRYPOINTS),
    isTty: fc.boolean(),
    testRunner: mostly(false, true),
  });

  const isTestOrCi = ({ env, argv, entrypoint, testRunner }: DecisionInput): boolean =>
    testRunner ||
    entrypoint === "test" ||
    env["NODE_ENV"] === "test" ||
    argv[1] === "/x/vitest" ||
    CI_VARIABLES.some((name) => env[name] !== undefined);

  const forAll = (holds: (given: DecisionInput, decision: Decision) => void): void =>
    fc.assert(
      fc.property(input, (given) => holds(given, decideDatabase(given))),
      { numRuns: 5000 },
    );

  it("tests and CI get INT or nothing", () => {
    forAll((given, decision) => {
      if (isTestOrCi(given) && decision.outcome === "allow") expect(decision.tier).toBe("INT");
    });
  });

  it("PROD is explicit, and confirmed or an unattended entry point in production mode", () => {
    forAll((given, decision) => {
      if (decision.outcome === "deny" || decision.tier !== "PROD") return;
      expect(isTestOrCi(given)).toBe(false);
      expect(given.env["USE_PROD_DATABASE"]).toBe("true");
      expect(given.env["USE_STG_DATABASE"]).not.toBe("true");
      const unattended =
        given.env["INSTAINSTRU_PRODUCTION_MODE"] === "true" &&
        ["server", "worker", "release"].includes(given.entrypoint);
      if (!unattended) expect([decision.needsConfirmation, given.isTty]).toEqual(["yes", true]);
    });
  });

  it("demo data and destruction never reach PROD; a migration there asks for a backup", () => {
    forAll((_given, decision) => {
      if (decision.outcome === "deny" || decision.tier !== "PROD") return;
      expect(["read", "write", "migrate", "seed_system"]).toContain(decision.database.purpose);
      expect(decision.needsBackup).toBe(decision.database.purpose === "migrate");
    });
  });

  it("STG and INT never get PROD's database, and PROD gets no other", () => {
    forAll((given, decision) => {
      if (decision.outcome === "deny" || !given.env["PROD_DATABASE_URL"]) return;
      expect(addressOf(decision).includes("db.example.com")).toBe(decision.tier === "PROD");
    });
  });

  it("production mode never falls back to another tier outside tests and CI", () => {
    forAll((given, decision) => {
      if (isTestOrCi(given) || given.env["INSTAINSTRU_PRODUCTION_MODE"] !== "true") return;
      if (decision.outcome === "allow") expect(decision.tier).toBe("PROD");
    });
  });

  it("destroying STG always waits for its name", () => {
    forAll((given, decision) => {
      if (decision.outcome === "deny" || decision.tier !== "STG") return;
      const destructive = ["reset", "drop", "truncate"].includes(given.purpose);
      expect(decision.needsConfirmation).toBe(destructive ? decision.database.databaseName : null);
    });
  });

  it("reaches every tier (so that the rules above are not empty)", () => {
    const seen = new Set<string>();
    forAll((_given, decision) => {
      seen.add(`${decision.outcome} ${decision.tier}`);
    });
    expect([...seen].sort()).toEqual([
      "allow INT",
      "allow PROD",
      "allow STG",
      "deny INT",
      "deny PROD",
      "deny STG",
      "deny null",
    ]);
  });
});
