import type { Seed } from "#platform/database/seed.ts";

/** System data for every tier, in the order in which it is written. */
export const systemSeeds: readonly Seed[] = [];
