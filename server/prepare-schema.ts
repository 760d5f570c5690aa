import type { MigrateResult } from "#platform/database/migrate.ts";
import { type DatabaseAccess, prepareDatabase } from "#platform/database/prepare-database.ts";
import { installJobs } from "#platform/jobs/boss.ts";

/** The migration step of every tier: our migrations, then the job engine's schema and queues (operations §8 "Roles"). */
export async function prepareSchema(
  access: DatabaseAccess,
  log?: (line: string) => void,
): Promise<MigrateResult> {
  const result = await prepareDatabase(access, log);
  await installJobs(access.connectionString);
  return result;
}
