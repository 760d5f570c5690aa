import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeCatalog } from "#modules/catalog/index.ts";
import type { Seed } from "#platform/database/seed.ts";

const FILE = join(import.meta.dirname, "data/catalog.json");

/** Categories, services and filters, as `data/catalog.json` says. */
export const catalogSeed: Seed = {
  name: "catalog",
  async run(tx) {
    await writeCatalog(tx, JSON.parse(await readFile(FILE, "utf8")));
  },
};
