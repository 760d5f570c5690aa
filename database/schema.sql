-- Picture of the database schema, written by `npm run db -- schema` from the catalogues of a freshly migrated database.
-- For reading and comparing only: migrations make the schema. Left out: schema pgboss, partitions, owners, grants, settings of sequences.

CREATE EXTENSION btree_gist;

CREATE DOMAIN borough_name AS text CONSTRAINT borough_name_check CHECK ((VALUE = ANY (ARRAY['Manhattan'::text, 'Brooklyn'::text, 'Queens'::text, 'Bronx'::text, 'Staten Island'::text])));

CREATE DOMAIN latitude AS double precision CONSTRAINT latitude_check CHECK (((VALUE >= ('-90'::integer)::double precision) AND (VALUE <= (90)::double precision)));

CREATE DOMAIN longitude AS double precision CONSTRAINT longitude_check CHECK (((VALUE >= ('-180'::integer)::double precision) AND (VALUE <= (180)::double precision)));

CREATE OR REPLACE FUNCTION public.rate_limit_overrides_notify()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('rate_limit_overrides', '');
  return null;
end
$function$;

CREATE TABLE ambiguous_terms (
  term text NOT NULL,
  service_id text NOT NULL,
  CONSTRAINT ambiguous_terms_pkey PRIMARY KEY (term, service_id),
  CONSTRAINT ambiguous_terms_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
  CONSTRAINT ambiguous_terms_term_check CHECK (((term = lower(term)) AND (term <> ''::text)))
);

CREATE TABLE areas (
  id text NOT NULL,
  metro_id text NOT NULL,
  name text NOT NULL,
  borough borough_name NOT NULL,
  aliases text[] NOT NULL,
  neighborhood_ids text[] NOT NULL,
  CONSTRAINT areas_pkey PRIMARY KEY (id),
  CONSTRAINT areas_id_check CHECK ((id ~ '^[a-z0-9]+(-[a-z0-9]+)+$'::text)),
  CONSTRAINT areas_metro_id_borough_fkey FOREIGN KEY (metro_id, borough) REFERENCES boroughs(metro_id, name),
  CONSTRAINT areas_name_check CHECK ((name <> ''::text)),
  CONSTRAINT areas_neighborhood_ids_check CHECK ((cardinality(neighborhood_ids) > 0))
);

CREATE TABLE boroughs (
  metro_id text NOT NULL,
  name borough_name NOT NULL,
  slug text NOT NULL,
  "position" smallint NOT NULL,
  aliases text[] NOT NULL,
  CONSTRAINT boroughs_pkey PRIMARY KEY (metro_id, name),
  CONSTRAINT boroughs_metro_id_fkey FOREIGN KEY (metro_id) REFERENCES metros(id),
  CONSTRAINT boroughs_metro_id_slug_key UNIQUE (metro_id, slug),
  CONSTRAINT boroughs_position_check CHECK (("position" > 0)),
  CONSTRAINT boroughs_slug_check CHECK ((slug ~ '^[a-z]+(-[a-z]+)*$'::text))
);

CREATE TABLE catalog_version (
  only_row boolean DEFAULT true NOT NULL,
  version integer NOT NULL,
  CONSTRAINT catalog_version_pkey PRIMARY KEY (only_row),
  CONSTRAINT catalog_version_only_row_check CHECK (only_row),
  CONSTRAINT catalog_version_version_check CHECK ((version >= 0))
);

