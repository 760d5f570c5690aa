import { sql } from "kysely";
import type { Tier } from "../config/config.ts";
import type { Database, Tx } from "./database.types.ts";

export interface Seed {
  /** Unique; shown while seeding. */
  readonly name: string;
  /** Writes by natural key so that a second run changes nothing; runs in a transaction of its own. */
  run(tx: Tx): Promise<void>;
}

export interface SeedOptions {
  readonly database: Database;
  /** In the order they run: what others refer to comes first. */
  readonly seeds: readonly Seed[];
  readonly log?: (line: string) => void;
}

/** Demo data was refused, or a seed failed; the message names it. */
export class SeedError extends Error {
  override name = "SeedError";
}

/** Another process that seeds holds the lock while one seed runs. */
const LOCK_WAIT_MS = 60_000;
/** Any fixed pair, different from that of the migrations. */
const LOCK_KEY = [0x494e5354, 2] as const;

/**
 * Writes system data, allowed on every tier (operations §5.4). A failing seed is rolled back and stops the run; those before it stay,
 * and a repeated run continues.
 * @throws SeedError naming the seed that failed
 */
export async function seedSystem({ database, seeds, log }: SeedOptions): Promise<void> {
  const names = new Set(seeds.map(({ name }) => name));
  if (names.size !== seeds.length) throw new SeedError("two seeds have the same name");
  for (const seed of seeds) {
    await runSeed(database, seed);
    log?.(`seeded ${seed.name}`);
  }
}

/**
 * Writes demo data on INT and STG. There is no way to have it on PROD (operations §5.2): both the tier asked for and the marker in the
 * database must say otherwise.
 * @throws SeedError for PROD, for a marker that differs from `tier`, and as `seedSystem`
 */
export async function seedDemo(options: SeedOptions & { readonly tier: Tier }): Promise<void> {
  if (options.tier === "PROD") throw new SeedError("demo data never goes to PROD");
  const marker = await options.database.db.selectFrom("environment_marker").select("tier").executeTakeFirst();
  if (marker?.tier !== options.tier) {
    throw new SeedError(
      `demo data refused: asked for ${options.tier}, the database says ${marker?.tier ?? "nothing"}`,
    );
  }
  await seedSystem(options);
}

async function runSeed(database: Database, seed: Seed): Promise<void> {
  try {
    await database.transaction(
      async (tx) => {
        await sql`select pg_advisory_xact_lock(${LOCK_KEY[0]}, ${LOCK_KEY[1]})`.execute(tx);
        await seed.run(tx);
      },
      { lockTimeoutMs: LOCK_WAIT_MS },
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SeedError(`seed ${seed.name}: ${reason}`, { cause: error });
  }
}
