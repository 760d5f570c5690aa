-- Requests with an Idempotency-Key and their outcomes (API spec §1), kept 24 hours so that a repetition gets the first reply again.
create table idempotency_keys (
  -- SHA-256 of caller, method, path and key: one size whatever the client sends, and no address in it.
  id bytea primary key check (octet_length(id) = 32),
  -- SHA-256 of query and body: tells a repetition from another request under the same key.
  request_hash bytea not null check (octet_length(request_hash) = 32),
  -- New with every claim; only its holder can record the outcome.
  claim_token uuid not null,
  -- A claim without an outcome may be taken over from then on: its process has died.
  lease_expires_at timestamptz not null,
  expires_at timestamptz not null check (expires_at >= lease_expires_at),
  -- The outcome; null while the request runs.
  status smallint check (status between 200 and 499),
  headers jsonb check (jsonb_typeof(headers) = 'object'),
  body bytea check (octet_length(body) <= 262144),
  constraint idempotency_keys_outcome_is_whole check (
    (status is null) = (headers is null) and (status is null) = (body is null)
  )
);
create index idempotency_keys_by_expiry on idempotency_keys (expires_at);
