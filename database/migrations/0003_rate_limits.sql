-- Counters of the rate limiter (operations §4.1): when each key's bucket will be full again, in epoch milliseconds.
-- Losing them in a crash only means full buckets, so the table is not logged. No index on tat: every attempt changes it, and without one
-- the update stays on its page.
create unlogged table rate_limit_state (
  key text primary key,
  tat double precision not null
) with (fillfactor = 70);

-- Timed changes of limits, read by every process (operations §4.4).
create table rate_limit_overrides (
  id text primary key check (id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  match text not null check (match in ('route', 'path_prefix', 'bucket')),
  target text not null,
  method text check (method in ('GET', 'POST', 'PUT', 'PATCH', 'DELETE')),
  rate_per_min double precision check (rate_per_min = 0 or rate_per_min between 0.0001 and 100000),
  burst integer check (burst between 0 and 10000),
  mode text check (mode in ('enforce', 'shadow', 'off')),
  reason text not null check (char_length(reason) between 1 and 500),
  created_by text not null check (created_by <> ''),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at > created_at),
  constraint rate_limit_overrides_target_fits_match check (
    case when match = 'bucket' then target ~ '^[a-z_]+$' else target like '/%' end
  ),
  constraint rate_limit_overrides_rate_with_burst check ((rate_per_min is null) = (burst is null)),
  constraint rate_limit_overrides_changes_something check (rate_per_min is not null or mode is not null)
);

create function rate_limit_overrides_notify() returns trigger
language plpgsql as $$
begin
  perform pg_notify('rate_limit_overrides', '');
  return null;
end
$$;

create trigger rate_limit_overrides_changed
after insert or update or delete or truncate on rate_limit_overrides
for each statement execute function rate_limit_overrides_notify();
