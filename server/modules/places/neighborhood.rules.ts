import type { Gazetteer, Neighborhood, Point } from "./gazetteer.types.ts";
import { haversineMeters, isInBox } from "./geo.rules.ts";
import { zipToBorough } from "./zip.rules.ts";

/** A point belongs to a centroid within this many of its radii. */
const RADII = 3;
/** Else to the nearest one within this distance. */
const FALLBACK_M = 4_000;

type Region = Pick<Gazetteer, "box" | "neighborhoods">;

/**
 * The neighbourhood at a point (search §3): the nearest centroid among those that the ZIP code lists, then those of its borough, or all
 * without a New York ZIP, if within 3 radii; else the nearest of all within 4 km. Null outside the city box.
 */
export function pointToNeighborhood(
  { box, neighborhoods }: Region,
  point: Point,
  zip: string | null = null,
): Neighborhood | null {
  if (!isInBox(point, box)) return null;
  const borough = zip === null ? null : zipToBorough(zip);
  const groups =
    zip === null || borough === null
      ? [neighborhoods]
      : [
          neighborhoods.filter((one) => one.zips.includes(zip)),
          neighborhoods.filter((one) => one.borough === borough),
        ];
  for (const group of groups) {
    const nearest = nearestTo(point, group);
    if (nearest !== null && nearest.meters <= RADII * nearest.neighborhood.radiusM)
      return nearest.neighborhood;
  }
  const nearest = nearestTo(point, neighborhoods);
  return nearest !== null && nearest.meters <= FALLBACK_M ? nearest.neighborhood : null;
}

function nearestTo(
  point: Point,
  candidates: readonly Neighborhood[],
): { readonly neighborhood: Neighborhood; readonly meters: number } | null {
  let best: { neighborhood: Neighborhood; meters: number } | null = null;
  for (const neighborhood of candidates) {
    const meters = haversineMeters(point, neighborhood);
    if (best === null || meters < best.meters) best = { neighborhood, meters };
  }
  return best;
}

/**
 * What naming a place means (search §3): a neighbourhood with its children, an area the union of its neighbourhoods.
 * @returns ids without repeats, the named one first; null when there is no such place
 */
export function placeSet(
  { neighborhoods, areas }: Pick<Gazetteer, "neighborhoods" | "areas">,
  id: string,
): readonly string[] | null {
  const area = areas.find((one) => one.id === id);
  const named = area ? area.neighborhoodIds : [id];
  const found = named.flatMap((member) => neighborhoods.find((one) => one.id === member) ?? []);
  if (found.length === 0) return null;
  return [...new Set(found.flatMap((one) => [one.id, ...one.includes]))];
}
