import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#platform/database/database.types.ts";

/*
 * One statement per table. Each brings the rows that the file owns to what the file says: new and changed ones are written, what left
 * the file is deactivated or, where nothing can refer to it, deleted. Rows that already agree are not touched. All return how many rows
 * they changed.
 */

interface Named {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly terms: readonly string[];
  readonly display_order: number;
}

export interface CategoryRow extends Named {
  readonly subtitle: string;
  readonly icon: string;
  readonly is_virtual: boolean;
}

export interface SubcategoryRow extends Named {
  readonly category: string;
}

export interface ServiceRow extends Named {
  readonly subcategory: string;
  readonly description: string | null;
  readonly age_groups: readonly string[];
  readonly durations: readonly number[];
  readonly default_duration: number;
  readonly online: boolean;
  readonly certification: boolean;
}

export interface GroupRow {
  readonly category: string;
  readonly slug: string;
  readonly name: string;
  readonly age_groups: readonly string[];
  readonly display_order: number;
}

export interface RelationRow {
  readonly service: string;
  readonly related: string;
  readonly display_order: number;
}

export interface FilterRow {
  readonly id: string;
  readonly key: string;
  readonly label: string;
}

export interface FilterOptionRow {
  readonly filter: string;
  readonly value: string;
  readonly label: string;
  readonly display_order: number;
}

export interface SubcategoryFilterRow {
  readonly subcategory: string;
  readonly filter: string;
  readonly display_order: number;
  readonly narrowed_to: readonly string[] | null;
}

export async function writeCategories(tx: Tx, rows: readonly CategoryRow[]): Promise<number> {
  return changed(
    tx,
    sql`
    with file as (
      select * from jsonb_to_recordset(${json(rows)}::jsonb) as f(
        id text, slug text, name text, subtitle text, icon text, terms text[], display_order integer, is_virtual boolean)
    ), gone as (
      update categories c set is_active = false
      where c.from_file and c.is_active and not exists (select from file f where f.slug = c.slug)
      returning 1
    ), written as (
      insert into categories as c (id, slug, name, subtitle, icon, terms, display_order, is_virtual, from_file)
      select id, slug, name, subtitle, icon, terms, display_order, is_virtual, true from file
      on conflict (slug) do update set
        name = excluded.name, subtitle = excluded.subtitle, icon = excluded.icon, terms = excluded.terms,
        display_order = excluded.display_order, is_virtual = excluded.is_virtual, is_active = true
      where c.from_file
        and (c.name, c.subtitle, c.icon, c.terms, c.display_order, c.is_virtual, c.is_active) is distinct from
          (excluded.name, excluded.subtitle, excluded.icon, excluded.terms, excluded.display_order, excluded.is_virtual, true)
      returning 1
    )
    select (select count(*) from gone) + (select count(*) from written) as changed`,
  );
}

export async function writeGroups(tx: Tx, rows: readonly GroupRow[]): Promise<number> {
  return changed(
    tx,
    sql`
    with file as (
      select c.id as category_id, f.slug, f.name, f.age_groups, f.display_order
      from jsonb_to_recordset(${json(rows)}::jsonb) as f(
          category text, slug text, name text, age_groups text[], display_order integer)
        join categories c on c.slug = f.category and c.from_file
    ), gone as (
      delete from category_groups g using categories c
      where c.id = g.category_id and c.from_file
        and not exists (select from file f where f.category_id = g.category_id and f.slug = g.slug)
      returning 1
    ), written as (
      insert into category_groups as g (category_id, slug, name, age_groups, display_order)
      select category_id, slug, name, age_groups, display_order from file
      on conflict (category_id, slug) do update set
        name = excluded.name, age_groups = excluded.age_groups, display_order = excluded.display_order
      where (g.name, g.age_groups, g.display_order) is distinct from (excluded.name, excluded.age_groups, excluded.display_order)
      returning 1
    )
    select (select count(*) from gone) + (select count(*) from written) as changed`,
  );
}

