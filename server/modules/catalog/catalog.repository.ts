import { sql } from "kysely";
import type { Db } from "#platform/database/database.types.ts";
import type { Snapshot } from "./catalog.types.ts";

/**
 * Everything that is active, in one statement: a few hundred rows are cheaper read whole and kept than looked up one by one.
 * What stands in an inactive category or subcategory is left out with it.
 */
export async function readSnapshot(db: Db): Promise<Snapshot> {
  const { rows } = await sql<{ snapshot: Snapshot }>`
    with shown_categories as (
      select * from categories where is_active
    ), shown_subcategories as (
      select s.*, c.display_order as category_order
      from subcategories s join shown_categories c on c.id = s.category_id
      where s.is_active
    ), shown_services as (
      select s.*, c.category_order
      from services s join shown_subcategories c on c.id = s.subcategory_id
      where s.is_active
    ), groups as (
      select category_id, json_agg(
        json_build_object('slug', slug, 'name', name, 'age_groups', age_groups) order by display_order, slug) as list
      from category_groups group by category_id
    ), used_filters as (
      select u.subcategory_id, json_agg(
        json_build_object('key', d.key, 'narrowed_to', u.narrowed_to) order by u.display_order, d.key) as list
      from subcategory_filters u join filter_definitions d on d.id = u.filter_id group by u.subcategory_id
    ), options as (
      select filter_id, json_agg(json_build_object('value', value, 'label', label) order by display_order, value) as list
      from filter_options group by filter_id
    ), related as (
      select r.service_id, json_agg(r.related_service_id order by r.display_order, r.related_service_id) as list
      from service_relations r join shown_services s on s.id = r.related_service_id group by r.service_id
    ), ambiguous as (
      select a.term, json_agg(a.service_id order by s.category_order, s.display_order) as list
      from ambiguous_terms a join shown_services s on s.id = a.service_id group by a.term
    )
    select json_build_object(
      'version', (select version from catalog_version),
      'categories', (
        select coalesce(json_agg(json_build_object(
          'id', c.id, 'slug', c.slug, 'name', c.name, 'subtitle', c.subtitle, 'icon', c.icon, 'terms', c.terms,
          'is_virtual', c.is_virtual, 'groups', coalesce(g.list, '[]')
        ) order by c.display_order, c.slug), '[]')
        from shown_categories c left join groups g on g.category_id = c.id),
      'subcategories', (
        select coalesce(json_agg(json_build_object(
          'id', s.id, 'category_id', s.category_id, 'slug', s.slug, 'name', s.name, 'terms', s.terms,
          'filters', coalesce(u.list, '[]')
        ) order by s.category_order, s.display_order, s.slug), '[]')
        from shown_subcategories s left join used_filters u on u.subcategory_id = s.id),
      'services', (
        select coalesce(json_agg(json_build_object(
          'id', s.id, 'subcategory_id', s.subcategory_id, 'slug', s.slug, 'name', s.name, 'description', s.description,
          'terms', s.terms, 'age_groups', s.age_groups, 'durations', s.durations, 'default_duration', s.default_duration,
          'online', s.online, 'certification', s.certification, 'display_order', s.display_order,
          'related_ids', coalesce(r.list, '[]'), 'popularity_rank', t.popularity_rank,
          'event_count', coalesce(t.search_count_30d + t.booking_count_30d, 0)
        ) order by s.category_order, s.display_order, s.slug), '[]')
        from shown_services s
          left join related r on r.service_id = s.id
          left join service_stats t on t.service_id = s.id),
      'filters', (
        select coalesce(json_agg(json_build_object(
          'key', d.key, 'label', d.label, 'options', coalesce(o.list, '[]')) order by d.key), '[]')
        from filter_definitions d left join options o on o.filter_id = d.id),
      'ambiguous_terms', (
        select coalesce(json_agg(json_build_object('term', term, 'service_ids', list) order by term), '[]') from ambiguous),
      'generic_tokens', (select coalesce(json_agg(token order by token), '[]') from generic_tokens)
    ) as snapshot`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error("the catalogue could not be read");
  return row.snapshot;
}
