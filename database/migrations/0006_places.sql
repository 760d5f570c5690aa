-- The places of a metro (search §3). All but the learned aliases and the unresolved texts equal the file of the system seed.
-- Ids of arrays are checked by the seed: PostgreSQL has no foreign key for them.
create domain borough_name as text check (value in ('Manhattan', 'Brooklyn', 'Queens', 'Bronx', 'Staten Island'));
create domain latitude as double precision check (value between -90 and 90);
create domain longitude as double precision check (value between -180 and 180);

create table metros (
  id text primary key check (id ~ '^[a-z]{2,10}$'),
  south latitude not null,
  north latitude not null,
  west longitude not null,
  east longitude not null,
  -- Words that mean the whole city.
  aliases text[] not null,
  -- Known places where nobody teaches in person.
  outside_places text[] not null,
  constraint metros_box_is_a_box check (south < north and west < east)
);

create table boroughs (
  metro_id text not null references metros (id),
  name borough_name not null,
  slug text not null check (slug ~ '^[a-z]+(-[a-z]+)*$'),
  position smallint not null check (position > 0),
  aliases text[] not null,
  primary key (metro_id, name),
  unique (metro_id, slug)
);

create table neighborhoods (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)+$'),
  metro_id text not null,
  name text not null check (name <> ''),
  borough borough_name not null,
  lat latitude not null,
  lon longitude not null,
  radius_m integer not null check (radius_m between 50 and 5000),
  aliases text[] not null,
  includes text[] not null check (not id = any (includes)),
  adjacent text[] not null check (not id = any (adjacent)),
  zips text[] not null check (array_to_string(zips, ',') ~ '^(\d{5}(,\d{5})*)?$'),
  landmarks text[] not null,
  foreign key (metro_id, borough) references boroughs (metro_id, name),
  -- Two neighbourhoods of one borough at the same point would have no cell each. Deferrable so that an import may swap two.
  constraint neighborhoods_one_per_point unique (metro_id, borough, lat, lon) deferrable
);

create table areas (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)+$'),
  metro_id text not null,
  name text not null check (name <> ''),
  borough borough_name not null,
  aliases text[] not null,
  neighborhood_ids text[] not null check (cardinality(neighborhood_ids) > 0),
  foreign key (metro_id, borough) references boroughs (metro_id, name)
);

create table landmarks (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)+$'),
  metro_id text not null references metros (id),
  name text not null check (name <> ''),
  kind text not null check (kind in ('transit', 'landmark', 'park', 'campus')),
  lat latitude not null,
  lon longitude not null,
  neighborhood_id text not null references neighborhoods (id),
  aliases text[] not null
);

-- GeoJSON polygons, computed by the seed from the centroids.
create table neighborhood_shapes (
  neighborhood_id text primary key references neighborhoods (id) on delete cascade,
  geometry jsonb not null check (geometry ->> 'type' = 'Polygon' and jsonb_typeof(geometry -> 'coordinates') = 'array')
);

-- Names beside those of the rows above: with several neighbourhoods the name is ambiguous (search §9).
create table place_aliases (
  id text primary key check (id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  metro_id text not null references metros (id),
  text text not null check (char_length(text) between 1 and 200),
  neighborhood_ids text[] not null check (cardinality(neighborhood_ids) > 0),
  type text not null check (type in ('abbreviation', 'colloquial', 'landmark', 'typo')),
  source text not null check (source in ('seed', 'manual', 'fuzzy', 'embedding', 'user_learning')),
  status text not null check (status in ('active', 'pending_review', 'deprecated')),
  confidence double precision not null check (confidence between 0 and 1),
  user_count integer not null default 0 check (user_count >= 0),
  unique (metro_id, text)
);

-- Texts of searches that name no known place, waiting to be learned (search §9 "Learning").
create table unresolved_places (
  id text primary key check (id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  metro_id text not null references metros (id),
  text text not null check (char_length(text) between 1 and 200),
  samples text[] not null check (cardinality(samples) <= 10),
  search_count integer not null check (search_count > 0),
  owner_count integer not null check (owner_count >= 0),
  click_counts jsonb not null check (jsonb_typeof(click_counts) = 'object'),
  click_count integer not null check (click_count >= 0),
  status text not null check (status in ('pending', 'learned', 'manual_review', 'dismissed')),
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null check (last_seen_at >= first_seen_at),
  reviewed_by text,
  notes text,
  unique (metro_id, text)
);
