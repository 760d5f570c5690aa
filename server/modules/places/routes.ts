import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { toPage } from "#platform/http/envelopes.ts";
import { replyNotModified, strongEtag } from "#platform/http/etag.ts";
import type { RouteConfig } from "#platform/http/route-config.ts";
import type { GeocodedPlace, Geocoder } from "../../ports/geocoder.ts";
import { boroughOfSlug } from "./borough.rules.ts";
import { placeNotFound } from "./errors.ts";
import type { Neighborhood, Point } from "./gazetteer.types.ts";
import type { CoverageMap } from "./get-coverage.ts";
import type { PlacesReader } from "./read-places.ts";
import * as schemas from "./schemas.ts";

export interface PlacesRoutesDeps {
  readonly reader: PlacesReader;
  readonly geocoder: Geocoder;
  readonly coverage: CoverageMap["coverage"];
  neighborhoodAt(point: Point): Promise<Neighborhood | null>;
  zipCode(zip: string): Promise<schemas.ZipCodeView>;
}

const PUBLIC = { guard: "public", bucket: "read" } as const satisfies RouteConfig;
const GUEST = { guard: "guest", bucket: "read" } as const satisfies RouteConfig;
const SHOWN_SUGGESTIONS = 8;

/** The `geo` endpoints (API spec §2.3). Register with the prefix `/api/v1`. */
export function placesRoutes(deps: PlacesRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    await app.register(guestRoutes(deps));
    await app.register(neighborhoodRoutes(deps));
    await app.register(coverageRoutes(deps));
  };
}

/** What people type is theirs alone: these replies keep the `private, no-store` that every reply begins with. */
function guestRoutes({ geocoder }: PlacesRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      "/geo/places/autocomplete",
      {
        config: GUEST,
        schema: { querystring: schemas.suggestionsQuery, response: { 200: schemas.placeSuggestions } },
      },
      async ({ query }) => {
        const found = await geocoder.autocomplete(query.q, query.session);
        const items = found.map(({ placeId, neighborhoodId, ...one }) => ({
          place_id: placeId,
          ...one,
          neighborhood_id: neighborhoodId,
        }));
        return toPage(items, items.length, { page: 1, per_page: SHOWN_SUGGESTIONS });
      },
    );
    app.get(
      "/geo/places/:place_id",
      {
        config: { ...GUEST, problems: [404] },
        schema: { params: schemas.placeParams, response: { 200: schemas.place } },
      },
      async ({ params }) => {
        const found = await geocoder.details(params.place_id);
        if (found === null) throw placeNotFound();
        return placeView(params.place_id, found);
      },
    );
  };
}

function neighborhoodRoutes(deps: PlacesRoutesDeps): FastifyPluginAsyncZod {
  const { reader } = deps;
  const sendShared = createSend(SHARED);
  return async (app) => {
    app.get(
      "/geo/zip-codes/:zip",
      { config: PUBLIC, schema: { params: schemas.zipParams, response: { 200: schemas.zipCode } } },
      async (request, reply) => sendShared(request, reply, await deps.zipCode(request.params.zip)),
    );
    app.get(
      "/geo/neighborhoods",
      { config: PUBLIC, schema: { response: { 200: schemas.boroughNodes } } },
      async (request, reply) => sendShared(request, reply, await reader.tree()),
    );
    app.get(
      "/geo/neighborhoods/polygons",
      {
        config: PUBLIC,
        schema: { querystring: schemas.polygonsQuery, response: { 200: schemas.neighborhoodPolygons } },
      },
      async (request, reply) =>
        sendShared(request, reply, await reader.polygons(boroughOfSlug(request.query.borough))),
    );
    app.get(
      "/geo/neighborhoods/lookup",
      {
        config: PUBLIC,
        schema: { querystring: schemas.lookupQuery, response: { 200: schemas.neighborhoodAtPoint } },
      },
      // The address holds somebody's position, so no shared cache keeps the reply.
      async ({ query: { lat, lng } }) => {
        const found = await deps.neighborhoodAt({ lat, lon: lng });
        return { neighborhood: found && { id: found.id, name: found.name, borough: found.borough } };
      },
    );
  };
}

function coverageRoutes({ coverage }: PlacesRoutesDeps): FastifyPluginAsyncZod {
  const sendAnonymous = createSend(ANONYMOUS);
  const send = createSend({});
  return async (app) => {
    app.get(
      "/geo/coverage",
      {
        config: PUBLIC,
        schema: { querystring: schemas.coverageQuery, response: { 200: schemas.coverage } },
      },
      async (request, reply) => {
        const content = await coverage(request.query.instructor_ids);
        const { cookie, authorization } = request.headers;
        const isAnonymous = cookie === undefined && authorization === undefined;
        return (isAnonymous ? sendAnonymous : send)(request, reply, content);
      },
    );
  };
}

/** Replies that ignore who asks, and those that are shared only between anonymous callers (API spec §1 "Concurrency and caching"). */
const SHARED = {
  "cache-control": "public, max-age=60, stale-while-revalidate=300",
  vary: "Origin, Accept-Encoding",
};
const ANONYMOUS = { ...SHARED, vary: "Origin, Accept-Encoding, Cookie, Authorization" };

function createSend(headers: Readonly<Record<string, string>>) {
  const etags = new WeakMap<object, string>();
  return <T extends object>(request: FastifyRequest, reply: FastifyReply, content: T): T => {
    reply.headers(headers);
    const etag = etags.get(content) ?? strongEtag(content);
    etags.set(content, etag);
    return (replyNotModified(request, reply, etag) ? reply : content) as T;
  };
}

function placeView(placeId: string, found: GeocodedPlace): schemas.PlaceView {
  return {
    place_id: placeId,
    formatted: found.formatted,
    street_number: found.streetNumber,
    street: found.street,
    locality: found.locality,
    region: found.region,
    postal_code: found.postalCode,
    country: found.country,
    lat: found.lat,
    lon: found.lon,
    neighborhood_id: found.neighborhoodId,
    confidence: found.confidence,
  };
}
