import { describe, expect, test } from "vitest";
import { checkRegionFile, RegionFileError } from "./region-file.rules.ts";
import type { RegionFile } from "./region-file.schemas.ts";
import { readRegion } from "./region.test-support.ts";

type Change = (file: RegionFile) => void;

const neighborhood = (file: RegionFile, id: string) => {
  const found = file.neighborhoods.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const parkSlope = (file: RegionFile) => neighborhood(file, "nyc-brooklyn-park-slope");

function faultsAfter(...changes: readonly Change[]): readonly string[] {
  const file = readRegion();
  for (const change of changes) change(file);
  try {
    checkRegionFile(file);
    return [];
  } catch (error) {
    if (error instanceof RegionFileError) return error.faults;
    throw error;
  }
}

const PLANTED: readonly (readonly [name: string, change: Change, fault: RegExp])[] = [
  [
    "an id twice",
    (file) => file.neighborhoods.push({ ...parkSlope(file), lat: 40.6705 }),
    /id: nyc-brooklyn-park-slope is there twice/,
  ],
  [
    "an id of another borough",
    (file) => (parkSlope(file).borough = "Queens"),
    /park-slope: the id does not begin with nyc-queens-/,
  ],
  [
    "a centroid outside its borough",
    (file) => (parkSlope(file).lat = 40.85),
    /park-slope: 40.85, .* outside the box of Brooklyn/,
  ],
  [
    "two centroids at one point",
    (file) =>
      Object.assign(neighborhood(file, "nyc-brooklyn-gowanus"), {
        lat: parkSlope(file).lat,
        lon: parkSlope(file).lon,
      }),
    /centroid: Brooklyn .* is there twice/,
  ],
  [
    "an unknown child",
    (file) => parkSlope(file).includes.push("nyc-brooklyn-nowhere"),
    /includes: there is no neighbourhood nyc-brooklyn-nowhere/,
  ],
  [
    "a child of another borough",
    (file) => parkSlope(file).includes.push("nyc-queens-astoria"),
    /includes nyc-queens-astoria of another borough/,
  ],
  [
    "a grandchild left out",
    (file) => parkSlope(file).includes.push("nyc-brooklyn-flatbush"),
    /includes nyc-brooklyn-flatbush but not its nyc-brooklyn-ditmas-park/,
  ],
  [
    "an unknown neighbour",
    (file) => parkSlope(file).adjacent.push("nyc-brooklyn-nowhere"),
    /adjacent: there is no neighbourhood/,
  ],
  [
    "itself as a neighbour",
    (file) => parkSlope(file).adjacent.push("nyc-brooklyn-park-slope"),
    /adjacent names itself/,
  ],
  [
    "an area with an unknown member",
    (file) => file.areas[0]?.neighborhood_ids.push("nyc-manhattan-nowhere"),
    /downtown-manhattan: neighborhood_ids: there is no/,
  ],
  [
    "an area across boroughs",
    (file) => file.areas[0]?.neighborhood_ids.push("nyc-queens-astoria"),
    /nyc-queens-astoria is of another borough/,
  ],
  [
    "a landmark in no neighbourhood",
    (file) => Object.assign(file.landmarks[0] ?? {}, { neighborhood_id: "nyc-manhattan-nowhere" }),
    /Grand Central Terminal: there is no/,
  ],
  [
    "a landmark outside the city",
    (file) => Object.assign(file.landmarks[0] ?? {}, { lat: 42 }),
    /Grand Central Terminal: 42, .* box of city/,
  ],
  [
    "a ZIP code of elsewhere",
    (file) => (file.zips["07030"] = ["nyc-brooklyn-park-slope"]),
    /ZIP 07030 is not one of the city/,
  ],
  [
    "ZIP lists that disagree",
    (file) => parkSlope(file).zips.push("11201"),
    /ZIP 11201 and nyc-brooklyn-park-slope do not name each other/,
  ],
  [
    "a shared name that is not declared",
    (file) => parkSlope(file).aliases.push("Astoria"),
    /^astoria names .*park-slope, nyc-queens-astoria and must be listed/,
  ],
  [
    "an ambiguous name without one of its places",
    (file) => (file.ambiguous_aliases["murray hill"] = ["nyc-queens-murray-hill", "nyc-queens-astoria"]),
    /^murray hill names/,
  ],
  [
    "an ambiguous name of unknown places",
    (file) => (file.ambiguous_aliases["x"] = ["nyc-queens-astoria", "nyc-queens-x"]),
    /ambiguous name x: there is no/,
  ],
];

describe("the rules of the place data", () => {
  test("the real data keeps them all", () => {
    expect(faultsAfter()).toEqual([]);
  });

  test.each(PLANTED)("%s is a fault", (_name, change, fault) => {
    expect(faultsAfter(change)).toContainEqual(expect.stringMatching(fault));
  });

  test("all faults are listed at once", () => {
    const faults = faultsAfter(
      (file) => (parkSlope(file).lat = 40.85),
      (file) => parkSlope(file).includes.push("nyc-brooklyn-nowhere"),
      (file) => (file.zips["07030"] = ["nyc-brooklyn-park-slope"]),
    );
    for (const fault of [/box of Brooklyn/, /nowhere/, /07030/])
      expect(faults).toContainEqual(expect.stringMatching(fault));
  });

  test("a file of another shape is refused with every place that is wrong", () => {
    const file: Record<string, unknown> = { ...readRegion(), version: 2, extra: true };
    delete file["areas"];
    expect(() => checkRegionFile(file)).toThrow(/version[\s\S]*areas[\s\S]*extra/);
  });

  test.each([
    ["a malformed ZIP code", (file: RegionFile) => parkSlope(file).zips.push("1121"), /zips/],
    ["a coordinate beyond the pole", (file: RegionFile) => (parkSlope(file).lat = 91), /lat/],
    [
      "an unknown borough",
      (file: RegionFile) => Object.assign(parkSlope(file), { borough: "Yonkers" }),
      /borough/,
    ],
  ])("%s is a fault of the shape", (_name, change, fault) => {
    expect(faultsAfter(change)).toContainEqual(expect.stringMatching(fault));
  });
});
