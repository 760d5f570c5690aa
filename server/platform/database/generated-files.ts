import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rowTypes } from "./row-types.ts";
import { schemaPicture } from "./schema-picture.ts";

export const SCHEMA_FILE = join(import.meta.dirname, "../../../database/schema.sql");
export const ROW_TYPES_FILE = join(import.meta.dirname, "rows.gen.ts");

/** True when the committed picture shows this database; give it a freshly migrated throw-away one (examples, habit 17). */
export async function isSchemaFresh(connectionString: string, file = SCHEMA_FILE): Promise<boolean> {
  return (await schemaPicture(connectionString)) === (await readCommitted(file));
}

/** True when the committed row types describe this database; give it a freshly migrated throw-away one. */
export async function areRowTypesFresh(connectionString: string, file = ROW_TYPES_FILE): Promise<boolean> {
  return (await rowTypes(connectionString)) === (await readCommitted(file));
}

/** Writes `database/schema.sql` from a freshly migrated throw-away database. */
export async function writeSchema(connectionString: string, file = SCHEMA_FILE): Promise<void> {
  await writeFile(file, await schemaPicture(connectionString));
}

/** Writes `rows.gen.ts` from a freshly migrated throw-away database. */
export async function writeRowTypes(connectionString: string, file = ROW_TYPES_FILE): Promise<void> {
  await writeFile(file, await rowTypes(connectionString));
}

async function readCommitted(file: string): Promise<string | null> {
  try {
    return (await readFile(file, "utf8")).replaceAll("\r\n", "\n");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
