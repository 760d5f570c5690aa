export const READ_SERVER = `
  select current_setting('server_version') as "serverVersion", pg_database_size(current_database())::float8 as "databaseBytes"`;

/** Row counts are the planner's estimates: counting would read every table. */
export const READ_TABLE_SIZES = `
  select nspname || '.' || relname as name,
    pg_total_relation_size(pg_class.oid)::float8 as bytes,
    greatest(reltuples, 0)::float8 as "estimatedRows"
  from pg_class
  join pg_namespace on pg_namespace.oid = pg_class.relnamespace
  where relkind in ('r', 'p') and not relispartition
    and nspname <> 'information_schema'
    and nspname not like 'pg\\_%'
  order by 2 desc, 1`;
