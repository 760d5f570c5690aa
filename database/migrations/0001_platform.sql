-- Exclusion constraints that join equality with ranges (no double booking) need it.
create extension if not exists btree_gist;

-- Says which tier this database is. Written once, when the database is created; every connection compares it with the tier it asked for.
create table environment_marker (
  only_row boolean primary key default true check (only_row),
  tier text not null check (tier in ('INT', 'STG', 'PROD'))
);
