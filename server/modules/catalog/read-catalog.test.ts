import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCache } from "#platform/cache/cache.ts";
import type { Cache } from "#platform/cache/cache.types.ts";
import { pack } from "#platform/cache/dto.ts";
import { systemClock } from "#platform/clock/clock.ts";
import { openDatabase } from "#platform/database/database.ts";
import type { Database } from "#platform/database/database.types.ts";
import { addDatabaseTime } from "#platform/logs/request-context.ts";
import { platformJobs } from "#platform/maintenance/platform-jobs.ts";
import { useApp } from "../../../test/support/app.ts";
import { createFakeClock } from "../../../test/support/fake-clock.ts";
import { startJobs } from "../../../test/support/jobs.ts";
import { catalogId } from "./catalog-ids.ts";
import { seededDatabase } from "./catalog.test-support.ts";
import { readSnapshot } from "./catalog.repository.ts";
import type { ServiceSupply } from "./catalog.types.ts";
import { type Catalog, createCatalog } from "./index.ts";

const firstDatabase = seededDatabase();
let secondDatabase: Database | undefined;
beforeAll(() => {
  secondDatabase = openDatabase({
    connectionString: firstDatabase().connectionString,
    applicationName: "second process",
    onQuery: addDatabaseTime,
  });
});
const second = (): Database => {
  if (secondDatabase === undefined) throw new Error("the database exists only while tests run");
  return secondDatabase;
};
const env = { RATE_LIMIT_MODE: "off" };
const one = useApp(firstDatabase, { env });
const two = useApp(second, { env });
afterAll(() => secondDatabase?.close());

type AppOf = ReturnType<typeof one>;
const get = (app: AppOf, path: string) => app.http.inject(`/api/v1/catalog${path}`);
const statements = async (app: AppOf, path: string) =>
  Number((await get(app, path)).headers["x-db-query-count"]);
const nameOf = async (app: AppOf, slug: string) =>
  (await get(app, `/services/${slug}`)).json<{ name: string }>().name;

const rename = (tx: Parameters<Catalog["publishChange"]>[0], slug: string, name: string) =>
  tx.updateTable("services").set({ name }).where("slug", "=", slug).execute();

/** The module as `app` has it, on the same cache. */
function catalogOf(app: AppOf, database: Database): Catalog {
  return createCatalog({ database, cache: app.cache, jobs: app.jobs, events: app.events });
}

/** Resolves when the process of `database` has handled every notification sent so far: they come in order. */
async function caughtUp(database: Database): Promise<void> {
  const heard = Promise.withResolvers<void>();
  const unlisten = await database.listen("cache_epoch", (name) => {
    if (name === "nothing") heard.resolve();
  });
  await database.notify("cache_epoch", "nothing");
  await heard.promise;
  await unlisten();
}

describe("statements", () => {
  test.each([
    "/browse",
    "/categories",
    "/categories/kids",
    `/subcategories/${catalogId("subcategory", "keys")}`,
    `/subcategories/${catalogId("subcategory", "keys")}/filters`,
    "/services?q=piano&age_group=kids",
    "/services/piano",
    "/top-services",
  ])("%s takes one when cold and none when warm", async (path) => {
    await one().cache.invalidate({ name: "catalog" });
    await caughtUp(firstDatabase());
    expect(await statements(one(), path)).toBe(1);
    expect(await statements(one(), path)).toBe(0);
    expect(await statements(one(), "/browse")).toBe(0);
  });

  test("the whole catalogue fits into a cache entry, with room to double", async () => {
    const { json } = pack(await readSnapshot(firstDatabase().db));
    expect(Buffer.byteLength(json)).toBeLessThan(256 * 1024);
  });
});

