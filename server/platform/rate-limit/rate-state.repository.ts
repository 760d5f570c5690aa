import { sql } from "kysely";
import type { Queryable } from "#platform/database/database.types.ts";
import type { Attempt } from "./gcra.ts";

interface State {
  readonly tat: number;
  readonly nowMs: number;
}

/** The database's time in epoch milliseconds, one value per statement, unless the caller brings its own. */
const nowOr = (nowMs: number | null) =>
  sql<number>`coalesce(${nowMs}::float8, extract(epoch from statement_timestamp())::float8 * 1000)`;

/** One GCRA step; null when it is refused and nothing was written. */
export async function takeState(
  db: Queryable,
  key: string,
  attempt: Attempt,
  nowMs: number | null,
): Promise<State | null> {
  const now = nowOr(nowMs);
  const cost = sql`${attempt.costMs}::float8`;
  const { rows } = await sql<State>`
    insert into rate_limit_state as held (key, tat)
    values (${key}, ${now} + ${cost})
    on conflict (key) do update
      set tat = greatest(held.tat, ${now}) + ${cost}
      where greatest(held.tat, ${now}) + ${cost} - ${attempt.windowMs}::float8 <= ${now}
    returning held.tat, ${now} as "nowMs"`.execute(db);
  return rows[0] ?? null;
}

/** The stored time of `key`; a key that has been swept meanwhile reads as free from now on. */
export async function readState(db: Queryable, key: string, nowMs: number | null): Promise<State> {
  const { rows } = await sql<State>`
    select greatest(held.tat, moment.now) as tat, moment.now as "nowMs"
    from (select ${nowOr(nowMs)} as now) as moment
    left join rate_limit_state as held on held.key = ${key}`.execute(db);
  const state = rows[0];
  if (!state) throw new Error("a left join from one row gave none");
  return state;
}

export async function deleteExpiredStates(
  db: Queryable,
  nowMs: number | null,
  batch: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from rate_limit_state
    where key in (
      select key from rate_limit_state where tat <= ${nowOr(nowMs)} limit ${batch} for update skip locked
    )`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
