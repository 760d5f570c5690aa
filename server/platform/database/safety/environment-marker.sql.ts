import type { Tier } from "#platform/config/config.ts";
import { TIERS } from "./tiers.ts";

export const FIND_MARKER_TABLE = "select 1 where to_regclass('public.environment_marker') is not null";

export const READ_MARKER = "select tier from public.environment_marker limit 2";

/** Without the migrations' own list, which is made before the first of them and may be all that a creation cut off has left. */
export const COUNT_TABLES = `
  select count(*)::int as tables
  from pg_class
  join pg_namespace on pg_namespace.oid = pg_class.relnamespace
  where relkind in ('r', 'p', 'f')
    and nspname <> 'information_schema'
    and not (nspname = 'public' and relname = 'schema_migrations')
    and nspname not like 'pg\\_%'`;

/** `tier` is one of three constants. The table's key lets in one row, and a row that is there stays as it is. */
export function insertMarker(tier: Tier): string {
  const value = TIERS.find((known) => known === tier);
  return `insert into public.environment_marker (tier) values ('${value}') on conflict do nothing`;
}
