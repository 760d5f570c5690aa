import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Gazetteer } from "./gazetteer.types.ts";
import { boxOf, checkRegionFile, landmarkId } from "./region-file.rules.ts";
import type { RegionFile } from "./region-file.schemas.ts";

const FILE = join(import.meta.dirname, "../../../database/seeds/data/nyc-neighborhoods.json");

/** A fresh copy of the real place data, free to be changed. */
export function readRegion(): RegionFile {
  return checkRegionFile(JSON.parse(readFileSync(FILE, "utf8")));
}

/** The real place data as the repository reads it. */
export function realGazetteer(): Gazetteer {
  const file = readRegion();
  return {
    metroId: "nyc",
    box: boxOf(file.city_box),
    cityAliases: file.citywide_aliases,
    outsidePlaces: file.outside_places,
    boroughs: file.boroughs.map(({ name, slug, aliases }) => ({ name, slug, aliases })),
    neighborhoods: file.neighborhoods.map(({ radius_m, ...one }) => ({ ...one, radiusM: radius_m })),
    areas: file.areas.map(({ neighborhood_ids, ...one }) => ({ ...one, neighborhoodIds: neighborhood_ids })),
    landmarks: file.landmarks.map(({ neighborhood_id, ...one }) => ({
      ...one,
      id: landmarkId(one.name),
      neighborhoodId: neighborhood_id,
    })),
    aliases: Object.entries(file.ambiguous_aliases).map(([text, neighborhoodIds]) => ({
      text,
      neighborhoodIds,
      type: "colloquial",
      source: "seed",
      status: "active",
      confidence: 1,
      userCount: 0,
    })),
  };
}
