-- The service catalogue: category -> subcategory -> service (search §2). A few hundred rows that are read as a whole and kept in the
-- cache, so there is no index beyond those of the constraints: every read is one pass over everything.
--
-- `from_file`: the row follows database/seeds/data/catalog.json. Rows that staff made or took over have false, and the seed leaves them.
-- Categories, subcategories and services are never deleted: what goes is inactive, because past bookings still name it.

-- One row, locked by whoever writes the catalogue; the number rises with every change and names it in events and caches.
create table catalog_version (
  only_row boolean primary key default true check (only_row),
  version integer not null check (version >= 0)
);

insert into catalog_version (version) values (0);

create table categories (
  id text primary key check (id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  slug text not null check (char_length(slug) <= 80 and slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (char_length(name) between 1 and 80),
  -- One line under the name in the category bar.
  subtitle text not null check (char_length(subtitle) between 1 and 28),
  icon text not null check (icon ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  terms text[] not null,
  display_order integer not null check (display_order > 0),
  -- Has no subcategories; its services are those of other categories, picked by its groups.
  is_virtual boolean not null,
  is_active boolean not null default true,
  from_file boolean not null default false,
  constraint categories_slug_key unique (slug)
);

-- The parts of a virtual category: every active service that shares an age group with it.
create table category_groups (
  category_id text not null references categories (id),
  slug text not null check (char_length(slug) <= 80 and slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (char_length(name) between 1 and 80),
  age_groups text[] not null check (cardinality(age_groups) > 0 and age_groups <@ array['toddler', 'kids', 'teens', 'adults']),
  display_order integer not null check (display_order > 0),
  primary key (category_id, slug)
);

create table subcategories (
  id text primary key check (id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  category_id text not null references categories (id),
  slug text not null check (char_length(slug) <= 80 and slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (char_length(name) between 1 and 80),
  terms text[] not null,
  display_order integer not null check (display_order > 0),
  is_active boolean not null default true,
  from_file boolean not null default false,
  constraint subcategories_slug_key unique (slug)
);

create table services (
  id text primary key check (id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  subcategory_id text not null references subcategories (id),
  slug text not null check (char_length(slug) <= 80 and slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (char_length(name) between 1 and 80),
  description text check (char_length(description) between 1 and 500),
  -- Other words for it, lower case. A term belongs to one active service at most, which no constraint can say of arrays: writers check
  -- it while they hold the row of catalog_version.
  terms text[] not null,
  age_groups text[] not null check (cardinality(age_groups) > 0 and age_groups <@ array['toddler', 'kids', 'teens', 'adults']),
  -- Minutes.
  durations integer[] not null check (
    cardinality(durations) > 0 and durations <@ array[30, 45, 60, 75, 90, 105, 120, 135, 150, 165, 180, 195, 210, 225, 240]
  ),
  default_duration integer not null,
  online boolean not null,
  certification boolean not null,
  -- Editorial, over the whole category.
  display_order integer not null check (display_order > 0),
  is_active boolean not null default true,
  from_file boolean not null default false,
  constraint services_slug_key unique (slug),
  constraint services_default_duration_is_offered check (default_duration = any (durations))
);

create table service_relations (
  service_id text not null references services (id),
  related_service_id text not null references services (id),
  display_order integer not null check (display_order > 0),
  primary key (service_id, related_service_id),
  constraint service_relations_to_another check (related_service_id <> service_id)
);

create table filter_definitions (
  id text primary key check (id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  key text not null check (char_length(key) <= 40 and key ~ '^[a-z][a-z0-9]*(_[a-z0-9]+)*$'),
  label text not null check (char_length(label) between 1 and 40),
  from_file boolean not null default false,
  constraint filter_definitions_key_key unique (key)
);

create table filter_options (
  filter_id text not null references filter_definitions (id) on delete cascade,
  value text not null check (char_length(value) <= 40 and value ~ '^[a-z][a-z0-9]*(_[a-z0-9]+)*$'),
  label text not null check (char_length(label) between 1 and 40),
  display_order integer not null check (display_order > 0),
  primary key (filter_id, value)
);

-- The filters in force in a subcategory: those of its category, each with the options left after narrowing.
create table subcategory_filters (
  subcategory_id text not null references subcategories (id),
  filter_id text not null references filter_definitions (id) on delete cascade,
  display_order integer not null check (display_order > 0),
  -- Null: all options.
  narrowed_to text[] check (cardinality(narrowed_to) > 0),
  primary key (subcategory_id, filter_id)
);

-- Words that mean several services at once; looked up before any term.
create table ambiguous_terms (
  term text not null check (term = lower(term) and term <> ''),
  service_id text not null references services (id),
  primary key (term, service_id)
);

-- Words that say nothing about which service is meant: lesson, teacher, private.
create table generic_tokens (
  token text primary key check (token = lower(token) and token <> '')
);

-- Written by the nightly analytics over 90 days. No row: nothing is known yet.
create table service_stats (
  service_id text primary key references services (id),
  search_count_7d integer not null check (search_count_7d >= 0),
  search_count_30d integer not null check (search_count_30d >= search_count_7d),
  booking_count_7d integer not null check (booking_count_7d >= 0),
  booking_count_30d integer not null check (booking_count_30d >= booking_count_7d),
  view_to_booking_rate double precision not null check (view_to_booking_rate between 0 and 1),
  average_price_cents integer check (average_price_cents >= 0),
  p25_price_cents integer check (p25_price_cents >= 0),
  p50_price_cents integer check (p50_price_cents >= p25_price_cents),
  p75_price_cents integer check (p75_price_cents >= p50_price_cents),
  commonest_duration integer check (commonest_duration > 0),
  completion_rate double precision check (completion_rate between 0 and 1),
  live_instructors integer not null check (live_instructors >= 0),
  weekly_open_minutes integer not null check (weekly_open_minutes >= 0),
  supply_demand_ratio double precision check (supply_demand_ratio >= 0),
  demand_score double precision not null check (demand_score between 0 and 100),
  is_trending boolean not null,
  popularity_rank integer not null check (popularity_rank > 0),
  computed_at timestamptz not null
);
