import type { Environment } from "#platform/config/config.ts";
import type { RefusalCode } from "./database-refused.ts";
import { type DatabaseUrl, readDatabaseUrl } from "./database-url.ts";
import { isCi } from "./surroundings.ts";

export interface ConfiguredUrls {
  readonly INT: DatabaseUrl | null;
  readonly STG: DatabaseUrl | null;
  readonly PROD: DatabaseUrl | null;
  /** PROD's database through the role that may change the schema (operations §5.2 "Structural guards"). */
  readonly migration: DatabaseUrl | null;
}

export interface UrlObjection {
  readonly reason: RefusalCode;
  readonly detail: string;
  readonly maskedUrl: string | null;
}

/**
 * Reads every database URL there is, also those of the tiers that were not chosen, and proves that the tiers lead to different
 * databases. `DATABASE_URL` is looked at in CI only, and can name INT only.
 */
export function readConfiguredUrls(env: Environment): ConfiguredUrls | UrlObjection {
  const urls: Record<string, DatabaseUrl> = {};
  for (const variable of variablesIn(env)) {
    const url = readDatabaseUrl(env[variable] ?? "");
    if (!url.readable) return objection("url_unreadable", `${variable} ${url.problem}`, url.masked);
    urls[variable] = url;
  }
  const alias = urls["TEST_DATABASE_URL"];
  const int = urls["INT_DATABASE_URL"] ?? alias ?? urls["DATABASE_URL"] ?? null;
  if (alias && alias.identity !== int?.identity) {
    return objection(
      "int_url_ambiguous",
      "INT_DATABASE_URL and TEST_DATABASE_URL name different databases; set one",
      int?.masked,
    );
  }
  const configured = {
    INT: int,
    STG: urls["STG_DATABASE_URL"] ?? null,
    PROD: urls["PROD_DATABASE_URL"] ?? null,
    migration: urls["PROD_MIGRATION_DATABASE_URL"] ?? null,
  };
  return objectionToAll(configured) ?? configured;
}

function variablesIn(env: Environment): readonly string[] {
  const names = [
    "INT_DATABASE_URL",
    "TEST_DATABASE_URL",
    "STG_DATABASE_URL",
    "PROD_DATABASE_URL",
    "PROD_MIGRATION_DATABASE_URL",
  ];
  const given = names.filter((name) => Boolean(env[name]));
  const hasInt = given.includes("INT_DATABASE_URL") || given.includes("TEST_DATABASE_URL");
  return isCi(env) && !hasInt && env["DATABASE_URL"] ? [...given, "DATABASE_URL"] : given;
}

function objectionToAll({ INT, STG, PROD, migration }: ConfiguredUrls): UrlObjection | null {
  if (migration && migration.identity !== PROD?.identity) {
    return objection(
      "migration_url_elsewhere",
      "PROD_MIGRATION_DATABASE_URL must name the host, port and database of PROD_DATABASE_URL; only its user differs",
      migration.masked,
    );
  }
  const pairs = [
    ["INT", INT, "STG", STG],
    ["INT", INT, "PROD", PROD],
    ["STG", STG, "PROD", PROD],
  ] as const;
  for (const [first, a, second, b] of pairs) {
    if (a && b && a.identity === b.identity) {
      return objection(
        "urls_not_distinct",
        `the URLs of ${first} and ${second} lead to the same database ${a.masked}`,
        a.masked,
      );
    }
  }
  return null;
}

function objection(reason: RefusalCode, detail: string, maskedUrl: string | null = null): UrlObjection {
  return { reason, detail, maskedUrl };
}