export async function writeSubcategories(tx: Tx, rows: readonly SubcategoryRow[]): Promise<number> {
  return changed(
    tx,
    sql`
    with file as (
      select f.id, c.id as category_id, f.slug, f.name, f.terms, f.display_order
      from jsonb_to_recordset(${json(rows)}::jsonb) as f(
          id text, category text, slug text, name text, terms text[], display_order integer)
        join categories c on c.slug = f.category
    ), gone as (
      update subcategories s set is_active = false
      where s.from_file and s.is_active and not exists (select from file f where f.slug = s.slug)
      returning 1
    ), written as (
      insert into subcategories as s (id, category_id, slug, name, terms, display_order, from_file)
      select id, category_id, slug, name, terms, display_order, true from file
      on conflict (slug) do update set
        category_id = excluded.category_id, name = excluded.name, terms = excluded.terms,
        display_order = excluded.display_order, is_active = true
      where s.from_file
        and (s.category_id, s.name, s.terms, s.display_order, s.is_active) is distinct from
          (excluded.category_id, excluded.name, excluded.terms, excluded.display_order, true)
      returning 1
    )
    select (select count(*) from gone) + (select count(*) from written) as changed`,
  );
}

export async function writeServices(tx: Tx, rows: readonly ServiceRow[]): Promise<number> {
  return changed(
    tx,
    sql`
    with file as (
      select f.*, c.id as subcategory_id
      from jsonb_to_recordset(${json(rows)}::jsonb) as f(
          id text, subcategory text, slug text, name text, description text, terms text[], age_groups text[],
          durations integer[], default_duration integer, online boolean, certification boolean, display_order integer)
        join subcategories c on c.slug = f.subcategory
    ), gone as (
      update services s set is_active = false
      where s.from_file and s.is_active and not exists (select from file f where f.slug = s.slug)
      returning 1
    ), written as (
      insert into services as s (id, subcategory_id, slug, name, description, terms, age_groups, durations,
        default_duration, online, certification, display_order, from_file)
      select id, subcategory_id, slug, name, description, terms, age_groups, durations,
        default_duration, online, certification, display_order, true
      from file
      on conflict (slug) do update set
        subcategory_id = excluded.subcategory_id, name = excluded.name, description = excluded.description,
        terms = excluded.terms, age_groups = excluded.age_groups, durations = excluded.durations,
        default_duration = excluded.default_duration, online = excluded.online, certification = excluded.certification,
        display_order = excluded.display_order, is_active = true
      where s.from_file
        and (s.subcategory_id, s.name, s.description, s.terms, s.age_groups, s.durations, s.default_duration, s.online,
            s.certification, s.display_order, s.is_active) is distinct from
          (excluded.subcategory_id, excluded.name, excluded.description, excluded.terms, excluded.age_groups,
            excluded.durations, excluded.default_duration, excluded.online, excluded.certification, excluded.display_order, true)
      returning 1
    )
    select (select count(*) from gone) + (select count(*) from written) as changed`,
  );
}

export async function writeRelations(tx: Tx, rows: readonly RelationRow[]): Promise<number> {
  return changed(
    tx,
    sql`
    with file as (
      select s.id as service_id, r.id as related_service_id, f.display_order
      from jsonb_to_recordset(${json(rows)}::jsonb) as f(service text, related text, display_order integer)
        join services s on s.slug = f.service and s.from_file
        join services r on r.slug = f.related
    ), gone as (
      delete from service_relations x using services s
      where s.id = x.service_id and s.from_file and not exists (
        select from file f where f.service_id = x.service_id and f.related_service_id = x.related_service_id)
      returning 1
    ), written as (
      insert into service_relations as x (service_id, related_service_id, display_order)
      select service_id, related_service_id, display_order from file
      on conflict (service_id, related_service_id) do update set display_order = excluded.display_order
      where x.display_order <> excluded.display_order
      returning 1
    )
    select (select count(*) from gone) + (select count(*) from written) as changed`,
  );
}

export async function writeFilters(tx: Tx, rows: readonly FilterRow[]): Promise<number> {
  return changed(
    tx,
    sql`
    with file as (
      select * from jsonb_to_recordset(${json(rows)}::jsonb) as f(id text, key text, label text)
    ), gone as (
      delete from filter_definitions d
      where d.from_file and not exists (select from file f where f.key = d.key)
      returning 1
    ), written as (
      insert into filter_definitions as d (id, key, label, from_file)
      select id, key, label, true from file
      on conflict (key) do update set label = excluded.label
      where d.from_file and d.label <> excluded.label
      returning 1
    )
    select (select count(*) from gone) + (select count(*) from written) as changed`,
  );
}

