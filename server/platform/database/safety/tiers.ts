import type { Tier } from "#platform/config/config.ts";

export const TIERS = ["INT", "STG", "PROD"] as const satisfies readonly Tier[];

/** What a caller wants to do with the database (operations §5.2). */
export const PURPOSES = [
  "read",
  "write",
  "migrate",
  "seed_system",
  "seed_demo",
  "reset",
  "drop",
  "truncate",
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The rest does not exist on PROD: a function that needs it takes a `DisposableDatabase` and cannot be given a `ProdDatabase`. */
export const PROD_PURPOSES = [
  "read",
  "write",
  "migrate",
  "seed_system",
] as const satisfies readonly Purpose[];
export type ProdPurpose = (typeof PROD_PURPOSES)[number];

export const DESTRUCTIVE_PURPOSES = ["reset", "drop", "truncate"] as const satisfies readonly Purpose[];

/** `release` is the deployment's own step on the production server; `script` is everything a person starts. */
export const ENTRYPOINTS = ["server", "worker", "release", "script", "test"] as const;
export type Entrypoint = (typeof ENTRYPOINTS)[number];

export interface TierFacts {
  readonly sign: string;
  readonly ansiColour: string;
}

export const TIER_FACTS: Readonly<Record<Tier, TierFacts>> = {
  INT: { sign: "🟢", ansiColour: "\u001b[32m" },
  STG: { sign: "🟡", ansiColour: "\u001b[33m" },
  PROD: { sign: "🔴", ansiColour: "\u001b[31m" },
};

/** Databases on the embedded server, for tiers without a URL. PROD is never there. */
export const EMBEDDED_DATABASE = { INT: "instainstru_int", STG: "instainstru_stg" } as const;

export function isPurpose(text: string): text is Purpose {
  return (PURPOSES as readonly string[]).includes(text);
}

export function isProdPurpose(purpose: Purpose): purpose is ProdPurpose {
  return (PROD_PURPOSES as readonly string[]).includes(purpose);
}

export function isDestructive(purpose: Purpose): boolean {
  return (DESTRUCTIVE_PURPOSES as readonly string[]).includes(purpose);
}