CREATE TABLE categories (
  id text NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  subtitle text NOT NULL,
  icon text NOT NULL,
  terms text[] NOT NULL,
  display_order integer NOT NULL,
  is_virtual boolean NOT NULL,
  is_active boolean DEFAULT true NOT NULL,
  from_file boolean DEFAULT false NOT NULL,
  CONSTRAINT categories_pkey PRIMARY KEY (id),
  CONSTRAINT categories_display_order_check CHECK ((display_order > 0)),
  CONSTRAINT categories_icon_check CHECK ((icon ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  CONSTRAINT categories_id_check CHECK ((id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'::text)),
  CONSTRAINT categories_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
  CONSTRAINT categories_slug_check CHECK (((char_length(slug) <= 80) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))),
  CONSTRAINT categories_slug_key UNIQUE (slug),
  CONSTRAINT categories_subtitle_check CHECK (((char_length(subtitle) >= 1) AND (char_length(subtitle) <= 28)))
);

CREATE TABLE category_groups (
  category_id text NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  age_groups text[] NOT NULL,
  display_order integer NOT NULL,
  CONSTRAINT category_groups_pkey PRIMARY KEY (category_id, slug),
  CONSTRAINT category_groups_age_groups_check CHECK (((cardinality(age_groups) > 0) AND (age_groups <@ ARRAY['toddler'::text, 'kids'::text, 'teens'::text, 'adults'::text]))),
  CONSTRAINT category_groups_category_id_fkey FOREIGN KEY (category_id) REFERENCES categories(id),
  CONSTRAINT category_groups_display_order_check CHECK ((display_order > 0)),
  CONSTRAINT category_groups_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
  CONSTRAINT category_groups_slug_check CHECK (((char_length(slug) <= 80) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)))
);

CREATE TABLE environment_marker (
  only_row boolean DEFAULT true NOT NULL,
  tier text NOT NULL,
  CONSTRAINT environment_marker_pkey PRIMARY KEY (only_row),
  CONSTRAINT environment_marker_only_row_check CHECK (only_row),
  CONSTRAINT environment_marker_tier_check CHECK ((tier = ANY (ARRAY['INT'::text, 'STG'::text, 'PROD'::text])))
);

CREATE TABLE filter_definitions (
  id text NOT NULL,
  key text NOT NULL,
  label text NOT NULL,
  from_file boolean DEFAULT false NOT NULL,
  CONSTRAINT filter_definitions_pkey PRIMARY KEY (id),
  CONSTRAINT filter_definitions_id_check CHECK ((id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'::text)),
  CONSTRAINT filter_definitions_key_check CHECK (((char_length(key) <= 40) AND (key ~ '^[a-z][a-z0-9]*(_[a-z0-9]+)*$'::text))),
  CONSTRAINT filter_definitions_key_key UNIQUE (key),
  CONSTRAINT filter_definitions_label_check CHECK (((char_length(label) >= 1) AND (char_length(label) <= 40)))
);

CREATE TABLE filter_options (
  filter_id text NOT NULL,
  value text NOT NULL,
  label text NOT NULL,
  display_order integer NOT NULL,
  CONSTRAINT filter_options_pkey PRIMARY KEY (filter_id, value),
  CONSTRAINT filter_options_display_order_check CHECK ((display_order > 0)),
  CONSTRAINT filter_options_filter_id_fkey FOREIGN KEY (filter_id) REFERENCES filter_definitions(id) ON DELETE CASCADE,
  CONSTRAINT filter_options_label_check CHECK (((char_length(label) >= 1) AND (char_length(label) <= 40))),
  CONSTRAINT filter_options_value_check CHECK (((char_length(value) <= 40) AND (value ~ '^[a-z][a-z0-9]*(_[a-z0-9]+)*$'::text)))
);

CREATE TABLE generic_tokens (
  token text NOT NULL,
  CONSTRAINT generic_tokens_pkey PRIMARY KEY (token),
  CONSTRAINT generic_tokens_token_check CHECK (((token = lower(token)) AND (token <> ''::text)))
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

CREATE TABLE landmarks (
  id text NOT NULL,
  metro_id text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  lat latitude NOT NULL,
  lon longitude NOT NULL,
  neighborhood_id text NOT NULL,
  aliases text[] NOT NULL,
  CONSTRAINT landmarks_pkey PRIMARY KEY (id),
  CONSTRAINT landmarks_id_check CHECK ((id ~ '^[a-z0-9]+(-[a-z0-9]+)+$'::text)),
  CONSTRAINT landmarks_kind_check CHECK ((kind = ANY (ARRAY['transit'::text, 'landmark'::text, 'park'::text, 'campus'::text]))),
  CONSTRAINT landmarks_metro_id_fkey FOREIGN KEY (metro_id) REFERENCES metros(id),
  CONSTRAINT landmarks_name_check CHECK ((name <> ''::text)),
  CONSTRAINT landmarks_neighborhood_id_fkey FOREIGN KEY (neighborhood_id) REFERENCES neighborhoods(id)
);

CREATE TABLE metros (
  id text NOT NULL,
  south latitude NOT NULL,
  north latitude NOT NULL,
  west longitude NOT NULL,
  east longitude NOT NULL,
  aliases text[] NOT NULL,
  outside_places text[] NOT NULL,
  CONSTRAINT metros_pkey PRIMARY KEY (id),
  CONSTRAINT metros_box_is_a_box CHECK ((((south)::double precision < (north)::double precision) AND ((west)::double precision < (east)::double precision))),
  CONSTRAINT metros_id_check CHECK ((id ~ '^[a-z]{2,10}$'::text))
);

CREATE TABLE neighborhood_shapes (
  neighborhood_id text NOT NULL,
  geometry jsonb NOT NULL,
  CONSTRAINT neighborhood_shapes_pkey PRIMARY KEY (neighborhood_id),
  CONSTRAINT neighborhood_shapes_geometry_check CHECK ((((geometry ->> 'type'::text) = 'Polygon'::text) AND (jsonb_typeof((geometry -> 'coordinates'::text)) = 'array'::text))),
  CONSTRAINT neighborhood_shapes_neighborhood_id_fkey FOREIGN KEY (neighborhood_id) REFERENCES neighborhoods(id) ON DELETE CASCADE
);

CREATE TABLE neighborhoods (
  id text NOT NULL,
  metro_id text NOT NULL,
  name text NOT NULL,
  borough borough_name NOT NULL,
  lat latitude NOT NULL,
  lon longitude NOT NULL,
  radius_m integer NOT NULL,
  aliases text[] NOT NULL,
  includes text[] NOT NULL,
  adjacent text[] NOT NULL,
  zips text[] NOT NULL,
  landmarks text[] NOT NULL,
  CONSTRAINT neighborhoods_pkey PRIMARY KEY (id),
  CONSTRAINT neighborhoods_check CHECK ((NOT (id = ANY (includes)))),
  CONSTRAINT neighborhoods_check1 CHECK ((NOT (id = ANY (adjacent)))),
  CONSTRAINT neighborhoods_id_check CHECK ((id ~ '^[a-z0-9]+(-[a-z0-9]+)+$'::text)),
  CONSTRAINT neighborhoods_metro_id_borough_fkey FOREIGN KEY (metro_id, borough) REFERENCES boroughs(metro_id, name),
  CONSTRAINT neighborhoods_name_check CHECK ((name <> ''::text)),
  CONSTRAINT neighborhoods_one_per_point UNIQUE (metro_id, borough, lat, lon) DEFERRABLE,
  CONSTRAINT neighborhoods_radius_m_check CHECK (((radius_m >= 50) AND (radius_m <= 5000))),
  CONSTRAINT neighborhoods_zips_check CHECK ((array_to_string(zips, ','::text) ~ '^(\d{5}(,\d{5})*)?$'::text))
);

CREATE TABLE place_aliases (
  id text NOT NULL,
  metro_id text NOT NULL,
  text text NOT NULL,
  neighborhood_ids text[] NOT NULL,
  type text NOT NULL,
  source text NOT NULL,
  status text NOT NULL,
  confidence double precision NOT NULL,
  user_count integer DEFAULT 0 NOT NULL,
  CONSTRAINT place_aliases_pkey PRIMARY KEY (id),
  CONSTRAINT place_aliases_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision))),
  CONSTRAINT place_aliases_id_check CHECK ((id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'::text)),
  CONSTRAINT place_aliases_metro_id_fkey FOREIGN KEY (metro_id) REFERENCES metros(id),
  CONSTRAINT place_aliases_metro_id_text_key UNIQUE (metro_id, text),
  CONSTRAINT place_aliases_neighborhood_ids_check CHECK ((cardinality(neighborhood_ids) > 0)),
  CONSTRAINT place_aliases_source_check CHECK ((source = ANY (ARRAY['seed'::text, 'manual'::text, 'fuzzy'::text, 'embedding'::text, 'user_learning'::text]))),
  CONSTRAINT place_aliases_status_check CHECK ((status = ANY (ARRAY['active'::text, 'pending_review'::text, 'deprecated'::text]))),
  CONSTRAINT place_aliases_text_check CHECK (((char_length(text) >= 1) AND (char_length(text) <= 200))),
  CONSTRAINT place_aliases_type_check CHECK ((type = ANY (ARRAY['abbreviation'::text, 'colloquial'::text, 'landmark'::text, 'typo'::text]))),
  CONSTRAINT place_aliases_user_count_check CHECK ((user_count >= 0))
);

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

CREATE TABLE service_relations (
  service_id text NOT NULL,
  related_service_id text NOT NULL,
  display_order integer NOT NULL,
  CONSTRAINT service_relations_pkey PRIMARY KEY (service_id, related_service_id),
  CONSTRAINT service_relations_display_order_check CHECK ((display_order > 0)),
  CONSTRAINT service_relations_related_service_id_fkey FOREIGN KEY (related_service_id) REFERENCES services(id),
  CONSTRAINT service_relations_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
  CONSTRAINT service_relations_to_another CHECK ((related_service_id <> service_id))
);

CREATE TABLE service_stats (
  service_id text NOT NULL,
  search_count_7d integer NOT NULL,
  search_count_30d integer NOT NULL,
  booking_count_7d integer NOT NULL,
  booking_count_30d integer NOT NULL,
  view_to_booking_rate double precision NOT NULL,
  average_price_cents integer,
  p25_price_cents integer,
  p50_price_cents integer,
  p75_price_cents integer,
  commonest_duration integer,
  completion_rate double precision,
  live_instructors integer NOT NULL,
  weekly_open_minutes integer NOT NULL,
  supply_demand_ratio double precision,
  demand_score double precision NOT NULL,
  is_trending boolean NOT NULL,
  popularity_rank integer NOT NULL,
  computed_at timestamp with time zone NOT NULL,
  CONSTRAINT service_stats_pkey PRIMARY KEY (service_id),
  CONSTRAINT service_stats_average_price_cents_check CHECK ((average_price_cents >= 0)),
  CONSTRAINT service_stats_booking_count_7d_check CHECK ((booking_count_7d >= 0)),
  CONSTRAINT service_stats_check CHECK ((search_count_30d >= search_count_7d)),
  CONSTRAINT service_stats_check1 CHECK ((booking_count_30d >= booking_count_7d)),
  CONSTRAINT service_stats_check2 CHECK ((p50_price_cents >= p25_price_cents)),
  CONSTRAINT service_stats_check3 CHECK ((p75_price_cents >= p50_price_cents)),
  CONSTRAINT service_stats_commonest_duration_check CHECK ((commonest_duration > 0)),
  CONSTRAINT service_stats_completion_rate_check CHECK (((completion_rate >= (0)::double precision) AND (completion_rate <= (1)::double precision))),
  CONSTRAINT service_stats_demand_score_check CHECK (((demand_score >= (0)::double precision) AND (demand_score <= (100)::double precision))),
  CONSTRAINT service_stats_live_instructors_check CHECK ((live_instructors >= 0)),
  CONSTRAINT service_stats_p25_price_cents_check CHECK ((p25_price_cents >= 0)),
  CONSTRAINT service_stats_popularity_rank_check CHECK ((popularity_rank > 0)),
  CONSTRAINT service_stats_search_count_7d_check CHECK ((search_count_7d >= 0)),
  CONSTRAINT service_stats_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
  CONSTRAINT service_stats_supply_demand_ratio_check CHECK ((supply_demand_ratio >= (0)::double precision)),
  CONSTRAINT service_stats_view_to_booking_rate_check CHECK (((view_to_booking_rate >= (0)::double precision) AND (view_to_booking_rate <= (1)::double precision))),
  CONSTRAINT service_stats_weekly_open_minutes_check CHECK ((weekly_open_minutes >= 0))
);

CREATE TABLE services (
  id text NOT NULL,
  subcategory_id text NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  description text,
  terms text[] NOT NULL,
  age_groups text[] NOT NULL,
  durations integer[] NOT NULL,
  default_duration integer NOT NULL,
  online boolean NOT NULL,
  certification boolean NOT NULL,
  display_order integer NOT NULL,
  is_active boolean DEFAULT true NOT NULL,
  from_file boolean DEFAULT false NOT NULL,
  CONSTRAINT services_pkey PRIMARY KEY (id),
  CONSTRAINT services_age_groups_check CHECK (((cardinality(age_groups) > 0) AND (age_groups <@ ARRAY['toddler'::text, 'kids'::text, 'teens'::text, 'adults'::text]))),
  CONSTRAINT services_default_duration_is_offered CHECK ((default_duration = ANY (durations))),
  CONSTRAINT services_description_check CHECK (((char_length(description) >= 1) AND (char_length(description) <= 500))),
  CONSTRAINT services_display_order_check CHECK ((display_order > 0)),
  CONSTRAINT services_durations_check CHECK (((cardinality(durations) > 0) AND (durations <@ ARRAY[30, 45, 60, 75, 90, 105, 120, 135, 150, 165, 180, 195, 210, 225, 240]))),
  CONSTRAINT services_id_check CHECK ((id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'::text)),
  CONSTRAINT services_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
  CONSTRAINT services_slug_check CHECK (((char_length(slug) <= 80) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))),
  CONSTRAINT services_slug_key UNIQUE (slug),
  CONSTRAINT services_subcategory_id_fkey FOREIGN KEY (subcategory_id) REFERENCES subcategories(id)
);

CREATE TABLE subcategories (
  id text NOT NULL,
  category_id text NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  terms text[] NOT NULL,
  display_order integer NOT NULL,
  is_active boolean DEFAULT true NOT NULL,
  from_file boolean DEFAULT false NOT NULL,
  CONSTRAINT subcategories_pkey PRIMARY KEY (id),
  CONSTRAINT subcategories_category_id_fkey FOREIGN KEY (category_id) REFERENCES categories(id),
  CONSTRAINT subcategories_display_order_check CHECK ((display_order > 0)),
  CONSTRAINT subcategories_id_check CHECK ((id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'::text)),
  CONSTRAINT subcategories_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
  CONSTRAINT subcategories_slug_check CHECK (((char_length(slug) <= 80) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))),
  CONSTRAINT subcategories_slug_key UNIQUE (slug)
);

CREATE TABLE subcategory_filters (
  subcategory_id text NOT NULL,
  filter_id text NOT NULL,
  display_order integer NOT NULL,
  narrowed_to text[],
  CONSTRAINT subcategory_filters_pkey PRIMARY KEY (subcategory_id, filter_id),
  CONSTRAINT subcategory_filters_display_order_check CHECK ((display_order > 0)),
  CONSTRAINT subcategory_filters_filter_id_fkey FOREIGN KEY (filter_id) REFERENCES filter_definitions(id) ON DELETE CASCADE,
  CONSTRAINT subcategory_filters_narrowed_to_check CHECK ((cardinality(narrowed_to) > 0)),
  CONSTRAINT subcategory_filters_subcategory_id_fkey FOREIGN KEY (subcategory_id) REFERENCES subcategories(id)
);

CREATE TABLE unresolved_places (
  id text NOT NULL,
  metro_id text NOT NULL,
  text text NOT NULL,
  samples text[] NOT NULL,
  search_count integer NOT NULL,
  owner_count integer NOT NULL,
  click_counts jsonb NOT NULL,
  click_count integer NOT NULL,
  status text NOT NULL,
  first_seen_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  reviewed_by text,
  notes text,
  CONSTRAINT unresolved_places_pkey PRIMARY KEY (id),
  CONSTRAINT unresolved_places_check CHECK ((last_seen_at >= first_seen_at)),
  CONSTRAINT unresolved_places_click_count_check CHECK ((click_count >= 0)),
  CONSTRAINT unresolved_places_click_counts_check CHECK ((jsonb_typeof(click_counts) = 'object'::text)),
  CONSTRAINT unresolved_places_id_check CHECK ((id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'::text)),
  CONSTRAINT unresolved_places_metro_id_fkey FOREIGN KEY (metro_id) REFERENCES metros(id),
  CONSTRAINT unresolved_places_metro_id_text_key UNIQUE (metro_id, text),
  CONSTRAINT unresolved_places_owner_count_check CHECK ((owner_count >= 0)),
  CONSTRAINT unresolved_places_samples_check CHECK ((cardinality(samples) <= 10)),
  CONSTRAINT unresolved_places_search_count_check CHECK ((search_count > 0)),
  CONSTRAINT unresolved_places_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'learned'::text, 'manual_review'::text, 'dismissed'::text]))),
  CONSTRAINT unresolved_places_text_check CHECK (((char_length(text) >= 1) AND (char_length(text) <= 200)))
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
