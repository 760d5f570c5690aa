import { describe, expect, test } from "vitest";
import { useApp } from "../../../test/support/app.ts";
import { catalogId } from "./catalog-ids.ts";
import { seededDatabase } from "./catalog.test-support.ts";
import type { CategorySummary, CategoryTree, Service, ServiceDetail, SubcategoryDetail } from "./schemas.ts";

const app = useApp(seededDatabase(), { env: { RATE_LIMIT_MODE: "off" } });

interface Page<T> {
  readonly items: T[];
  readonly total: number;
  readonly page: number;
  readonly per_page: number;
  readonly has_next: boolean;
}

const get = (path: string, headers: Record<string, string> = {}) =>
  app().http.inject({ url: `/api/v1/catalog${path}`, headers });
const read = async <T>(path: string): Promise<T> => {
  const reply = await get(path);
  expect([path, reply.statusCode]).toEqual([path, 200]);
  return reply.json<T>();
};

const SEVEN = ["music", "tutoring", "sports-fitness", "languages", "arts", "kids", "hidden-gems"];
const NOBODY = catalogId("service", "no-such-service");

describe("categories", () => {
  test("the seven in order, Kids being virtual", async () => {
    const page = await read<Page<CategorySummary>>("/categories");
    expect(page).toMatchObject({ total: 7, page: 1, per_page: 20, has_next: false });
    expect(page.items.map(({ slug }) => slug)).toEqual(SEVEN);
    expect(page.items.filter(({ is_virtual }) => is_virtual).map(({ slug }) => slug)).toEqual(["kids"]);
    expect(page.items.map(({ service_count }) => service_count)).toEqual([50, 81, 74, 45, 76, 185, 57]);
    expect(page.items[1]).toMatchObject({ name: "Tutoring", subtitle: "Elementary to Test Prep" });
  });

  test("a page of them", async () => {
    const page = await read<Page<CategorySummary>>("/categories?page=2&per_page=5");
    expect(page.items.map(({ slug }) => slug)).toEqual(["kids", "hidden-gems"]);
  });

  test("one with its subcategories and their services", async () => {
    const music = await read<CategoryTree>("/categories/music");
    expect(music.groups).toEqual([]);
    expect(music.subcategories).toHaveLength(9);
    expect(music.subcategories[0]).toMatchObject({ slug: "keys", name: "Piano & Keys" });
    expect(music.subcategories[0]?.services.map(({ slug }) => slug)).toEqual([
      "piano",
      "electronic-keyboard",
      "organ",
      "accordion",
      "harpsichord",
    ]);
  });

  test("Kids holds the services for under-13s in two groups, the very ones of other categories", async () => {
    const kids = await read<CategoryTree>("/categories/kids");
    expect(kids.subcategories).toEqual([]);
    expect(kids.groups.map(({ name }) => name)).toEqual(["Infants & Toddlers", "Kids 5–12"]);
    const [toddlers, children] = kids.groups.map(({ services }) => services);
    expect(toddlers?.every(({ age_groups }) => age_groups.includes("toddler"))).toBe(true);
    expect(children?.every(({ age_groups }) => age_groups.includes("kids"))).toBe(true);
    expect(new Set([...(toddlers ?? []), ...(children ?? [])].map(({ id }) => id)).size).toBe(185);
    expect(children?.find(({ slug }) => slug === "piano")?.id).toBe(catalogId("service", "piano"));
  });
});

describe("subcategories", () => {
  const keys = `/subcategories/${catalogId("subcategory", "keys")}`;

  test("one with its category and services", async () => {
    const subcategory = await read<SubcategoryDetail>(keys);
    expect(subcategory).toMatchObject({ slug: "keys", category: { slug: "music", name: "Music" } });
    expect(subcategory.services[0]).toEqual({
      id: catalogId("service", "piano"),
      slug: "piano",
      name: "Piano",
      terms: expect.arrayContaining(["pianist"]),
      age_groups: ["toddler", "kids", "teens", "adults"],
      can_be_online: true,
      live_instructors: 0,
      price_band: null,
    });
  });

  test("its filters, with words a person can read", async () => {
    const { items } = await read<Page<ServiceDetail["filters"][number]>>(`${keys}/filters`);
    expect(items.map(({ key, label }) => [key, label])).toEqual([
      ["skill_level", "Level"],
      ["style", "Style"],
      ["goal", "Goal"],
    ]);
    expect(items[1]?.options).toContainEqual({ value: "pop_rock", label: "Pop and rock" });
  });

  test("tutoring has grades in place of levels, languages no goal", async () => {
    const filtersOf = async (slug: string) =>
      (
        await read<Page<{ key: string }>>(`/subcategories/${catalogId("subcategory", slug)}/filters`)
      ).items.map(({ key }) => key);
    const tree = await read<Page<CategoryTree>>("/browse");
    const first = (slug: string) => tree.items.find((one) => one.slug === slug)?.subcategories[0]?.slug ?? "";
    expect(await filtersOf(first("tutoring"))).toEqual([
      "grade_level",
      "course_level",
      "goal",
      "learning_needs",
    ]);
    expect(await filtersOf(first("languages"))).toEqual(["skill_level", "focus", "learner_type"]);
  });
});

