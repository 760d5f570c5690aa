import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { someService } from "./catalog.test-support.ts";
import {
  AGE_GROUPS,
  comparable,
  effectiveFilters,
  findSelectionFaults,
  LESSON_TYPES,
  liveFirst,
  NO_SUPPLY,
  passesFilter,
  QUERY_AGE_GROUPS,
  type SupplyByService,
  topServices,
} from "./catalog.rules.ts";

const teaching = (...ids: string[]): SupplyByService =>
  Object.fromEntries(ids.map((id) => [id, { ...NO_SUPPLY, live_instructors: 1 }]));
const ids = (services: readonly { readonly id: string }[]) => services.map(({ id }) => id);

describe("order", () => {
  const a = someService({ id: "a", display_order: 1 });
  const b = someService({ id: "b", display_order: 2 });
  const c = someService({ id: "c", display_order: 3 });

  test("live services come first, each half in editorial order", () => {
    expect(ids(liveFirst([c, b, a], {}))).toEqual(["a", "b", "c"]);
    expect(ids(liveFirst([a, b, c], teaching("c", "b")))).toEqual(["b", "c", "a"]);
    expect(ids(liveFirst([a, b], { b: NO_SUPPLY }))).toEqual(["a", "b"]);
  });

  test("capsules: what nobody teaches is skipped and the next in line fills in", () => {
    expect(ids(topServices([a, b, c], teaching("a", "c"), 2))).toEqual(["a", "c"]);
  });

  test("capsules of a site where nobody teaches anything yet are editorial", () => {
    expect(ids(topServices([c, b, a], {}, 2))).toEqual(["a", "b"]);
    expect(ids(topServices([c, b, a], { a: NO_SUPPLY }, 2))).toEqual(["a", "b"]);
  });

  test("capsules follow popularity from 20 events on, and the editorial order below", () => {
    const popular = someService({ id: "popular", display_order: 9, popularity_rank: 1, event_count: 20 });
    const second = someService({ id: "second", display_order: 8, popularity_rank: 2, event_count: 400 });
    const early = someService({ id: "early", display_order: 7, popularity_rank: 1, event_count: 19 });
    expect(ids(topServices([early, second, popular, a], {}, 9))).toEqual(["popular", "second", "a", "early"]);
  });
});

describe("the filter of services", () => {
  const word = fc.constantFrom(
    "Jazz",
    "jazz  piano",
    "50% off",
    "snake_case",
    "back\\slash",
    "C++",
    "中文",
    "É",
  );
  const services = fc.record({
    name: word,
    terms: fc.array(word, { maxLength: 3 }),
    age_groups: fc.subarray([...AGE_GROUPS], { minLength: 1 }),
    online: fc.boolean(),
  });
  const filters = fc.record(
    {
      q: fc.constantFrom("jazz", "JAZZ PIANO", "%", "_", "\\", "c+", "zz", "文", "é", " a  z ", ".*", "0%"),
      age_group: fc.constantFrom(...QUERY_AGE_GROUPS),
      has_instructors: fc.boolean(),
      lesson_type: fc.constantFrom(...LESSON_TYPES),
    },
    { requiredKeys: [] },
  );

  test("lets through exactly what a reader of each filter by itself would, wildcards being letters like any other", () => {
    fc.assert(
      fc.property(services, fc.boolean(), filters, (facts, isTaught, filter) => {
        const service = someService(facts);
        const supply = isTaught ? teaching(service.id) : {};
        const text = [facts.name, ...facts.terms].map((one) => one.toLowerCase().split(/ +/).join(" "));
        const wanted = filter.q?.toLowerCase().trim().split(/ +/).join(" ");
        const group = filter.age_group === "seniors" ? "adults" : filter.age_group;
        const expected =
          (wanted === undefined || text.some((one) => one.split(wanted).length > 1)) &&
          (group === undefined || facts.age_groups.some((one) => one === group)) &&
          (filter.has_instructors ?? isTaught) === isTaught &&
          !(filter.lesson_type === "online" && !facts.online);
        expect(passesFilter(service, filter, supply)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test("text is compared without case, width of letters and doubled spaces", () => {
    expect(comparable("  ＪＡＺＺ\n Piano ")).toBe("jazz piano");
  });
});

describe("filters of a subcategory", () => {
  const definitions = [
    {
      key: "style",
      label: "Style",
      options: [
        { value: "jazz", label: "Jazz" },
        { value: "folk", label: "Folk" },
      ],
    },
    { key: "goal", label: "Goal", options: [{ value: "hobby", label: "Hobby" }] },
  ];

  test("are those in use, in their order, with the options that are left", () => {
    const used = [
      { key: "goal", narrowed_to: null },
      { key: "style", narrowed_to: ["folk"] },
    ];
    expect(effectiveFilters(used, definitions)).toEqual([
      definitions[1],
      { key: "style", label: "Style", options: [{ value: "folk", label: "Folk" }] },
    ]);
  });

  test("selections within them are fine, also none at all", () => {
    const filters = effectiveFilters([{ key: "style", narrowed_to: null }], definitions);
    expect(findSelectionFaults(filters, { style: ["folk", "jazz"] })).toEqual([]);
    expect(findSelectionFaults(filters, { style: [] })).toEqual([]);
    expect(findSelectionFaults(filters, {})).toEqual([]);
  });

  test("all that is wrong with selections is said at once, where it stands", () => {
    const filters = effectiveFilters([{ key: "style", narrowed_to: ["folk"] }], definitions);
    const faults = findSelectionFaults(filters, { style: ["folk", "jazz", "folk"], "a/b": ["x"] });
    expect(faults.map(({ pointer, code }) => [pointer, code])).toEqual([
      ["/style/1", "unknown_option"],
      ["/style/2", "repeated_option"],
      ["/a~1b", "unknown_filter"],
    ]);
  });
});
