import { describe, expect, test } from "vitest";
import { categoryOf, committedFile, type LooseFile, serviceOf } from "./catalog.test-support.ts";
import { placedServices } from "./catalog-file.rules.ts";
import { CatalogFileError } from "./errors.ts";
import { readCatalogFile } from "./write-catalog.ts";

function faultsOf(file: unknown): readonly string[] {
  try {
    readCatalogFile(file);
    return [];
  } catch (error) {
    if (error instanceof CatalogFileError) return error.faults;
    throw error;
  }
}

function broken(breakIt: (file: LooseFile) => void): LooseFile {
  const file = committedFile();
  breakIt(file);
  return file;
}

describe("the committed file", () => {
  test("is good, and holds what search §1 says", () => {
    const file = readCatalogFile(committedFile());
    const services = placedServices(file).map(({ service }) => service);
    expect(services).toHaveLength(383);
    expect(services.filter(({ online }) => online)).toHaveLength(252);
    expect(
      services.filter(({ age_groups }) => age_groups.some((age) => age === "toddler" || age === "kids")),
    ).toHaveLength(185);
    expect(file.categories.flatMap(({ subcategories }) => subcategories)).toHaveLength(50);
  });

  test("has the seven categories in their order, each with a subtitle that fits on its line", () => {
    const { categories } = readCatalogFile(committedFile());
    const inOrder = categories.toSorted((a, b) => a.display_order - b.display_order);
    expect(inOrder.map(({ name }) => name)).toEqual([
      "Music",
      "Tutoring",
      "Sports & Fitness",
      "Languages",
      "Arts",
      "Kids",
      "Hidden Gems",
    ]);
    expect(inOrder.filter(({ subtitle }) => subtitle.length > 28)).toEqual([]);
  });
});

describe("a fault stops the file", () => {
  const piano = (file: LooseFile) => serviceOf(file, "piano");
  const music = (file: LooseFile) => categoryOf(file, "music");
  const guitar = (file: LooseFile) => {
    const found = music(file).subcategories.find(({ slug }) => slug === "guitar-plucked");
    if (found === undefined) throw new Error("no guitar");
    return found;
  };

  test.each<[string, (file: LooseFile) => void, string]>([
    [
      "slug of two services",
      (file) => (serviceOf(file, "harpsichord").slug = "organ"),
      "two services are called organ",
    ],
    [
      "slug of two subcategories",
      (file) => (guitar(file).slug = "keys"),
      "two subcategories are called keys",
    ],
    ["slug of two categories", (file) => (music(file).slug = "arts"), "two categories are called arts"],
    [
      "unknown relation",
      (file) => piano(file).related.push("theremin-2"),
      "related to theremin-2, which does",
    ],
    ["relation to itself", (file) => piano(file).related.push("piano"), "piano is related to itself"],
    [
      "term of two services",
      (file) => piano(file).terms.push("guitarist"),
      '"guitarist" belongs to two services',
    ],
    [
      "term that is another's name",
      (file) => piano(file).terms.push("guitar"),
      '"guitar" belongs to two services',
    ],
    [
      "term of two subcategories",
      (file) => guitar(file).terms.push("keyboard instruments"),
      '"keyboard instruments" belongs to two subcategories',
    ],
    ["term of two categories", (file) => music(file).terms.push("arts"), '"arts" belongs to two categories'],
    [
      "ambiguous term without a service",
      (file) => file.ambiguous_terms["bass"]?.push("bass-3"),
      '"bass" means bass-3, which does not exist',
    ],
    [
      "ambiguous term that is not",
      (file) => (file.ambiguous_terms["bass"] = ["guitar"]),
      "ambiguous_terms.bass",
    ],
    [
      "default not on offer",
      (file) => (piano(file).default_duration = 240),
      "default duration 240 is not among",
    ],
    [
      "same order twice",
      (file) => (piano(file).display_order = 2),
      "two services of music have display_order 2",
    ],
    [
      "unknown filter",
      (file) => music(file).filters.push("colour"),
      "has the filter colour, which does not exist",
    ],
    [
      "narrowed to no option",
      (file) => (guitar(file).narrowed_filters = { style: ["polka"] }),
      "narrows style to polka, which is not an option",
    ],
    [
      "narrowed filter of another category",
      (file) => (guitar(file).narrowed_filters = { focus: ["travel"] }),
      "narrows focus, which its category does not have",
    ],
    ["label of nothing", (file) => (file.filter_labels["colour"] = "Colour"), "filter_labels names colour"],
    ["unknown age group", (file) => piano(file).age_groups.push("seniors" as never), "age_groups"],
    ["impossible duration", (file) => piano(file).durations.push(50), "durations"],
    ["upper-case term", (file) => piano(file).terms.push("Steinway"), "must be lower case"],
    ["subtitle that would wrap", (file) => (music(file).subtitle = "x".repeat(29)), "subtitle"],
    ["unknown key", (file) => Object.assign(piano(file), { colour: "black" }), "colour"],
    [
      "virtual category with filters",
      (file) => Object.assign(file.categories[5] ?? {}, { filters: [] }),
      "filters",
    ],
  ])("%s", (_name, breakIt, message) => {
    const faults = faultsOf(broken(breakIt));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(message);
  });

  test("all that is wrong is said at once", () => {
    const shape = faultsOf(
      broken((file) => {
        piano(file).slug = "Piano!";
        serviceOf(file, "guitar").durations = [];
      }),
    );
    expect(shape).toHaveLength(2);
    const meaning = broken((file) => {
      piano(file).related.push("nothing", "piano");
      music(file).filters.push("colour");
    });
    expect(faultsOf(meaning)).toHaveLength(3);
    expect(() => readCatalogFile(meaning)).toThrow(/3 faults:\n.*nothing.*\n.*itself.*\n.*colour/);
  });

  test.each([[null], [[]], [{}], ["text"]])("what is no catalogue at all: %j", (content) => {
    expect(faultsOf(content).length).toBeGreaterThan(0);
  });
});
