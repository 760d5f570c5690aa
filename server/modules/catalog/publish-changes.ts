import type { Cache } from "#platform/cache/cache.types.ts";
import type { Database, Tx } from "#platform/database/database.types.ts";
import type { Events } from "#platform/events/events.ts";
import type { Jobs } from "#platform/jobs/jobs.ts";
import { getVersion, lockCatalog, raiseVersion } from "./catalog-version.repository.ts";
import { catalogNamespace } from "./read-catalog.ts";

export interface PublishChangesDeps {
  readonly database: Pick<Database, "transaction">;
  readonly cache: Pick<Cache, "afterCommitDrop">;
  readonly jobs: Jobs;
  readonly events: Events;
}

export interface CatalogChanges {
  /**
   * Call in the transaction of every edit, first of all: edits wait for each other, so checks over the whole catalogue hold until the
   * commit. Publishes `catalog.changed` and lets every process forget what it has cached.
   */
  publishChange(tx: Tx): Promise<void>;
  /**
   * Says the current version again, for changes made by a seed, which runs without the application. Each version is said once, however
   * many processes start.
   */
  announce(): Promise<void>;
}

export function createCatalogChanges({ database, cache, jobs, events }: PublishChangesDeps): CatalogChanges {
  async function publish(tx: Tx, version: number): Promise<void> {
    await events.publish(tx, { type: "catalog.changed", aggregateId: "catalog", version });
    await jobs.add(
      tx,
      "cache.invalidate",
      { namespace: catalogNamespace.name },
      { key: `${catalogNamespace.name}:${version}` },
    );
    cache.afterCommitDrop(tx, catalogNamespace);
  }
  return {
    async publishChange(tx) {
      await publish(tx, await raiseVersion(tx));
    },
    async announce() {
      await database.transaction(async (tx) => {
        await lockCatalog(tx);
        await publish(tx, await getVersion(tx));
      });
    },
  };
}
