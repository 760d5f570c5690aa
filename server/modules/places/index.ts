import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Cache } from "#platform/cache/cache.types.ts";
import type { Database } from "#platform/database/database.types.ts";
import type { Geocoder } from "../../ports/geocoder.ts";
import { approximatePoint, secureRandom } from "./approximate-point.ts";
import { createEmbeddedGeocoder } from "./embedded-geocoder.ts";
import type { Gazetteer, Neighborhood, Point } from "./gazetteer.types.ts";
import { type CoverageMap, type CoverageReader, createCoverageMap } from "./get-coverage.ts";
import { placeSet, pointToNeighborhood } from "./neighborhood.rules.ts";
import { createPlacesReader } from "./read-places.ts";
import { placesRoutes } from "./routes.ts";
import type { ZipCodeView } from "./schemas.ts";

export { seedPlaces } from "./seed-places.ts";

export interface PlacesDeps {
  readonly database: Pick<Database, "db">;
  readonly cache: Pick<Cache, "get" | "invalidate">;
  /** Who teaches where; nobody until there is a module that knows. */
  readonly coverage?: CoverageReader;
  /** Another driver than the embedded one. */
  readonly geocoder?: Geocoder;
  /** Uniform in [0, 1); only tests replace it. */
  readonly random?: () => number;
}

/**
 * Geography (search §3). Reads come from the cache, so none may be called inside a transaction; what they return is shared and frozen.
 */
export interface Places extends CoverageMap {
  /** Every name that the search parser has to know, and the data behind it. */
  gazetteer(): Promise<Gazetteer>;
  /** Null outside the city, and further than 4 km from every centroid. @param zip narrows the choice */
  neighborhoodAt(point: Point, zip?: string | null): Promise<Neighborhood | null>;
  /** What a five-digit code says; `is_nyc` false for one of elsewhere. */
  zipCode(zip: string): Promise<ZipCodeView>;
  /** Which of the ids are neighbourhoods, without repeats, and which are not. */
  resolveNeighborhoods(
    ids: readonly string[],
  ): Promise<{ readonly found: readonly Neighborhood[]; readonly unknown: readonly string[] }>;
  /** What naming a neighbourhood or area means: its ids with all children, itself first. Null when there is no such place. */
  placeSet(id: string): Promise<readonly string[] | null>;
  readonly geocoder: Geocoder;
  /** The point to show instead of an exact one: draw it once per place and store it. */
  approximatePoint(exact: Point): Point;
  /** Call after the place data or an alias has changed. */
  invalidate(): Promise<void>;
  readonly routes: FastifyPluginAsyncZod;
}

const NOBODY: CoverageReader = { pickedNeighborhoods: async () => [] };

export function createPlaces({ database, cache, ...deps }: PlacesDeps): Places {
  const reader = createPlacesReader({ database, cache });
  const geocoder = deps.geocoder ?? createEmbeddedGeocoder(reader.index);
  const map = createCoverageMap({ database, cache, places: reader, reader: deps.coverage ?? NOBODY });

  const neighborhoodAt: Places["neighborhoodAt"] = async (point, zip = null) =>
    pointToNeighborhood((await reader.index()).gazetteer, point, zip);

  const zipCode: Places["zipCode"] = async (zip) => {
    const index = await reader.index();
    const area = index.zip(zip);
    if (area === null) return { is_nyc: false, borough: null, neighborhood: null };
    const isListed = area.neighborhoods.length > 0;
    const found = isListed ? pointToNeighborhood(index.gazetteer, area, zip) : null;
    return {
      is_nyc: true,
      borough: area.borough,
      neighborhood: found && { id: found.id, name: found.name, borough: found.borough },
    };
  };

  return {
    ...map,
    gazetteer: async () => (await reader.index()).gazetteer,
    neighborhoodAt,
    zipCode,
    async resolveNeighborhoods(ids) {
      const index = await reader.index();
      const unique = [...new Set(ids)];
      return {
        found: unique.flatMap((id) => index.neighborhood(id) ?? []),
        unknown: unique.filter((id) => index.neighborhood(id) === null),
      };
    },
    placeSet: async (id) => placeSet((await reader.index()).gazetteer, id),
    geocoder,
    approximatePoint: (exact) => approximatePoint(exact, deps.random ?? secureRandom),
    invalidate: reader.invalidate,
    async routes(app) {
      // A seed may have changed the data before this process started.
      app.addHook("onListen", () => reader.invalidate());
      await app.register(placesRoutes({ reader, geocoder, coverage: map.coverage, neighborhoodAt, zipCode }));
    },
  };
}
