import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll } from "vitest";
import { openDatabase } from "#platform/database/database.ts";
import type { Database } from "#platform/database/database.types.ts";
import { seedSystem } from "#platform/database/seed.ts";
import { addDatabaseTime } from "#platform/logs/request-context.ts";
import { catalogSeed } from "../../../database/seeds/catalog.ts";
import { useDatabase } from "../../../test/support/database.ts";
import type { CatalogFile, FileCategory, FileService } from "./catalog-file.schemas.ts";
import type { Snapshot, SnapshotService } from "./catalog.types.ts";

const FILE = readFileSync(join(import.meta.dirname, "../../../database/seeds/data/catalog.json"), "utf8");

type Loose<T> = T extends object ? { -readonly [K in keyof T]: Loose<T[K]> } : T;
export type LooseFile = Loose<CatalogFile>;

/** A copy of the committed file, to break. */
export function committedFile(): LooseFile {
  return JSON.parse(FILE) as LooseFile;
}

export function categoryOf(file: LooseFile, slug: string): Extract<Loose<FileCategory>, { virtual: false }> {
  const found = file.categories.find((category) => category.slug === slug);
  if (found === undefined || found.virtual) throw new Error(`no category ${slug}`);
  return found;
}

export function serviceOf(file: LooseFile, slug: string): Loose<FileService> {
  for (const category of file.categories) {
    for (const subcategory of category.virtual ? [] : category.subcategories) {
      const found = subcategory.services.find((service) => service.slug === slug);
      if (found !== undefined) return found;
    }
  }
  throw new Error(`no service ${slug}`);
}

/** Takes a service out of the file, with all that mentions it. */
export function withoutService(file: LooseFile, slug: string): LooseFile {
  for (const category of file.categories) {
    for (const subcategory of category.virtual ? [] : category.subcategories) {
      subcategory.services = subcategory.services.filter((service) => service.slug !== slug);
      for (const service of subcategory.services)
        service.related = service.related.filter((related) => related !== slug);
    }
  }
  return file;
}

/** Call at the top level: the file's own database with the catalogue in it, counting the statements of each request. */
export function seededDatabase(): () => Database {
  const clone = useDatabase();
  let database: Database | undefined;
  beforeAll(async () => {
    await seedSystem({ database: clone(), seeds: [catalogSeed] });
    database = openDatabase({
      connectionString: clone().connectionString,
      applicationName: "catalog test",
      onQuery: addDatabaseTime,
    });
    return () => database?.close();
  });
  return () => {
    if (database === undefined) throw new Error("the database exists only while tests run");
    return database;
  };
}

let made = 0;

export function someService(facts: Partial<SnapshotService> = {}): SnapshotService {
  made += 1;
  return {
    id: `service-${made}`,
    subcategory_id: "subcategory-1",
    slug: `service-${made}`,
    name: `Service ${made}`,
    description: null,
    terms: [],
    age_groups: ["adults"],
    durations: [60],
    default_duration: 60,
    online: true,
    certification: false,
    display_order: made,
    related_ids: [],
    popularity_rank: null,
    event_count: 0,
    ...facts,
  };
}

/** One category with one subcategory that holds `services`. */
export function someSnapshot(services: readonly SnapshotService[], facts: Partial<Snapshot> = {}): Snapshot {
  return {
    version: 1,
    categories: [
      {
        id: "category-1",
        slug: "music",
        name: "Music",
        subtitle: "Instruments",
        icon: "music",
        terms: ["music lessons"],
        is_virtual: false,
        groups: [],
      },
    ],
    subcategories: [
      { id: "subcategory-1", category_id: "category-1", slug: "keys", name: "Keys", terms: [], filters: [] },
    ],
    services,
    filters: [],
    ambiguous_terms: [],
    generic_tokens: [],
    ...facts,
  };
}
