import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { isUlid } from "#common/ids.ts";
import { useDatabase } from "../../../test/support/database.ts";
import { categoryOf, committedFile, serviceOf, withoutService } from "./catalog.test-support.ts";
import { catalogId } from "./catalog-ids.ts";
import { CatalogFileError } from "./errors.ts";
import { tables } from "./tables.ts";
import { writeCatalog } from "./write-catalog.ts";

const database = useDatabase();
const write = (content: unknown) => database().transaction((tx) => writeCatalog(tx, content));

/** Every row of every table, with the transaction that wrote it. */
async function everything(): Promise<unknown> {
  const contents = await Promise.all(
    tables.map(async (table) => {
      const { rows } =
        await sql`select xmin::text as written_by, t.* from ${sql.table(table)} t order by t::text`.execute(
          database().db,
        );
      return [table, rows] as const;
    }),
  );
  return Object.fromEntries(contents);
}

async function serviceRow(slug: string) {
  return database().db.selectFrom("services").selectAll().where("slug", "=", slug).executeTakeFirst();
}

const version = async () =>
  (await database().db.selectFrom("catalog_version").select("version").executeTakeFirstOrThrow()).version;

describe("writing the catalogue", () => {
  test("fills every table, with ids that are the same on every tier", async () => {
    await write(committedFile());
    const { db } = database();
    const count = async (table: "services" | "subcategories" | "categories" | "subcategory_filters") =>
      (
        await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as("n"))
          .executeTakeFirstOrThrow()
      ).n;
    expect([await count("categories"), await count("subcategories"), await count("services")]).toEqual([
      7, 50, 383,
    ]);
    const piano = await serviceRow("piano");
    expect(piano).toMatchObject({
      id: catalogId("service", "piano"),
      durations: [30, 45, 60],
      default_duration: 45,
      age_groups: ["toddler", "kids", "teens", "adults"],
      online: true,
      certification: false,
      is_active: true,
      from_file: true,
    });
    expect(isUlid(piano?.id ?? "")).toBe(true);
    expect(catalogId("service", "piano")).toBe("3ZJEXKN8BAB4V92773CX2W5BYA");
  });

  test("the same file again writes nothing, not even the same values", async () => {
    await write(committedFile());
    const [before, versionBefore] = [await everything(), await version()];
    expect(await write(committedFile())).toBe(0);
    expect(await everything()).toEqual(before);
    expect(await version()).toBe(versionBefore);
  });

  test("a change touches its rows alone and raises the version", async () => {
    await write(committedFile());
    const before = await version();
    const file = committedFile();
    serviceOf(file, "piano").name = "Pianoforte";
    expect(await write(file)).toBe(1);
    expect(await serviceRow("piano")).toMatchObject({
      name: "Pianoforte",
      id: catalogId("service", "piano"),
    });
    expect(await version()).toBe(before + 1);
  });

  test("a service that leaves the file is kept inactive, and comes back under its id", async () => {
    await write(committedFile());
    const { id } = (await serviceRow("harpsichord")) ?? {};
    await write(withoutService(committedFile(), "harpsichord"));
    expect(await serviceRow("harpsichord")).toMatchObject({ id, is_active: false });
    await write(committedFile());
    expect(await serviceRow("harpsichord")).toMatchObject({ id, is_active: true });
  });

  test("categories, subcategories, relations, filters and words follow the file too", async () => {
    await write(committedFile());
    const file = committedFile();
    const music = categoryOf(file, "music");
    const [keys] = music.subcategories.splice(0, 1);
    for (const { slug } of keys?.services ?? []) withoutService(file, slug);
    delete file.filters["style"];
    delete file.ambiguous_terms["bass"];
    file.generic_tokens = file.generic_tokens.filter((token) => token !== "great");
    file.filter_labels = {};
    for (const category of file.categories) {
      if (!category.virtual) category.filters = category.filters.filter((key) => key !== "style");
    }
    categoryOf(file, "arts").subcategories[0]!.narrowed_filters = { skill_level: ["beginner"] };
    await write(file);

    const { db } = database();
    const named = (query: Promise<{ name: string }[]>) => query.then((rows) => rows.map((row) => row.name));
    expect(
      await db.selectFrom("subcategories").select("is_active").where("slug", "=", "keys").execute(),
    ).toEqual([{ is_active: false }]);
    expect(await serviceRow("piano")).toMatchObject({ is_active: false });
    expect(
      await named(
        db.selectFrom("filter_definitions").select("key as name").where("key", "=", "style").execute(),
      ),
    ).toEqual([]);
    expect(
      await named(
        db.selectFrom("ambiguous_terms").select("term as name").where("term", "=", "bass").execute(),
      ),
    ).toEqual([]);
    expect(
      await named(
        db.selectFrom("generic_tokens").select("token as name").where("token", "=", "great").execute(),
      ),
    ).toEqual([]);
    expect(
      await db
        .selectFrom("subcategory_filters")
        .select("narrowed_to")
        .where("narrowed_to", "is not", null)
        .execute(),
    ).toEqual([{ narrowed_to: ["beginner"] }]);
    await write(committedFile());
    expect(await serviceRow("piano")).toMatchObject({ is_active: true });
  });

  test("what staff made or took over stays as they left it", async () => {
    await write(committedFile());
    const { db } = database();
    const { subcategory_id } = (await serviceRow("piano")) ?? { subcategory_id: "" };
    await db
      .updateTable("services")
      .set({ name: "Cello, by us", from_file: false })
      .where("slug", "=", "cello")
      .execute();
    await db
      .insertInto("services")
      .values({
        id: catalogId("service", "theremin-by-us"),
        subcategory_id,
        slug: "theremin-by-us",
        name: "Theremin",
        terms: [],
        age_groups: ["adults"],
        durations: [60],
        default_duration: 60,
        online: false,
        certification: false,
        display_order: 99,
      })
      .execute();
    await write(committedFile());
    expect(await serviceRow("cello")).toMatchObject({ name: "Cello, by us", is_active: true });
    expect(await serviceRow("theremin-by-us")).toMatchObject({ is_active: true });
  });

  test("a broken file writes nothing", async () => {
    await write(committedFile());
    const before = await everything();
    const file = committedFile();
    serviceOf(file, "piano").name = "Something else";
    serviceOf(file, "guitar").related.push("nothing");
    await expect(write(file)).rejects.toThrow(CatalogFileError);
    expect(await everything()).toEqual(before);
  });
});

describe("the tables refuse", () => {
  const insert = (facts: Record<string, unknown>) =>
    database()
      .db.transaction()
      .execute(async (tx) => {
        const row = { ...(await serviceRow("guitar")), id: catalogId("service", "x"), slug: "x", ...facts };
        await tx
          .insertInto("services")
          .values(row as never)
          .execute();
      });

  test.each([
    ["a slug twice", { slug: "guitar" }, "services_slug_key"],
    ["an unknown age group", { age_groups: ["seniors"] }, "services_age_groups_check"],
    ["no age group", { age_groups: [] }, "services_age_groups_check"],
    ["an odd duration", { durations: [50], default_duration: 50 }, "services_durations_check"],
    ["a default that is not offered", { default_duration: 240 }, "services_default_duration_is_offered"],
    ["an id that is no ULID", { id: "piano" }, "services_id_check"],
    ["an unknown subcategory", { subcategory_id: catalogId("service", "y") }, "services_subcategory_id_fkey"],
  ])("%s", async (_name, facts, constraint) => {
    await write(committedFile());
    await expect(insert(facts)).rejects.toMatchObject({ constraint });
  });
});