export async function writeFilterOptions(tx: Tx, rows: readonly FilterOptionRow[]): Promise<number> {
  return changed(
    tx,
    sql`
    with file as (
      select d.id as filter_id, f.value, f.label, f.display_order
      from jsonb_to_recordset(${json(rows)}::jsonb) as f(filter text, value text, label text, display_order integer)
        join filter_definitions d on d.key = f.filter and d.from_file
    ), gone as (
      delete from filter_options o using filter_definitions d
      where d.id = o.filter_id and d.from_file
        and not exists (select from file f where f.filter_id = o.filter_id and f.value = o.value)
      returning 1
    ), written as (
      insert into filter_options as o (filter_id, value, label, display_order)
      select filter_id, value, label, display_order from file
      on conflict (filter_id, value) do update set label = excluded.label, display_order = excluded.display_order
      where (o.label, o.display_order) is distinct from (excluded.label, excluded.display_order)
      returning 1
    )
    select (select count(*) from gone) + (select count(*) from written) as changed`,
  );
}

export async function writeSubcategoryFilters(
  tx: Tx,
  rows: readonly SubcategoryFilterRow[],
): Promise<number> {
  return changed(
    tx,
    sql`
    with file as (
      select s.id as subcategory_id, d.id as filter_id, f.display_order, f.narrowed_to
      from jsonb_to_recordset(${json(rows)}::jsonb) as f(
          subcategory text, filter text, display_order integer, narrowed_to text[])
        join subcategories s on s.slug = f.subcategory and s.from_file
        join filter_definitions d on d.key = f.filter
    ), gone as (
      delete from subcategory_filters x using subcategories s
      where s.id = x.subcategory_id and s.from_file
        and not exists (select from file f where f.subcategory_id = x.subcategory_id and f.filter_id = x.filter_id)
      returning 1
    ), written as (
      insert into subcategory_filters as x (subcategory_id, filter_id, display_order, narrowed_to)
      select subcategory_id, filter_id, display_order, narrowed_to from file
      on conflict (subcategory_id, filter_id) do update set
        display_order = excluded.display_order, narrowed_to = excluded.narrowed_to
      where (x.display_order, x.narrowed_to) is distinct from (excluded.display_order, excluded.narrowed_to)
      returning 1
    )
    select (select count(*) from gone) + (select count(*) from written) as changed`,
  );
}

export async function writeAmbiguousTerms(
  tx: Tx,
  rows: readonly { readonly term: string; readonly service: string }[],
): Promise<number> {
  return changed(
    tx,
    sql`
    with file as (
      select f.term, s.id as service_id
      from jsonb_to_recordset(${json(rows)}::jsonb) as f(term text, service text) join services s on s.slug = f.service
    ), gone as (
      delete from ambiguous_terms a
      where not exists (select from file f where f.term = a.term and f.service_id = a.service_id)
      returning 1
    ), written as (
      insert into ambiguous_terms (term, service_id) select term, service_id from file
      on conflict do nothing
      returning 1
    )
    select (select count(*) from gone) + (select count(*) from written) as changed`,
  );
}

export async function writeGenericTokens(tx: Tx, tokens: readonly string[]): Promise<number> {
  return changed(
    tx,
    sql`
    with file as (
      select unnest(${tokens}::text[]) as token
    ), gone as (
      delete from generic_tokens g where not exists (select from file f where f.token = g.token)
      returning 1
    ), written as (
      insert into generic_tokens (token) select token from file
      on conflict do nothing
      returning 1
    )
    select (select count(*) from gone) + (select count(*) from written) as changed`,
  );
}

async function changed(tx: Tx, statement: RawBuilder<unknown>): Promise<number> {
  const { rows } = await statement.execute(tx);
  return (rows as { changed: number }[])[0]?.changed ?? 0;
}

function json(rows: readonly object[]): string {
  return JSON.stringify(rows);
}
