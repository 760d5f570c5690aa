import { sql } from "kysely";
import type { Queryable } from "#platform/database/database.types.ts";
import type { Override } from "./override.rules.ts";

/** The channel that the table's trigger notifies after every change. */
export const OVERRIDES_CHANNEL = "rate_limit_overrides";

/** Overrides that end after `now`, newest first. */
export async function listOverrides(db: Queryable, now: Temporal.Instant): Promise<Override[]> {
  const { rows } = await sql<Override>`
    select id, match, target, method, rate_per_min as "ratePerMin", burst, mode, reason, created_by as "createdBy",
      created_at as "createdAt", expires_at as "expiresAt"
    from rate_limit_overrides
    where expires_at > ${now}
    order by created_at desc, id desc`.execute(db);
  return rows;
}

export async function insertOverride(db: Queryable, override: Override): Promise<void> {
  await sql`
    insert into rate_limit_overrides
      (id, match, target, method, rate_per_min, burst, mode, reason, created_by, created_at, expires_at)
    values (
      ${override.id}, ${override.match}, ${override.target}, ${override.method}, ${override.ratePerMin}, ${override.burst},
      ${override.mode}, ${override.reason}, ${override.createdBy}, ${override.createdAt}, ${override.expiresAt}
    )`.execute(db);
}

/** False when there is no such override. */
export async function deleteOverride(db: Queryable, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from rate_limit_overrides where id = ${id}`.execute(db);
  return numAffectedRows === 1n;
}
