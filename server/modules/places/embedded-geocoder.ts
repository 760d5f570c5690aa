import { createHash } from "node:crypto";
import type { GeocodedPlace, Geocoder, PlaceSuggestion } from "../../ports/geocoder.ts";
import {
  type AddressLine,
  canonicalStreetLine,
  ordinal,
  readAddressLine,
  readGridAddress,
} from "./address-line.rules.ts";
import type { BoroughName } from "./borough.rules.ts";
import type { Neighborhood, Point } from "./gazetteer.types.ts";
import { offsetPoint, roundCoordinate } from "./geo.rules.ts";
import { pointToNeighborhood } from "./neighborhood.rules.ts";
import type { NamedPlace, PlaceIndex, ZipArea } from "./place-index.ts";
import { normalizePlaceText } from "./place-text.rules.ts";
import { gridPoint } from "./street-grid.rules.ts";
import { rankSuggestions } from "./suggestion.rules.ts";
import { zipToBorough } from "./zip.rules.ts";

/** What the point rests on (search §3): a name, the street grid, the ZIP code's neighbourhoods, or a larger area. */
const CONFIDENCE = { name: 1, grid: 0.8, zip: 0.6, vague: 0.4 } as const;
const MAX_OFFSET_M = 150;
const MAX_SUGGESTIONS = 8;
const LONGEST_NEIGHBORHOOD_NAME = 4;
const ZIP_PLACE = /^nyc-zip-(\d{5})$/;

/** A geocoder without a network, made of the place data (search §3). Place ids are those of the data, and `nyc-zip-` with the code. */
export function createEmbeddedGeocoder(loadIndex: () => Promise<PlaceIndex>): Geocoder {
  return {
    async geocode(line) {
      const index = await loadIndex();
      const address = readAddressLine(line, {
        borough: index.borough,
        isCity: (text) => index.gazetteer.cityAliases.includes(text),
      });
      return geocodeName(index, address) ?? geocodeStreet(index, address);
    },

    async reverse(point) {
      const index = await loadIndex();
      const neighborhood = pointToNeighborhood(index.gazetteer, point);
      return neighborhood && { ...neighborhoodPlace(neighborhood), ...point, confidence: CONFIDENCE.vague };
    },

    async autocomplete(query) {
      const index = await loadIndex();
      return rankSuggestions(index.searchable, query, MAX_SUGGESTIONS).map((one) => suggestion(index, one));
    },

    async details(placeId) {
      const index = await loadIndex();
      const neighborhood = index.neighborhood(placeId);
      if (neighborhood !== null) return neighborhoodPlace(neighborhood);
      const landmark = index.landmark(placeId);
      const home = landmark && index.neighborhood(landmark.neighborhoodId);
      if (landmark !== null && home !== null) {
        return namedPlace(index, { kind: "landmark", place: landmark, borough: home.borough });
      }
      const zip = index.zip(ZIP_PLACE.exec(placeId)?.[1] ?? "");
      return zip && zipPlace(index, zip);
    },
  };
}

/** ZIP code, neighbourhood, alias or landmark by its exact name; null when there is none or more than one. */
function geocodeName(index: PlaceIndex, { names, zip, borough, head }: AddressLine): GeocodedPlace | null {
  const area = zip === null ? null : index.zip(zip);
  if (head === "") return area && zipPlace(index, area);
  const within = borough ?? area?.borough ?? null;
  for (const name of names) {
    const found = index.named(name).filter((one) => within === null || one.borough === within);
    const [only] = found;
    if (found.length === 1 && only !== undefined) return namedPlace(index, only);
  }
  return null;
}

function geocodeStreet(index: PlaceIndex, { head, zip, borough }: AddressLine): GeocodedPlace | null {
  const zipBorough = zip === null ? null : zipToBorough(zip);
  if (zip !== null && zipBorough === null) return null;
  const where = zipBorough ?? borough;
  const grid = where === null || where === "Manhattan" ? readGridAddress(head) : null;
  const point = grid && gridPoint(grid);
  if (grid !== null && point !== null) {
    return streetPlace(index, {
      street: `${grid.side} ${ordinal(grid.street)} St`,
      streetNumber: String(grid.house),
      borough: "Manhattan",
      zip,
      point,
      confidence: CONFIDENCE.grid,
    });
  }
  const area = zip === null ? null : index.zip(zip);
  if (area !== null) {
    const isListed = area.neighborhoods.length > 0;
    return streetPlace(index, {
      ...splitStreetLine(head),
      borough: area.borough,
      zip,
      point: isListed ? scatter(area, head) : area,
      confidence: isListed ? CONFIDENCE.zip : CONFIDENCE.vague,
    });
  }
  return streetInNeighborhood(index, head, where);
}