describe("services", () => {
  const slugs = async (query: string) =>
    (await read<Page<Service>>(`/services?per_page=100&${query}`)).items.map(({ slug }) => slug);

  test("all of them, twenty a page, in the order of the catalogue", async () => {
    const first = await read<Page<Service>>("/services");
    expect(first).toMatchObject({ total: 383, page: 1, per_page: 20, has_next: true });
    expect(first.items[0]).toMatchObject({
      slug: "piano",
      category: { slug: "music" },
      subcategory: { slug: "keys" },
      duration_options: [30, 45, 60],
      default_duration_minutes: 45,
      is_certification_required: false,
      live_instructors: 0,
      price_band: null,
    });
    expect(await read<Page<Service>>("/services?page=99")).toMatchObject({
      items: [],
      total: 383,
      has_next: false,
    });
  });

  test("by text in names and terms, where wildcards are letters", async () => {
    expect(await slugs("q=PIANIST")).toEqual(["piano"]);
    expect(await slugs("q=%20squeeze")).toEqual(["accordion"]);
    expect(await slugs(`q=${encodeURIComponent("中文")}`)).toEqual(["mandarin"]);
    expect(await slugs("q=%25")).toEqual([]);
    expect(await slugs("q=_")).toEqual([]);
    expect(await slugs(`q=${encodeURIComponent("c++")}`)).toHaveLength(1);
  });

  test("by category, real or virtual, and by subcategory", async () => {
    expect(await slugs("category=music")).toHaveLength(50);
    expect((await read<Page<Service>>("/services?category=kids")).total).toBe(185);
    expect(await slugs("category=no-such-category")).toEqual([]);
    expect(await slugs(`subcategory_id=${catalogId("subcategory", "keys")}`)).toHaveLength(5);
    expect(await slugs(`subcategory_id=${NOBODY}`)).toEqual([]);
    expect(await slugs(`category=arts&subcategory_id=${catalogId("subcategory", "keys")}`)).toEqual([]);
  });

  test("by age, lesson type and supply", async () => {
    const total = async (query: string) => (await read<Page<Service>>(`/services?${query}`)).total;
    expect(await total("lesson_type=online")).toBe(252);
    expect(await total("lesson_type=in_person")).toBe(383);
    expect(await total("age_group=seniors")).toBe(await total("age_group=adults"));
    expect(await total("has_instructors=true")).toBe(0);
    expect(await total("has_instructors=false")).toBe(383);
  });

  test("one, by slug or by id", async () => {
    const piano = await read<ServiceDetail>("/services/piano");
    expect(piano).toEqual(await read<ServiceDetail>(`/services/${piano.id}`));
    expect(piano).toMatchObject({
      slug: "piano",
      live_instructors: 0,
      price_band: null,
      soonest_opening_at: null,
      filters: [{ key: "skill_level" }, { key: "style" }, { key: "goal" }],
    });
    expect(piano.related.map(({ slug }) => slug)).toEqual([
      "electronic-keyboard",
      "music-theory",
      "accordion",
    ]);
  });

  test("the top of each category, as many as asked for", async () => {
    interface Top {
      readonly category: { slug: string };
      readonly services: { slug: string }[];
    }
    const page = await read<Page<Top>>("/top-services");
    expect(page).toMatchObject({ total: 7, page: 1, per_page: 7, has_next: false });
    expect(page.items.map(({ category }) => category.slug)).toEqual(SEVEN);
    expect(page.items[0]?.services.map(({ slug }) => slug).slice(0, 2)).toEqual(["piano", "guitar"]);
    expect(page.items.map(({ services }) => services.length)).toEqual([7, 7, 7, 7, 7, 7, 7]);
    const two = await read<Page<Top>>("/top-services?per_category=2");
    expect(two.items.map(({ services }) => services.length)).toEqual([2, 2, 2, 2, 2, 2, 2]);
  });
});

