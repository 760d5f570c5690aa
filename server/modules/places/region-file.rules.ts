import { isInBox } from "./geo.rules.ts";
import type { Box, Point } from "./gazetteer.types.ts";
import { normalizePlaceText } from "./place-text.rules.ts";
import { type RegionFile, regionFile } from "./region-file.schemas.ts";
import { zipToBorough } from "./zip.rules.ts";

/** The place data cannot be used; the message lists every fault. */
export class RegionFileError extends Error {
  override name = "RegionFileError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`the place data has ${faults.length} faults:\n${faults.join("\n")}`);
    this.faults = faults;
  }
}

/**
 * Checks parsed place data by shape, then by the rules of search §1 and §3.
 * @throws RegionFileError with all faults of the first of the two that fails
 */
export function checkRegionFile(data: unknown): RegionFile {
  const result = regionFile.safeParse(data);
  if (!result.success) {
    throw new RegionFileError(
      result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    );
  }
  const file = result.data;
  const faults = [
    ...boroughFaults(file),
    ...neighborhoodFaults(file),
    ...includeFaults(file),
    ...areaFaults(file),
    ...landmarkFaults(file),
    ...zipFaults(file),
    ...nameFaults(file),
  ];
  if (faults.length > 0) throw new RegionFileError(faults);
  return file;
}

/** `nyc-landmark-grand-central-terminal` */
export function landmarkId(name: string): string {
  return `nyc-landmark-${normalizePlaceText(name).replaceAll(" ", "-")}`;
}

export function boxOf({ lat: [south, north], lon: [west, east] }: RegionFile["city_box"]): Box {
  return { south, north, west, east };
}

function boroughFaults({ boroughs }: RegionFile): string[] {
  return [
    ...repeats(
      boroughs.map(({ name }) => name),
      "borough",
    ),
    ...repeats(
      boroughs.map(({ slug }) => slug),
      "borough slug",
    ),
  ];
}

function neighborhoodFaults(file: RegionFile): string[] {
  const { neighborhoods, boroughs } = file;
  const ids = new Set(neighborhoods.map(({ id }) => id));
  const city = boxOf(file.city_box);
  const faults = repeats(
    [...neighborhoods, ...file.areas].map(({ id }) => id),
    "id",
  );
  faults.push(
    ...repeats(
      neighborhoods.map(({ borough, lat, lon }) => `${borough} ${lat},${lon}`),
      "centroid",
    ),
  );
  for (const one of neighborhoods) {
    const borough = boroughs.find(({ name }) => name === one.borough);
    if (borough === undefined) {
      faults.push(`${one.id}: the file has no borough ${one.borough}`);
      continue;
    }
    if (!one.id.startsWith(`nyc-${borough.slug}-`))
      faults.push(`${one.id}: the id does not begin with nyc-${borough.slug}-`);
    faults.push(
      ...outside(one, boxOf(borough.box), one.id, borough.name),
      ...outside(one, city, one.id, "city"),
    );
    for (const list of ["includes", "adjacent", "zips"] as const)
      faults.push(...repeats(one[list], `${one.id}: ${list}`));
    for (const list of ["includes", "adjacent"] as const) {
      if (one[list].includes(one.id)) faults.push(`${one.id}: ${list} names itself`);
      faults.push(...unknown(one[list], ids, `${one.id}: ${list}`));
    }
  }
  return faults;
}

/** Children stay in the borough, and children of children are listed too, so that a set is one look. */
function includeFaults({ neighborhoods }: RegionFile): string[] {
  const byId = new Map(neighborhoods.map((one) => [one.id, one]));
  return neighborhoods.flatMap((parent) =>
    parent.includes.flatMap((id) => {
      const child = byId.get(id);
      if (child === undefined) return [];
      const missing = child.includes.filter((grandchild) => !parent.includes.includes(grandchild));
      return [
        ...(child.borough === parent.borough ? [] : [`${parent.id}: includes ${id} of another borough`]),
        ...missing.map((grandchild) => `${parent.id}: includes ${id} but not its ${grandchild}`),
      ];
    }),
  );
}

