import { z } from "zod";
import { pageOf } from "#platform/http/envelopes.ts";
import { ulid } from "#platform/http/wire-types.ts";
import { BOROUGH_NAMES, BOROUGH_SLUGS } from "./borough.rules.ts";

const MAX_COVERAGE_IDS = 100;

/** Degrees in decimal notation; never empty, which would read as 0. */
const degrees = (limit: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,15})?$/, "Write degrees as 40.7831.")
    .meta({ examples: ["40.7831"] })
    .transform(Number)
    .pipe(z.number().min(-limit).max(limit));

export const suggestionsQuery = z.strictObject({
  q: z.string().trim().min(3, "Type at least 3 characters.").max(200),
  session: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional()
    .describe("The same for all requests of one typing."),
});
export const placeParams = z.strictObject({ place_id: z.string().min(1).max(200) });
export const zipParams = z.strictObject({
  zip: z
    .string()
    .regex(/^\d{5}$/, "A ZIP code has five digits.")
    .meta({ examples: ["11215"] }),
});
export const polygonsQuery = z.strictObject({ borough: z.enum(BOROUGH_SLUGS) });
export const lookupQuery = z.strictObject({ lat: degrees(90), lng: degrees(180) });
export const coverageQuery = z.strictObject({
  instructor_ids: z
    .string()
    .max(8_000)
    .transform((list) => list.split(","))
    .pipe(z.array(ulid()).min(1).max(MAX_COVERAGE_IDS, `List at most ${MAX_COVERAGE_IDS} ids.`))
    .describe(`Up to ${MAX_COVERAGE_IDS} ids, separated by commas.`),
});

const neighborhoodId = () =>
  z
    .string()
    .describe("Stable slug of the place data.")
    .meta({ examples: ["nyc-brooklyn-park-slope"] });
const borough = () => z.enum(BOROUGH_NAMES);
const lat = () => z.number().min(-90).max(90);
const lon = () => z.number().min(-180).max(180);

export const placeSuggestion = z
  .object({
    place_id: z.string(),
    kind: z.enum(["landmark", "neighborhood", "address"]),
    name: z.string(),
    context: z.string().describe("Where it is, for example Brooklyn, NY."),
    neighborhood_id: neighborhoodId().nullable(),
  })
  .meta({ id: "PlaceSuggestion" });
export const placeSuggestions = pageOf(placeSuggestion);

export const place = z
  .object({
    place_id: z.string(),
    formatted: z.string(),
    street_number: z.string().nullable(),
    street: z.string().nullable(),
    locality: z.string().nullable(),
    region: z.string().nullable(),
    postal_code: z.string().nullable(),
    country: z.string().length(2),
    lat: lat(),
    lon: lon(),
    neighborhood_id: neighborhoodId().nullable(),
    confidence: z.number().min(0).max(1),
  })
  .meta({ id: "Place" });
export type PlaceView = z.output<typeof place>;

const neighborhoodReference = z
  .object({ id: neighborhoodId(), name: z.string(), borough: borough() })
  .meta({ id: "NeighborhoodReference" });

export const zipCode = z
  .object({
    is_nyc: z.boolean(),
    borough: borough().nullable(),
    neighborhood: neighborhoodReference
      .nullable()
      .describe("The one in the middle of the ZIP code; others can share it."),
  })
  .meta({ id: "ZipCode" });
export type ZipCodeView = z.output<typeof zipCode>;

export const neighborhoodAtPoint = z
  .object({ neighborhood: neighborhoodReference.nullable() })
  .meta({ id: "NeighborhoodAtPoint" });

export const boroughNode = z
  .object({
    name: borough(),
    slug: z.enum(BOROUGH_SLUGS),
    neighborhoods: z.array(
      z
        .object({
          id: neighborhoodId(),
          name: z.string(),
          lat: lat(),
          lon: lon(),
          includes: z.array(neighborhoodId()).describe("Choosing this one means these too."),
        })
        .meta({ id: "NeighborhoodNode" }),
    ),
    areas: z.array(
      z
        .object({ id: z.string(), name: z.string(), neighborhood_ids: z.array(neighborhoodId()) })
        .meta({ id: "AreaNode" }),
    ),
  })
  .meta({ id: "BoroughNode" });
export type BoroughNode = z.output<typeof boroughNode>;
export const boroughNodes = pageOf(boroughNode);

const polygon = z
  .object({
    type: z.literal("Polygon"),
    coordinates: z.array(z.array(z.tuple([lon(), lat()]))),
  })
  .meta({ id: "GeoJsonPolygon" });

export const neighborhoodPolygons = z
  .object({
    type: z.literal("FeatureCollection"),
    features: z.array(
      z.object({
        type: z.literal("Feature"),
        id: neighborhoodId(),
        properties: z.object({ neighborhood_id: neighborhoodId(), name: z.string() }),
        geometry: polygon,
      }),
    ),
  })
  .meta({ id: "NeighborhoodPolygons" });
export type NeighborhoodPolygons = z.output<typeof neighborhoodPolygons>;

export const coverage = z
  .object({
    type: z.literal("FeatureCollection"),
    features: z.array(
      z.object({
        type: z.literal("Feature"),
        id: neighborhoodId(),
        properties: z.object({
          neighborhood_id: neighborhoodId(),
          name: z.string(),
          instructor_ids: z.array(ulid()).describe("Those of the listed who teach there."),
        }),
        geometry: polygon,
      }),
    ),
  })
  .meta({ id: "Coverage" });
export type Coverage = z.output<typeof coverage>;
