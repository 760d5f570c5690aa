import type { Environment, Tier } from "#platform/config/config.ts";
import type { Secret } from "#platform/config/secret.ts";
import { readConfiguredUrls } from "./configured-urls.ts";
import type { RefusalCode } from "./database-refused.ts";
import type { DatabaseUrl } from "./database-url.ts";
import { isCi, isTestRunner } from "./surroundings.ts";
import {
  EMBEDDED_DATABASE,
  type Entrypoint,
  isDestructive,
  isProdPurpose,
  isPurpose,
  type ProdPurpose,
  PURPOSES,
  type Purpose,
} from "./tiers.ts";

export const FLAGS = ["USE_STG_DATABASE", "USE_PROD_DATABASE", "INSTAINSTRU_PRODUCTION_MODE"] as const;
export type Flag = (typeof FLAGS)[number];

/** Single-word names under which CI systems offer their database service; they count only while a CI variable is set. */
export const CI_SERVICE_HOSTS: readonly string[] = ["postgres", "postgresql", "db", "database", "docker"];

const INT_NAME = /(^|[_-])(int|test|ci)([_-]|$)/;

/** Entry points that production mode lets in without a question (operations §5.2 rule 3). */
const UNATTENDED: readonly Entrypoint[] = ["server", "worker", "release"];

export interface DecisionInput {
  readonly env: Environment;
  readonly argv: readonly string[];
  readonly purpose: Purpose;
  readonly entrypoint: Entrypoint;
  /** True when a person can be asked. */
  readonly isTty: boolean;
  /** True when the caller knows that it runs under a test runner; the environment and `argv` are looked at as well. */
  readonly testRunner: boolean;
}

export type UrlPlace = { readonly kind: "url"; readonly url: Secret };
export type EmbeddedPlace = { readonly kind: "embedded"; readonly name: string };

interface Resolved {
  readonly databaseName: string;
  readonly maskedUrl: string;
}

/** INT or STG: the only type that functions which reset, drop, truncate or fill with demo data may accept. */
export interface DisposableDatabase extends Resolved {
  readonly tier: "INT" | "STG";
  readonly purpose: Purpose;
  readonly place: UrlPlace | EmbeddedPlace;
}

export interface ProdDatabase extends Resolved {
  readonly tier: "PROD";
  readonly purpose: ProdPurpose;
  readonly place: UrlPlace;
}

export type ResolvedDatabase = DisposableDatabase | ProdDatabase;

export type AllowReason = "test_or_ci" | "production_mode" | "prod_confirmed" | "stg_flag" | "default";

export interface Allowed {
  readonly outcome: "allow";
  readonly tier: Tier;
  readonly reason: AllowReason;
  readonly database: ResolvedDatabase;
  /** The exact text that a person must type first; null when nothing is asked. */
  readonly needsConfirmation: string | null;
  /** True when a backup younger than 24 hours must exist first. */
  readonly needsBackup: boolean;
  readonly flagsIgnored: readonly Flag[];
}

export interface Denied {
  readonly outcome: "deny";
  /** The tier that was asked for; null when that is the question. */
  readonly tier: Tier | null;
  readonly reason: RefusalCode;
  /** One line that says what to do. */
  readonly detail: string;
  readonly maskedUrl: string | null;
  readonly flagsIgnored: readonly Flag[];
}

export type Decision = Allowed | Denied;

type Denial = Omit<Denied, "flagsIgnored" | "outcome">;
type Chosen = { readonly tier: Tier; readonly reason: AllowReason };
type Place = Resolved & { readonly url: DatabaseUrl | null };

/** Decides which database a process may open, if any (operations §5.1 and §5.2). Pure: reads nothing but its argument. */
export function decideDatabase(input: DecisionInput): Decision {
  const ruleOne = isTestOrCi(input);
  const flagsIgnored = ruleOne
    ? FLAGS.filter((flag) => Boolean(input.env[flag]) && input.env[flag] !== "false")
    : [];
  const denied = (denial: Denial): Denied => ({ outcome: "deny", ...denial, flagsIgnored });

  if (!isPurpose(input.purpose)) {
    return denied(refusal("unknown_purpose", null, `the purpose must be one of ${PURPOSES.join(", ")}`));
  }
  const chosen = ruleOne ? ({ tier: "INT", reason: "test_or_ci" } as const) : chooseTier(input);
  if (!isChosen(chosen)) return denied(chosen);
  const place = findPlace(chosen, input);
  if (!("databaseName" in place)) return denied(place);
  const objection = objectionToInt(chosen, place, isCi(input.env));
  if (objection) return denied(objection);
  const permission = permit(chosen, place, input);
  return "detail" in permission
    ? denied(permission)
    : { outcome: "allow", ...chosen, ...permission, flagsIgnored };
}

function isTestOrCi({ env, argv, entrypoint, testRunner }: DecisionInput): boolean {
  return (
    testRunner || entrypoint === "test" || env["NODE_ENV"] === "test" || isCi(env) || isTestRunner(env, argv)
  );
}

