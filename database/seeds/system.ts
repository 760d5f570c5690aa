import type { Seed } from "#platform/database/seed.ts";
import { catalogSeed } from "./catalog.ts";
import { placesSeed } from "./places.ts";

/** System data for every tier, in the order in which it is written. */
export const systemSeeds: readonly Seed[] = [catalogSeed, placesSeed];
