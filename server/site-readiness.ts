import type { Cache } from "#platform/cache/cache.types.ts";
import type { Clock } from "#platform/clock/clock.ts";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.types.ts";
import { ping, readSchemaVersion } from "#platform/database/health.repository.ts";
import { requiredVersion } from "#platform/database/migrate.ts";
import type { Draining } from "#platform/http/draining.ts";
import { createReadiness, type Readiness } from "#platform/http/readiness.ts";
import { findLastSeenWorker } from "#platform/jobs/jobs.repository.ts";

const WORKER_SILENCE_SECONDS = 60;

export interface SiteReadinessDeps {
  readonly config: Config;
  readonly clock: Clock;
  readonly draining: Draining;
  readonly database: Database;
  readonly cache: Cache;
}

/** The checks behind `/ready` (operations §10). Storage, mail and payments join with the parts that bring them. */
export async function siteReadiness(deps: SiteReadinessDeps): Promise<() => Promise<Readiness>> {
  const { clock, draining, database, cache } = deps;
  const required = await requiredVersion();
  return createReadiness({
    clock,
    draining,
    checks: {
      database: { kind: "hard", run: () => ping(database.db) },
      schema: {
        kind: "hard",
        run: async () => assert((await readSchemaVersion(database.db)) >= required, "the schema is too old"),
      },
      cache: {
        kind: "soft",
        run: async () => assert(cache.health() === "ok", "the shared cache is given up"),
      },
      listener: { kind: "soft", run: async () => assert(database.isListening(), "no LISTEN connection") },
      worker: { kind: "soft", run: () => assertWorker(database, clock) },
    },
  });
}

async function assertWorker({ db }: Database, clock: Clock): Promise<void> {
  const seen = await findLastSeenWorker(db);
  assert(
    seen !== null && clock.now().since(seen).total("seconds") < WORKER_SILENCE_SECONDS,
    "no worker was seen for a minute",
  );
}

function assert(condition: boolean, message: string): void {
  if (!condition) throw new Error(message);
}