function areaFaults({ areas, neighborhoods }: RegionFile): string[] {
  const byId = new Map(neighborhoods.map((one) => [one.id, one]));
  return areas.flatMap((area) => [
    ...repeats(area.neighborhood_ids, `${area.id}: neighborhood_ids`),
    ...unknown(area.neighborhood_ids, byId, `${area.id}: neighborhood_ids`),
    ...area.neighborhood_ids
      .filter((id) => byId.has(id) && byId.get(id)?.borough !== area.borough)
      .map((id) => `${area.id}: ${id} is of another borough`),
  ]);
}

function landmarkFaults(file: RegionFile): string[] {
  const ids = new Set(file.neighborhoods.map(({ id }) => id));
  return [
    ...repeats(
      file.landmarks.map(({ name }) => landmarkId(name)),
      "landmark",
    ),
    ...file.landmarks.flatMap((one) => [
      ...outside(one, boxOf(file.city_box), one.name, "city"),
      ...unknown([one.neighborhood_id], ids, one.name),
    ]),
  ];
}

/** The list by ZIP code and the lists by neighbourhood say the same. */
function zipFaults({ zips, neighborhoods }: RegionFile): string[] {
  const ids = new Set(neighborhoods.map(({ id }) => id));
  const faults: string[] = [];
  for (const [zip, listed] of Object.entries(zips)) {
    if (zipToBorough(zip) === null) faults.push(`ZIP ${zip} is not one of the city`);
    faults.push(...unknown(listed, ids, `ZIP ${zip}`));
    for (const one of neighborhoods) {
      if (listed.includes(one.id) !== one.zips.includes(zip))
        faults.push(`ZIP ${zip} and ${one.id} do not name each other`);
    }
  }
  for (const one of neighborhoods) {
    for (const zip of one.zips)
      if (!Object.hasOwn(zips, zip)) faults.push(`${one.id}: ZIP ${zip} is not listed`);
  }
  return faults;
}

/** A name that several neighbourhoods have is in the list of ambiguous names, with all of them. */
function nameFaults({ neighborhoods, ambiguous_aliases }: RegionFile): string[] {
  const owners = new Map<string, Set<string>>();
  for (const one of neighborhoods) {
    for (const name of [one.name, ...one.aliases]) {
      const text = normalizePlaceText(name);
      owners.set(text, (owners.get(text) ?? new Set()).add(one.id));
    }
  }
  const ids = new Set(neighborhoods.map(({ id }) => id));
  const declared = new Map<string, readonly string[]>();
  const faults: string[] = [];
  for (const [name, listed] of Object.entries(ambiguous_aliases)) {
    const text = normalizePlaceText(name);
    if (declared.has(text)) faults.push(`ambiguous name ${text} is there twice`);
    declared.set(text, listed);
    faults.push(
      ...repeats(listed, `ambiguous name ${text}`),
      ...unknown(listed, ids, `ambiguous name ${text}`),
    );
  }
  for (const [text, owning] of owners) {
    const listed = declared.get(text);
    if (owning.size === 1 && listed === undefined) continue;
    const missing = [...owning].filter((id) => !listed?.includes(id));
    if (missing.length > 0)
      faults.push(`${text} names ${[...owning].join(", ")} and must be listed as ambiguous`);
  }
  return faults;
}

function outside(point: Point, box: Box, who: string, where: string): string[] {
  return isInBox(point, box) ? [] : [`${who}: ${point.lat}, ${point.lon} is outside the box of ${where}`];
}

function repeats(items: readonly string[], what: string): string[] {
  const seen = new Set<string>();
  const twice = items.filter((item) => seen.has(item) || !seen.add(item));
  return [...new Set(twice)].map((item) => `${what}: ${item} is there twice`);
}

function unknown(items: readonly string[], ids: { has(id: string): boolean }, what: string): string[] {
  return items.filter((id) => !ids.has(id)).map((id) => `${what}: there is no neighbourhood ${id}`);
}
