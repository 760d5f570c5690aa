-- What the job engine itself does not keep (operations §8). The jobs are pg-boss's, in its own schema.

-- One row per effect that has no constraint of its own to be idempotent by.
create table processed (
  consumer text not null,
  key text not null,
  processed_at timestamptz not null default now(),
  primary key (consumer, key)
);
create index processed_by_age on processed (processed_at);

-- Worker processes, each written every 15 s by itself.
create table workers (
  id text primary key,
  roles text[] not null,
  host text not null,
  git_sha text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);

create table queue_pauses (
  queue text primary key,
  paused_by text not null,
  reason text not null check (reason <> ''),
  paused_at timestamptz not null default now()
);

-- Progress of work that a 202 announced.
create table run_progress (
  run_id text primary key,
  owner_id text,
  current integer not null default 0 check (current >= 0),
  total integer check (total >= 0),
  result jsonb,
  updated_at timestamptz not null default now()
);
create index run_progress_by_age on run_progress (updated_at);
