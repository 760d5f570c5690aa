import { sql } from "kysely";
import type { Db } from "#platform/database/database.types.ts";
import type { BoroughName } from "./borough.rules.ts";
import type { Gazetteer } from "./gazetteer.types.ts";
import type { Polygon } from "./shape.rules.ts";

/** Everything named in a metro, in one statement; null before the first seed. */
export async function findGazetteer(db: Db, metroId: string): Promise<Gazetteer | null> {
  const { rows } = await sql<{ gazetteer: Gazetteer }>`
    select jsonb_build_object(
      'metroId', m.id,
      'box', jsonb_build_object('south', m.south, 'north', m.north, 'west', m.west, 'east', m.east),
      'cityAliases', m.aliases,
      'outsidePlaces', m.outside_places,
      'boroughs', coalesce((
        select jsonb_agg(jsonb_build_object('name', b.name, 'slug', b.slug, 'aliases', b.aliases) order by b.position)
        from boroughs b where b.metro_id = m.id), '[]'),
      'neighborhoods', coalesce((
        select jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name, 'borough', n.borough, 'lat', n.lat, 'lon', n.lon,
          'radiusM', n.radius_m, 'aliases', n.aliases, 'includes', n.includes, 'adjacent', n.adjacent, 'zips', n.zips,
          'landmarks', n.landmarks) order by n.id collate "C")
        from neighborhoods n where n.metro_id = m.id), '[]'),
      'areas', coalesce((
        select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'borough', a.borough, 'aliases', a.aliases,
          'neighborhoodIds', a.neighborhood_ids) order by a.id collate "C")
        from areas a where a.metro_id = m.id), '[]'),
      'landmarks', coalesce((
        select jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'kind', l.kind, 'lat', l.lat, 'lon', l.lon,
          'neighborhoodId', l.neighborhood_id, 'aliases', l.aliases) order by l.id collate "C")
        from landmarks l where l.metro_id = m.id), '[]'),
      'aliases', coalesce((
        select jsonb_agg(jsonb_build_object('text', p.text, 'neighborhoodIds', p.neighborhood_ids, 'type', p.type,
          'source', p.source, 'status', p.status, 'confidence', p.confidence, 'userCount', p.user_count) order by p.text collate "C")
        from place_aliases p where p.metro_id = m.id and p.status <> 'deprecated'), '[]')
    ) as gazetteer
    from metros m
    where m.id = ${metroId}`.execute(db);
  return rows[0]?.gazetteer ?? null;
}

export interface ShapeRow {
  readonly id: string;
  readonly name: string;
  readonly borough: BoroughName;
  readonly geometry: Polygon;
}

/** The map shapes of a borough by name of the neighbourhood. */
export async function listBoroughShapes(db: Db, metroId: string, borough: BoroughName): Promise<ShapeRow[]> {
  const rows = await shapes(db)
    .where("n.metro_id", "=", metroId)
    .where("n.borough", "=", borough)
    .orderBy("n.name")
    .execute();
  return rows.map(toShape);
}

/** The map shapes of these neighbourhoods by id. */
export async function listShapesOf(db: Db, ids: readonly string[]): Promise<ShapeRow[]> {
  const rows = await shapes(db)
    .where("n.id", "=", sql<string>`any (${[...ids]}::text[])`)
    .orderBy("n.id")
    .execute();
  return rows.map(toShape);
}

function shapes(db: Db) {
  return db
    .selectFrom("neighborhood_shapes as s")
    .innerJoin("neighborhoods as n", "n.id", "s.neighborhood_id")
    .select(["n.id", "n.name", "n.borough", "s.geometry"]);
}

/** The column's CHECK and the seed, its one writer, say what it holds. */
function toShape({ geometry, ...row }: Omit<ShapeRow, "geometry"> & { geometry: unknown }): ShapeRow {
  return { ...row, geometry: geometry as Polygon };
}
