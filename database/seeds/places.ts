import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { seedPlaces } from "#modules/places/index.ts";
import { systemClock } from "#platform/clock/clock.ts";
import type { Seed } from "#platform/database/seed.ts";
import { createIdFactory } from "#platform/ids/ids.ts";

const FILE = join(import.meta.dirname, "data/nyc-neighborhoods.json");

/** Neighbourhoods, areas, landmarks, names and map shapes of New York City (search §1, §3). */
export const placesSeed: Seed = {
  name: "places",
  async run(tx) {
    await seedPlaces(tx, JSON.parse(await readFile(FILE, "utf8")), createIdFactory(systemClock));
  },
};