/** Rules 2 to 6. */
function chooseTier({ env, entrypoint }: DecisionInput): Chosen | Denial {
  const unclear = FLAGS.find((flag) => !["", "true", "false"].includes(env[flag] ?? ""));
  if (unclear) return refusal("flag_unreadable", null, `${unclear} must be true or false`);
  const isOn = (flag: Flag): boolean => env[flag] === "true";
  if (isOn("USE_STG_DATABASE") && isOn("USE_PROD_DATABASE")) {
    return refusal("both_flags", null, "set USE_STG_DATABASE or USE_PROD_DATABASE, not both");
  }
  if (isOn("USE_PROD_DATABASE")) {
    const unattended = isOn("INSTAINSTRU_PRODUCTION_MODE") && UNATTENDED.includes(entrypoint);
    return { tier: "PROD", reason: unattended ? "production_mode" : "prod_confirmed" };
  }
  if (isOn("INSTAINSTRU_PRODUCTION_MODE")) {
    return refusal(
      "production_mode_without_prod",
      null,
      "INSTAINSTRU_PRODUCTION_MODE=true needs USE_PROD_DATABASE=true as well; nothing else is used in its place",
    );
  }
  return isOn("USE_STG_DATABASE") ? { tier: "STG", reason: "stg_flag" } : { tier: "INT", reason: "default" };
}

function findPlace({ tier }: Chosen, { env, purpose }: DecisionInput): Place | Denial {
  const urls = readConfiguredUrls(env);
  if ("reason" in urls) return { tier, ...urls };
  if (tier === "PROD") {
    const url = purpose === "migrate" ? (urls.migration ?? urls.PROD) : urls.PROD;
    if (!url)
      return refusal(
        "url_missing",
        tier,
        "PROD needs PROD_DATABASE_URL; it never runs on the embedded server",
      );
    return { url, databaseName: url.database, maskedUrl: url.masked };
  }
  const url = urls[tier];
  if (url) return { url, databaseName: url.database, maskedUrl: url.masked };
  const name = EMBEDDED_DATABASE[tier];
  return { url: null, databaseName: name, maskedUrl: `//***:***@embedded/${name}` };
}

/** INT may be dropped at any time, so its name must say so; under tests and CI it must also be on this machine or CI's own service. */
function objectionToInt(
  { tier, reason }: Chosen,
  { url, databaseName, maskedUrl }: Place,
  ci: boolean,
): Denial | null {
  if (tier !== "INT" || !url) return null;
  if (!INT_NAME.test(databaseName)) {
    const detail = `the INT database must have int, test or ci as a word of its name; ${databaseName} has none`;
    return { tier, reason: "int_name", detail, maskedUrl };
  }
  const isNear = url.isLoopback || (ci && CI_SERVICE_HOSTS.includes(url.host));
  if (reason === "test_or_ci" && !isNear) {
    const detail = `tests and CI use a database on this machine${ci ? ` or a service named ${CI_SERVICE_HOSTS.join(", ")}` : ""}`;
    return { tier, reason: "int_host", detail, maskedUrl };
  }
  return null;
}

type Permission = Pick<Allowed, "database" | "needsConfirmation" | "needsBackup">;

function permit(chosen: Chosen, place: Place, input: DecisionInput): Permission | Denial {
  const permission =
    chosen.tier === "PROD" ? permitProd(chosen, place, input) : permitDisposable(chosen.tier, place, input);
  if ("database" in permission && permission.needsConfirmation !== null && !input.isTty) {
    return {
      tier: chosen.tier,
      reason: "needs_terminal",
      detail: `${input.purpose} on ${chosen.tier} must be confirmed in a terminal`,
      maskedUrl: place.maskedUrl,
    };
  }
  return permission;
}

function permitDisposable(tier: "INT" | "STG", place: Place, { purpose }: DecisionInput): Permission {
  const { databaseName, maskedUrl, url } = place;
  const where = url
    ? ({ kind: "url", url: url.url } as const)
    : ({ kind: "embedded", name: databaseName } as const);
  return {
    database: { tier, purpose, place: where, databaseName, maskedUrl },
    needsConfirmation: tier === "STG" && isDestructive(purpose) ? databaseName : null,
    needsBackup: false,
  };
}

function permitProd(
  { tier, reason }: Chosen,
  place: Place,
  { purpose, entrypoint }: DecisionInput,
): Permission | Denial {
  const { databaseName, maskedUrl, url } = place;
  if (!isProdPurpose(purpose) || !url) {
    return { tier, reason: "impossible_on_prod", detail: `${purpose} does not exist on PROD`, maskedUrl };
  }
  const migrating = purpose === "migrate";
  const unattended = reason === "production_mode" && (!migrating || entrypoint === "release");
  return {
    database: { tier: "PROD", purpose, place: { kind: "url", url: url.url }, databaseName, maskedUrl },
    needsConfirmation: unattended ? null : "yes",
    needsBackup: migrating,
  };
}

function isChosen(choice: Chosen | Denial): choice is Chosen {
  return !("detail" in choice);
}

function refusal(reason: RefusalCode, tier: Tier | null, detail: string): Denial {
  return { tier, reason, detail, maskedUrl: null };
}
