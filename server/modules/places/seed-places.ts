import type { Tx } from "#platform/database/database.types.ts";
import type { IdFactory } from "#platform/ids/ids.ts";
import { normalizePlaceText } from "./place-text.rules.ts";
import { boxOf, checkRegionFile, landmarkId } from "./region-file.rules.ts";
import type { RegionFile } from "./region-file.schemas.ts";
import { type RegionRows, saveRegion } from "./region.repository.ts";
import { neighborhoodShapes } from "./shape.rules.ts";

const METRO = "nyc";

/**
 * Writes the place data and the map shapes drawn from it (search §1, §3). A second run changes nothing.
 * @param data the parsed `nyc-neighborhoods.json`
 * @throws RegionFileError listing every fault of the data
 */
export async function seedPlaces(tx: Tx, data: unknown, newId: IdFactory): Promise<void> {
  await saveRegion(tx, regionRows(checkRegionFile(data), newId));
}

function regionRows(file: RegionFile, newId: IdFactory): RegionRows {
  const shapes = neighborhoodShapes(
    file.neighborhoods.map(({ radius_m, ...one }) => ({ ...one, radiusM: radius_m })),
  );
  const ofMetro = { metro_id: METRO };
  return {
    metro: {
      id: METRO,
      ...boxOf(file.city_box),
      aliases: file.citywide_aliases.map(normalizePlaceText),
      outside_places: file.outside_places.map(normalizePlaceText),
    },
    boroughs: file.boroughs.map(({ name, slug, aliases }, index) => ({
      ...ofMetro,
      name,
      slug,
      aliases,
      position: index + 1,
    })),
    neighborhoods: file.neighborhoods.map((one) => ({ ...ofMetro, ...one })),
    areas: file.areas.map((one) => ({ ...ofMetro, ...one })),
    landmarks: file.landmarks.map((one) => ({ ...ofMetro, id: landmarkId(one.name), ...one })),
    shapes: [...shapes].map(([neighborhood_id, geometry]) => ({ neighborhood_id, geometry })),
    aliases: Object.entries(file.ambiguous_aliases).map(([text, neighborhood_ids]) => ({
      ...ofMetro,
      id: newId(),
      text: normalizePlaceText(text),
      neighborhood_ids,
      type: "colloquial",
      source: "seed",
      status: "active",
      confidence: 1,
    })),
  };
}
