import type { Seed } from "#platform/database/seed.ts";

/** Demo data for INT and STG, in the order in which it is written. */
export const demoSeeds: readonly Seed[] = [];