describe("a change", () => {
  test("is read at once by the process that made it, and by others as soon as the job has run", async () => {
    expect([await nameOf(one(), "piano"), await nameOf(two(), "piano")]).toEqual(["Piano", "Piano"]);
    await firstDatabase().transaction(async (tx) => {
      await catalogOf(one(), firstDatabase()).publishChange(tx);
      await rename(tx, "piano", "Pianoforte");
    });
    expect([await nameOf(one(), "piano"), await nameOf(two(), "piano")]).toEqual(["Pianoforte", "Piano"]);

    const { next } = await startJobs(
      firstDatabase(),
      platformJobs({ database: firstDatabase(), cache: one().cache, clock: systemClock }),
    );
    await next(({ kind }) => kind === "cache.invalidate");
    await caughtUp(second());
    expect(await nameOf(two(), "piano")).toBe("Pianoforte");
  });

  test("that is rolled back changes nothing for anyone", async () => {
    const before = await nameOf(one(), "guitar");
    const failed = firstDatabase().transaction(async (tx) => {
      await catalogOf(one(), firstDatabase()).publishChange(tx);
      await rename(tx, "guitar", "Lute");
      throw new Error("stop");
    });
    await expect(failed).rejects.toThrow("stop");
    expect(await nameOf(one(), "guitar")).toBe(before);
    expect(await statements(one(), "/services/guitar")).toBe(0);
  });

  test("of a seed is announced when a process starts to listen, once for all of them", async () => {
    await firstDatabase().db.updateTable("catalog_version").set({ version: 1000 }).execute();
    const { next } = await startJobs(
      firstDatabase(),
      platformJobs({ database: firstDatabase(), cache: one().cache, clock: systemClock }),
    );
    await one().http.listen({ host: "127.0.0.1", port: 0 });
    await next(({ kind }) => kind === "cache.invalidate");

    const jobs = async () =>
      (await sql`select from pgboss.job where data->>'kind' = 'cache.invalidate'`.execute(firstDatabase().db))
        .rows.length;
    const before = await jobs();
    await catalogOf(two(), second()).announce();
    expect(await jobs()).toBe(before);
  });
});

describe("supply", () => {
  let cache: Cache | undefined;
  afterAll(() => cache?.close());
  const clock = createFakeClock();
  const piano = catalogId("service", "piano");
  const harpsichord = catalogId("service", "harpsichord");
  const live: ServiceSupply = {
    live_instructors: 3,
    price_band: { min_cents: 6000, median_cents: 8000, max_cents: 12_000 },
    soonest_opening_at: "2026-03-02T18:00:00.000Z",
  };
  let teaches = [harpsichord];

  async function openCatalog(): Promise<Catalog> {
    cache ??= await openCache({
      database: firstDatabase(),
      clock,
      strict: true,
      redis: null,
      random: () => 0.5,
    });
    return createCatalog({
      database: firstDatabase(),
      cache,
      jobs: one().jobs,
      events: one().events,
      supply: { liveCountsByService: async () => new Map(teaches.map((id) => [id, live])) },
    });
  }

  test("what is taught comes first and says at what prices", async () => {
    const catalog = await openCatalog();
    const [keys] = (await catalog.tree()).find(({ slug }) => slug === "music")?.subcategories ?? [];
    expect(keys?.services.map(({ slug }) => slug)).toEqual([
      "harpsichord",
      "piano",
      "electronic-keyboard",
      "organ",
      "accordion",
    ]);
    expect(await catalog.getService("harpsichord")).toMatchObject(live);
    expect((await catalog.listServices({ has_instructors: true })).map(({ id }) => id)).toEqual([
      harpsichord,
    ]);
  });

  test("counts are asked for again after five minutes, the tree is not", async () => {
    const catalog = await openCatalog();
    teaches = [piano];
    clock.advance({ minutes: 4 });
    expect((await catalog.getService("piano")).live_instructors).toBe(0);
    clock.advance({ minutes: 7 });
    expect((await catalog.getService("piano")).live_instructors).toBe(3);
    const misses = () => cache?.stats().namespaces.find(({ ns }) => ns === "catalog")?.misses;
    expect(misses()).toBe(1);
  });
});

describe("what other modules ask", () => {
  const catalog = () => catalogOf(one(), firstDatabase());

  test("a service that does not exist is a 404", async () => {
    await expect(catalog().getService("no-such-service")).rejects.toMatchObject({
      status: 404,
      code: "not_found",
    });
  });

  test("selections are checked against the filters of the service's subcategory", async () => {
    const check = (slug: string, selections: Record<string, string[]>) =>
      catalog().validateFilterSelections(slug, selections);
    expect(await check("piano", { skill_level: ["beginner"], style: ["jazz", "classical"] })).toEqual([]);
    expect(await check("algebra-1", { skill_level: ["beginner"] })).toMatchObject([
      { code: "unknown_filter" },
    ]);
    await expect(check("no-such-service", {})).rejects.toMatchObject({ status: 404 });
  });

  test("the vocabulary knows every term of the file, and stays the same object while nothing changes", async () => {
    const vocabulary = await catalog().vocabulary();
    expect(vocabulary.terms.get("bass")).toEqual({ level: "service", slugs: ["bass-guitar", "double-bass"] });
    expect(vocabulary.terms.get("keyboard instruments")).toEqual({ level: "subcategory", slugs: ["keys"] });
    expect(vocabulary.terms.get("中文")).toEqual({ level: "service", slugs: ["mandarin"] });
    expect(vocabulary.genericTokens.size).toBe(38);
    const shared = catalog();
    expect(await shared.vocabulary()).toBe(await shared.vocabulary());
  });
});