/** `12 Berry St Williamsburg`: without a ZIP code, a neighbourhood's name after the street. */
function streetInNeighborhood(
  index: PlaceIndex,
  head: string,
  within: BoroughName | null,
): GeocodedPlace | null {
  const words = head.split(" ");
  if (!/^\d/.test(head)) return null;
  for (let length = Math.min(LONGEST_NEIGHBORHOOD_NAME, words.length - 2); length > 0; length--) {
    const found = index
      .named(normalizePlaceText(words.slice(-length).join(" ")))
      .filter((one) => one.kind === "neighborhood" && (within === null || one.borough === within));
    const [only] = found;
    if (found.length !== 1 || only === undefined) continue;
    const line = words.slice(0, -length).join(" ");
    return {
      ...streetPlace(index, {
        ...splitStreetLine(line),
        borough: only.borough,
        zip: null,
        point: scatter(only.place, line),
        confidence: CONFIDENCE.vague,
      }),
      neighborhoodId: only.place.id,
    };
  }
  return null;
}

/** At most 150 m from the centre; the same street line always lands on the same spot. */
function scatter(center: Point, streetLine: string): Point {
  const hash = createHash("sha256").update(canonicalStreetLine(streetLine)).digest();
  const share = (offset: number) => hash.readUInt32BE(offset) / 2 ** 32;
  const distance = MAX_OFFSET_M * Math.sqrt(share(0));
  const direction = 2 * Math.PI * share(4);
  return offsetPoint(center, distance * Math.cos(direction), distance * Math.sin(direction));
}

function splitStreetLine(line: string): { streetNumber: string | null; street: string } {
  const [, streetNumber = null, street = line] = /^(\d\S*) (.+)$/.exec(line) ?? [];
  return { streetNumber, street };
}

interface StreetPoint {
  readonly streetNumber: string | null;
  readonly street: string;
  readonly borough: BoroughName;
  readonly zip: string | null;
  readonly point: Point;
  readonly confidence: number;
}

function streetPlace(index: PlaceIndex, found: StreetPoint): GeocodedPlace {
  const { streetNumber, street, borough, zip, confidence } = found;
  const line = streetNumber === null ? street : `${streetNumber} ${street}`;
  const point = rounded(found.point);
  const isZipUnknown = zip !== null && confidence === CONFIDENCE.vague;
  return {
    ...inCity(borough, zip),
    ...point,
    formatted: `${line}, ${locality(borough)}, NY${zip === null ? "" : ` ${zip}`}`,
    streetNumber,
    street,
    neighborhoodId: isZipUnknown ? null : (pointToNeighborhood(index.gazetteer, point, zip)?.id ?? null),
    placeId: null,
    confidence,
  };
}

function namedPlace(index: PlaceIndex, { kind, place, borough }: NamedPlace): GeocodedPlace {
  if (kind === "neighborhood") return neighborhoodPlace(place);
  return {
    ...inCity(borough, null),
    lat: place.lat,
    lon: place.lon,
    formatted: `${place.name}, ${index.neighborhood(place.neighborhoodId)?.name ?? borough}, ${borough}, NY`,
    neighborhoodId: place.neighborhoodId,
    placeId: place.id,
    confidence: CONFIDENCE.name,
  };
}

function neighborhoodPlace({ id, name, borough, lat, lon, zips }: Neighborhood): GeocodedPlace {
  const [zip, another] = zips;
  return {
    ...inCity(borough, another === undefined ? (zip ?? null) : null),
    lat,
    lon,
    formatted: `${name}, ${borough}, NY`,
    neighborhoodId: id,
    placeId: id,
    confidence: CONFIDENCE.name,
  };
}

function zipPlace(index: PlaceIndex, area: ZipArea): GeocodedPlace {
  const isListed = area.neighborhoods.length > 0;
  return {
    ...inCity(area.borough, area.zip),
    ...rounded(area),
    formatted: `${locality(area.borough)}, NY ${area.zip}`,
    neighborhoodId: isListed ? (pointToNeighborhood(index.gazetteer, area, area.zip)?.id ?? null) : null,
    placeId: `nyc-zip-${area.zip}`,
    confidence: isListed ? CONFIDENCE.name : CONFIDENCE.vague,
  };
}

function inCity(borough: BoroughName, postalCode: string | null) {
  return {
    streetNumber: null,
    street: null,
    locality: locality(borough),
    region: "NY",
    postalCode,
    country: "US",
  };
}

/** What mail calls the borough. */
function locality(borough: BoroughName): string {
  return borough === "Manhattan" ? "New York" : borough;
}

function rounded({ lat, lon }: Point): Point {
  return { lat: roundCoordinate(lat, 6), lon: roundCoordinate(lon, 6) };
}

function suggestion(index: PlaceIndex, { kind, place, borough }: NamedPlace): PlaceSuggestion {
  const home = kind === "landmark" ? index.neighborhood(place.neighborhoodId)?.name : undefined;
  return {
    placeId: place.id,
    kind,
    name: place.name,
    context: home === undefined ? `${borough}, NY` : `${home}, ${borough}`,
    neighborhoodId: kind === "neighborhood" ? place.id : place.neighborhoodId,
  };
}
