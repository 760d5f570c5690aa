import { z } from "zod";
import { BOROUGH_NAMES, BOROUGH_SLUGS } from "./borough.rules.ts";

const text = z.string().trim().min(1).max(100);
const placeId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)+$/, "is not a slug like nyc-brooklyn-park-slope");
const zip = z.string().regex(/^\d{5}$/, "is not a ZIP code");
const borough = z.enum(BOROUGH_NAMES);
const range = (limit: number) => z.tuple([z.number().min(-limit), z.number().max(limit)]);
const box = z.strictObject({ lat: range(90), lon: range(180) });
const point = { lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) };

/** `nyc-neighborhoods.json` (search §1). */
export const regionFile = z.strictObject({
  version: z.literal(1),
  note: z.string(),
  city_box: box,
  boroughs: z.array(
    z.strictObject({
      name: borough,
      slug: z.enum(BOROUGH_SLUGS),
      aliases: z.array(text),
      box,
    }),
  ),
  citywide_aliases: z.array(text),
  areas: z.array(
    z.strictObject({
      id: placeId,
      name: text,
      borough,
      aliases: z.array(text),
      neighborhood_ids: z.array(placeId).min(1),
    }),
  ),
  neighborhoods: z.array(
    z.strictObject({
      id: placeId,
      name: text,
      borough,
      ...point,
      radius_m: z.int().min(50).max(5_000),
      aliases: z.array(text),
      includes: z.array(placeId),
      adjacent: z.array(placeId),
      zips: z.array(zip),
      landmarks: z.array(text),
    }),
  ),
  landmarks: z.array(
    z.strictObject({
      name: text,
      kind: z.enum(["transit", "landmark", "park", "campus"]),
      ...point,
      neighborhood_id: placeId,
      aliases: z.array(text),
    }),
  ),
  outside_places: z.array(text),
  ambiguous_aliases: z.record(text, z.array(placeId).min(2)),
  zips: z.record(zip, z.array(placeId).min(1)),
});
export type RegionFile = z.output<typeof regionFile>;