describe("browse", () => {
  test("every service once under its subcategory, in one reply", async () => {
    const { items } = await read<Page<CategoryTree>>("/browse");
    const services = items.flatMap(({ subcategories }) => subcategories.flatMap((one) => one.services));
    expect(services).toHaveLength(383);
    expect(new Set(services.map(({ slug }) => slug)).size).toBe(383);
    expect(items.map(({ slug }) => slug)).toEqual(SEVEN);
  });
});

describe("what is not there or not right", () => {
  test.each([
    "/categories/no-such-category",
    `/subcategories/${NOBODY}`,
    `/subcategories/${NOBODY}/filters`,
    `/services/${NOBODY}`,
    "/services/no-such-service",
  ])("%s is 404", async (path) => {
    const reply = await get(path);
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([404, "not_found"]);
    expect(reply.headers["cache-control"]).toBe("private, no-store");
  });

  test.each([
    ["/subcategories/42", "path", "/id", "invalid_format"],
    ["/subcategories/42/filters", "path", "/id", "invalid_format"],
    ["/services/Piano!", "path", "/id_or_slug", "invalid_format"],
    ["/categories/MUSIC", "path", "/slug", "invalid_format"],
    ["/browse?page=2", "query", "/page", "unknown_field"],
    ["/top-services?per_category=21", "query", "/per_category", "out_of_range"],
    ["/top-services?limit=3", "query", "/limit", "unknown_field"],
    ["/services?has_instructors=yes", "query", "/has_instructors", "invalid_value"],
    ["/services?q=%20", "query", "/q", "too_short"],
  ])("%s is 422", async (path, part, pointer, code) => {
    const reply = await get(path);
    expect(reply.statusCode).toBe(422);
    expect(reply.json()).toMatchObject({ errors: [{ in: part, pointer, code }] });
  });

  test("all that is wrong is said at once", async () => {
    const reply = await get(
      "/services?age_group=baby&lesson_type=zoom&subcategory_id=7&sort=name&per_page=101",
    );
    expect(
      reply
        .json<{ errors: { pointer: string }[] }>()
        .errors.map(({ pointer }) => pointer)
        .toSorted(),
    ).toEqual(["/age_group", "/lesson_type", "/per_page", "/sort", "/subcategory_id"]);
  });
});

describe("caching by browsers and proxies", () => {
  const paths = [
    "/categories",
    "/categories/kids",
    `/subcategories/${catalogId("subcategory", "keys")}`,
    `/subcategories/${catalogId("subcategory", "keys")}/filters`,
    "/services?q=piano",
    "/services/piano",
    "/browse",
    "/top-services",
  ];

  test.each(paths)("%s may be kept by anyone, and is not sent again while it is the same", async (path) => {
    const first = await get(path, { cookie: "sid=something", authorization: "Bearer something" });
    expect(first.headers).toMatchObject({
      "cache-control": "public, max-age=60, stale-while-revalidate=300",
      vary: "Origin, Accept-Encoding",
      etag: expect.stringMatching(/^"[\w-]+"$/),
    });
    const again = await get(path, { "if-none-match": String(first.headers.etag) });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, "", first.headers.etag]);
    expect((await get(path, { "if-none-match": '"other"' })).statusCode).toBe(200);
  });
});

test("the routes of the catalogue are these, open to everyone", () => {
  const routes = app()
    .http.routeInventory()
    .filter(({ path }) => path.startsWith("/api/v1/catalog"))
    .map(({ method, path, guard, bucket }) => `${method} ${path} ${guard} ${bucket}`);
  expect(routes.toSorted()).toEqual([
    "GET /api/v1/catalog/browse public read",
    "GET /api/v1/catalog/categories public read",
    "GET /api/v1/catalog/categories/:slug public read",
    "GET /api/v1/catalog/services public read",
    "GET /api/v1/catalog/services/:id_or_slug public read",
    "GET /api/v1/catalog/subcategories/:id public read",
    "GET /api/v1/catalog/subcategories/:id/filters public read",
    "GET /api/v1/catalog/top-services public read",
  ]);
});
