-- Picture of the database schema, written by `npm run db -- schema` from the catalogues of a freshly migrated database.
-- For reading and comparing only: migrations make the schema. Left out: schema pgboss, partitions, owners, grants, settings of sequences.

CREATE EXTENSION btree_gist;

CREATE OR REPLACE FUNCTION public.rate_limit_overrides_notify()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('rate_limit_overrides', '');
  return null;
end
$function$;

CREATE TABLE environment_marker (
  only_row boolean DEFAULT true NOT NULL,
  tier text NOT NULL,
  CONSTRAINT environment_marker_pkey PRIMARY KEY (only_row),
  CONSTRAINT environment_marker_only_row_check CHECK (only_row),
  CONSTRAINT environment_marker_tier_check CHECK ((tier = ANY (ARRAY['INT'::text, 'STG'::text, 'PROD'::text])))
);

CREATE TABLE idempotency_keys (
  id bytea NOT NULL,
  request_hash bytea NOT NULL,
  claim_token uuid NOT NULL,
  lease_expires_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  status smallint,
  headers jsonb,
  body bytea,
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (id),
  CONSTRAINT idempotency_keys_body_check CHECK ((octet_length(body) <= 262144)),
  CONSTRAINT idempotency_keys_check CHECK ((expires_at >= lease_expires_at)),
  CONSTRAINT idempotency_keys_headers_check CHECK ((jsonb_typeof(headers) = 'object'::text)),
  CONSTRAINT idempotency_keys_id_check CHECK ((octet_length(id) = 32)),
  CONSTRAINT idempotency_keys_outcome_is_whole CHECK ((((status IS NULL) = (headers IS NULL)) AND ((status IS NULL) = (body IS NULL)))),
  CONSTRAINT idempotency_keys_request_hash_check CHECK ((octet_length(request_hash) = 32)),
  CONSTRAINT idempotency_keys_status_check CHECK (((status >= 200) AND (status <= 499)))
);
CREATE INDEX idempotency_keys_by_expiry ON public.idempotency_keys USING btree (expires_at);

CREATE TABLE processed (
  consumer text NOT NULL,
  key text NOT NULL,
  processed_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT processed_pkey PRIMARY KEY (consumer, key)
);
CREATE INDEX processed_by_age ON public.processed USING btree (processed_at);

CREATE TABLE queue_pauses (
  queue text NOT NULL,
  paused_by text NOT NULL,
  reason text NOT NULL,
  paused_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT queue_pauses_pkey PRIMARY KEY (queue),
  CONSTRAINT queue_pauses_reason_check CHECK ((reason <> ''::text))
);

CREATE TABLE rate_limit_overrides (
  id text NOT NULL,
  match text NOT NULL,
  target text NOT NULL,
  method text,
  rate_per_min double precision,
  burst integer,
  mode text,
  reason text NOT NULL,
  created_by text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT rate_limit_overrides_pkey PRIMARY KEY (id),
  CONSTRAINT rate_limit_overrides_burst_check CHECK (((burst >= 0) AND (burst <= 10000))),
  CONSTRAINT rate_limit_overrides_changes_something CHECK (((rate_per_min IS NOT NULL) OR (mode IS NOT NULL))),
  CONSTRAINT rate_limit_overrides_check CHECK ((expires_at > created_at)),
  CONSTRAINT rate_limit_overrides_created_by_check CHECK ((created_by <> ''::text)),
  CONSTRAINT rate_limit_overrides_id_check CHECK ((id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'::text)),
  CONSTRAINT rate_limit_overrides_match_check CHECK ((match = ANY (ARRAY['route'::text, 'path_prefix'::text, 'bucket'::text]))),
  CONSTRAINT rate_limit_overrides_method_check CHECK ((method = ANY (ARRAY['GET'::text, 'POST'::text, 'PUT'::text, 'PATCH'::text, 'DELETE'::text]))),
  CONSTRAINT rate_limit_overrides_mode_check CHECK ((mode = ANY (ARRAY['enforce'::text, 'shadow'::text, 'off'::text]))),
  CONSTRAINT rate_limit_overrides_rate_per_min_check CHECK (((rate_per_min = (0)::double precision) OR ((rate_per_min >= (0.0001)::double precision) AND (rate_per_min <= (100000)::double precision)))),
  CONSTRAINT rate_limit_overrides_rate_with_burst CHECK (((rate_per_min IS NULL) = (burst IS NULL))),
  CONSTRAINT rate_limit_overrides_reason_check CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 500))),
  CONSTRAINT rate_limit_overrides_target_fits_match CHECK (
CASE
    WHEN (match = 'bucket'::text) THEN (target ~ '^[a-z_]+$'::text)
    ELSE (target ~~ '/%'::text)
END)
);
CREATE TRIGGER rate_limit_overrides_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON rate_limit_overrides FOR EACH STATEMENT EXECUTE FUNCTION rate_limit_overrides_notify();

CREATE UNLOGGED TABLE rate_limit_state (
  key text NOT NULL,
  tat double precision NOT NULL,
  CONSTRAINT rate_limit_state_pkey PRIMARY KEY (key)
) WITH (fillfactor=70);

CREATE TABLE run_progress (
  run_id text NOT NULL,
  owner_id text,
  current integer DEFAULT 0 NOT NULL,
  total integer,
  result jsonb,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT run_progress_pkey PRIMARY KEY (run_id),
  CONSTRAINT run_progress_current_check CHECK ((current >= 0)),
  CONSTRAINT run_progress_total_check CHECK ((total >= 0))
);
CREATE INDEX run_progress_by_age ON public.run_progress USING btree (updated_at);

CREATE TABLE schema_migrations (
  number integer NOT NULL,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  duration_ms integer NOT NULL,
  CONSTRAINT schema_migrations_pkey PRIMARY KEY (number)
);

CREATE TABLE workers (
  id text NOT NULL,
  roles text[] NOT NULL,
  host text NOT NULL,
  git_sha text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  CONSTRAINT workers_pkey PRIMARY KEY (id)
);
