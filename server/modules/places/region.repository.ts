import { sql } from "kysely";
import type { Tx } from "#platform/database/database.types.ts";

/** Rows of a region as the tables hold them; the keys are column names. */
export interface RegionRows {
  readonly metro: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly boroughs: readonly object[];
  readonly neighborhoods: readonly { readonly id: string }[];
  readonly areas: readonly { readonly id: string }[];
  readonly landmarks: readonly { readonly id: string }[];
  readonly shapes: readonly { readonly neighborhood_id: string }[];
  /** With a fresh id each; a text that is there keeps its own. */
  readonly aliases: readonly { readonly text: string }[];
}

/**
 * Makes the tables of a metro equal to `rows`: one statement per table, and rows that do not differ are not written. Names that people
 * added stay. Removing a neighbourhood that something refers to fails.
 */
export async function saveRegion(tx: Tx, rows: RegionRows): Promise<void> {
  await saveMetro(tx, rows);
  await saveNeighborhoods(tx, rows.neighborhoods);
  await saveAreas(tx, rows.areas);
  await saveLandmarks(tx, rows.landmarks);
  await saveShapes(tx, rows.shapes);
  await saveSeededAliases(tx, rows.aliases);
  await deleteOthers(tx, rows);
}

async function saveMetro(tx: Tx, { metro, boroughs }: RegionRows): Promise<void> {
  await sql`
    insert into metros (id, south, north, west, east, aliases, outside_places)
    select id, south, north, west, east, aliases, outside_places
    from jsonb_to_record(${JSON.stringify(metro)}::jsonb) as r(id text, south float8, north float8, west float8, east float8,
      aliases text[], outside_places text[])
    on conflict (id) do update set south = excluded.south, north = excluded.north, west = excluded.west, east = excluded.east,
      aliases = excluded.aliases, outside_places = excluded.outside_places
    where metros.* is distinct from excluded.*`.execute(tx);
  await sql`
    insert into boroughs (metro_id, name, slug, position, aliases)
    select metro_id, name, slug, position, aliases
    from jsonb_to_recordset(${JSON.stringify(boroughs)}::jsonb) as r(metro_id text, name text, slug text, position smallint, aliases text[])
    on conflict (metro_id, name) do update set slug = excluded.slug, position = excluded.position, aliases = excluded.aliases
    where boroughs.* is distinct from excluded.*`.execute(tx);
}

async function saveNeighborhoods(tx: Tx, rows: RegionRows["neighborhoods"]): Promise<void> {
  await sql`
    insert into neighborhoods
      (id, metro_id, name, borough, lat, lon, radius_m, aliases, includes, adjacent, zips, landmarks)
    select id, metro_id, name, borough, lat, lon, radius_m, aliases, includes, adjacent, zips, landmarks
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, metro_id text, name text, borough text, lat float8, lon float8,
      radius_m integer, aliases text[], includes text[], adjacent text[], zips text[], landmarks text[])
    on conflict (id) do update set metro_id = excluded.metro_id, name = excluded.name, borough = excluded.borough, lat = excluded.lat,
      lon = excluded.lon, radius_m = excluded.radius_m, aliases = excluded.aliases, includes = excluded.includes,
      adjacent = excluded.adjacent, zips = excluded.zips, landmarks = excluded.landmarks
    where neighborhoods.* is distinct from excluded.*`.execute(tx);
}

async function saveAreas(tx: Tx, rows: RegionRows["areas"]): Promise<void> {
  await sql`
    insert into areas (id, metro_id, name, borough, aliases, neighborhood_ids)
    select id, metro_id, name, borough, aliases, neighborhood_ids
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, metro_id text, name text, borough text, aliases text[],
      neighborhood_ids text[])
    on conflict (id) do update set metro_id = excluded.metro_id, name = excluded.name, borough = excluded.borough,
      aliases = excluded.aliases, neighborhood_ids = excluded.neighborhood_ids
    where areas.* is distinct from excluded.*`.execute(tx);
}

async function saveLandmarks(tx: Tx, rows: RegionRows["landmarks"]): Promise<void> {
  await sql`
    insert into landmarks (id, metro_id, name, kind, lat, lon, neighborhood_id, aliases)
    select id, metro_id, name, kind, lat, lon, neighborhood_id, aliases
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, metro_id text, name text, kind text, lat float8, lon float8,
      neighborhood_id text, aliases text[])
    on conflict (id) do update set metro_id = excluded.metro_id, name = excluded.name, kind = excluded.kind, lat = excluded.lat,
      lon = excluded.lon, neighborhood_id = excluded.neighborhood_id, aliases = excluded.aliases
    where landmarks.* is distinct from excluded.*`.execute(tx);
}

async function saveShapes(tx: Tx, rows: RegionRows["shapes"]): Promise<void> {
  await sql`
    insert into neighborhood_shapes (neighborhood_id, geometry)
    select neighborhood_id, geometry
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(neighborhood_id text, geometry jsonb)
    on conflict (neighborhood_id) do update set geometry = excluded.geometry
    where neighborhood_shapes.* is distinct from excluded.*`.execute(tx);
}

async function saveSeededAliases(tx: Tx, rows: RegionRows["aliases"]): Promise<void> {
  await sql`
    insert into place_aliases (id, metro_id, text, neighborhood_ids, type, source, status, confidence)
    select id, metro_id, text, neighborhood_ids, type, source, status, confidence
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, metro_id text, text text, neighborhood_ids text[], type text,
      source text, status text, confidence float8)
    on conflict (metro_id, text) do update set neighborhood_ids = excluded.neighborhood_ids, type = excluded.type,
      status = excluded.status, confidence = excluded.confidence
    where place_aliases.source = 'seed'
      and (place_aliases.neighborhood_ids, place_aliases.type, place_aliases.status, place_aliases.confidence)
        is distinct from (excluded.neighborhood_ids, excluded.type, excluded.status, excluded.confidence)`.execute(
    tx,
  );
}

async function deleteOthers(
  tx: Tx,
  { metro, aliases, areas, landmarks, neighborhoods }: RegionRows,
): Promise<void> {
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const texts = aliases.map(({ text }) => text);
  await sql`
    delete from place_aliases
    where metro_id = ${metro.id} and source = 'seed' and text <> all (${texts}::text[])`.execute(tx);
  await sql`delete from areas where metro_id = ${metro.id} and id <> all (${ids(areas)}::text[])`.execute(tx);
  await sql`delete from landmarks where metro_id = ${metro.id} and id <> all (${ids(landmarks)}::text[])`.execute(
    tx,
  );
  await sql`
    delete from neighborhoods where metro_id = ${metro.id} and id <> all (${ids(neighborhoods)}::text[])`.execute(
    tx,
  );
}
