import { expect, test } from "vitest";
import { type CatalogColumn, countServices, filterColumns, type ListedService } from "./catalog-tree.ts";

const service = (slug: string, name: string, terms: readonly string[] = []): ListedService => ({
  id: slug,
  home: "music",
  slug,
  name,
  terms: [...terms],
  age_groups: ["adults"],
  can_be_online: true,
  live_instructors: 0,
  price_band: null,
});

const piano = service("piano", "Piano", ["keys"]);
const columns: readonly CatalogColumn[] = [
  {
    slug: "music",
    name: "Music",
    icon: "music",
    groups: [
      { slug: "keys", name: "Piano & Keys", services: [piano, service("organ", "Organ")] },
      { slug: "bowed", name: "Bowed Strings", services: [service("cello", "Cello")] },
    ],
  },
  {
    slug: "kids",
    name: "Kids",
    icon: "baby",
    groups: [{ slug: "music", name: "Music", services: [piano] }],
  },
];

const found = (query: string) =>
  filterColumns(columns, query).flatMap(({ slug, groups }) =>
    groups.flatMap(({ services }) => services.map((one) => `${slug}/${one.slug}`)),
  );

test("a service in two columns counts once", () => {
  expect(countServices(columns)).toBe(3);
});

test.each([
  ["", ["music/piano", "music/organ", "music/cello", "kids/piano"]],
  ["  CÉLLO ", ["music/cello"]],
  ["keys", ["music/piano", "music/organ", "kids/piano"]],
  ["kids music", ["kids/piano"]],
  ["piano cello", []],
])("%j finds what has all of its words", (query, expected) => {
  expect(found(query)).toEqual(expected);
});
