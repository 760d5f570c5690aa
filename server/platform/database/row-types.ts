import { notFromExtension, OUR_SCHEMA, readCatalogue } from "./catalogue.ts";

interface Column {
  readonly table: string;
  readonly column: string;
  readonly isView: boolean;
  /** Base type behind domains, as in pg_type: `int4`; for an array its element's. */
  readonly type: string;
  readonly isArray: boolean;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  readonly isComputed: boolean;
  readonly comment: string | null;
  /** Labels of an enum. */
  readonly labels: readonly string[] | null;
  /** Definitions of the CHECKs on this column alone and on its domain. */
  readonly checks: readonly string[];
}

/** A column has a type that the pool does not parse into anything dependable. */
export class RowTypeError extends Error {
  override name = "RowTypeError";
}

const HEADER = "/** Written by `npm run db -- types` from the migrated database. Do not edit. */\n";

const JSON_TYPES = `
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}
/** An object, or JSON text: the driver would send an array as a PostgreSQL array. */
export type JsonInput = JsonObject | string;
`;
const JSON_COLUMN = "type Json = ColumnType<JsonValue, JsonInput, JsonInput>;\n";

/** What the pool's parsers make of each type (connection-pool.ts). */
const SCALARS: Readonly<Record<string, string>> = {
  bool: "boolean",
  ...same("number", "int2 int4 int8 float4 float8 oid"),
  ...same(
    "string",
    "numeric text varchar bpchar citext name uuid inet cidr time bit varbit tsvector int4range int8range numrange tstzrange daterange",
  ),
  timestamptz: "Temporal.Instant",
  date: "Temporal.PlainDate",
  bytea: "Buffer",
  json: "Json",
  jsonb: "Json",
};

/** Element types whose arrays the driver parses like the scalar. */
const ARRAYS = new Set(["bool", "int2", "int4", "float4", "float8", "text", "varchar", "bpchar", "uuid"]);

function same(target: string, types: string): Record<string, string> {
  return Object.fromEntries(types.split(" ").map((type) => [type, target]));
}

const COLUMNS = `
  with recursive base as (
    select oid, oid as base from pg_type where typtype <> 'd'
    union all
    select t.oid, base.base from pg_type t join base on t.typbasetype = base.oid where t.typtype = 'd'
  )
  select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end as "table", a.attname as "column",
    c.relkind in ('v', 'm') as "isView", e.typname as type, t.typcategory = 'A' as "isArray",
    not a.attnotnull and not coalesce(declared.typnotnull, false) as nullable,
    a.atthasdef or a.attidentity = 'd' as "hasDefault", a.attidentity = 'a' or a.attgenerated <> '' as "isComputed",
    col_description(c.oid, a.attnum) as comment,
    (select array_agg(enumlabel::text order by enumsortorder) from pg_enum where enumtypid = e.oid) as labels,
    array(select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.contype = 'c' and (k.conrelid = c.oid and k.conkey = array[a.attnum] or k.contypid = a.atttypid) order by k.conname collate "C") as checks
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    join pg_type declared on declared.oid = a.atttypid join base on base.oid = a.atttypid
    join pg_type t on t.oid = base.base join pg_type e on e.oid = case when t.typcategory = 'A' then t.typelem else t.oid end
  where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    and ${OUR_SCHEMA} and ${notFromExtension("pg_class", "c.oid")}
  order by n.nspname <> 'public', n.nspname collate "C", c.relname collate "C", a.attnum`;

/**
 * The Kysely interface of the migrated database as TypeScript text. Instants and dates are `Temporal`, 64-bit integers numbers,
 * `numeric` text, enums and `CHECK (column IN (…))` unions of their texts. Computed columns and those of views have no type to write.
 * @throws RowTypeError naming the column whose type has no mapping
 */
export function rowTypes(connectionString: string): Promise<string> {
  return readCatalogue(connectionString, async (query) => {
    const tables = Map.groupBy(await query<Column & Record<string, unknown>>(COLUMNS), ({ table }) => table);
    const interfaces = [...tables].map(
      ([table, columns]) => `  ${key(table)}: {\n${columns.map(property).join("")}  };\n`,
    );
    const database = `\nexport interface DB {\n${interfaces.join("")}}\n`;
    const jsonColumn = /\bJson\b/.test(database) ? JSON_COLUMN : "";
    return HEADER + imports(jsonColumn + database) + JSON_TYPES + jsonColumn + database;
  });
}

/** Only what the text uses: an unused import would fail the type check. */
function imports(text: string): string {
  const names = ["ColumnType", "Generated", "GeneratedAlways"].filter((name) => text.includes(`${name}<`));
  return names.length > 0 ? `import type { ${names.join(", ")} } from "kysely";\n` : "";
}

function property(column: Column): string {
  const comment = column.comment?.replaceAll("*/", "* /").replaceAll(/\s+/g, " ");
  return `${comment ? `    /** ${comment} */\n` : ""}    ${key(column.column)}: ${typeOf(column)};\n`;
}

function typeOf(column: Column): string {
  const base = baseType(column);
  const nullable = column.nullable ? " | null" : "";
  if (column.isView || column.isComputed)
    return `GeneratedAlways<${base === "Json" ? "JsonValue" : base}${nullable}>`;
  if (!column.hasDefault) return `${base}${nullable}`;
  // Generated<> would hide the two types of Json inside its own.
  return base === "Json"
    ? `ColumnType<JsonValue${nullable}, JsonInput${nullable} | undefined, JsonInput${nullable}>`
    : `Generated<${base}${nullable}>`;
}

function baseType(column: Column): string {
  const { type, isArray, labels } = column;
  const mapped = SCALARS[type];
  if (isArray) {
    if (mapped && ARRAYS.has(type)) return `${mapped}[]`;
  } else if (labels) return union(labels);
  else if (mapped === "string") return union(listedTexts(column.checks)) || mapped;
  else if (mapped) return mapped;
  throw new RowTypeError(
    `${column.table}.${column.column}: no TypeScript type for ${type}${isArray ? "[]" : ""}; parse it in connection-pool.ts and add it to row-types.ts`,
  );
}

const union = (texts: readonly string[]): string => texts.map((text) => JSON.stringify(text)).join(" | ");

const LITERAL = String.raw`\(?'(?:[^']|'')*'::[a-z ]+\)?(?:::text)?`;
const ONE_OF = new RegExp(
  String.raw`^CHECK \(\(\(?(?:\w+|"[^"]+")\)?(?:::text)? (?:= ANY \(\(?ARRAY\[((?:${LITERAL}(?:, )?)+)\]\)?(?:::text\[\])?\)|= (${LITERAL}))\)\)$`,
);

/** The texts of `CHECK (column IN ('a', 'b'))` as PostgreSQL prints it; none when no check has that form. */
function listedTexts(checks: readonly string[]): readonly string[] {
  for (const check of checks) {
    const [, list, single] = ONE_OF.exec(check) ?? [];
    const literals = [...(list ?? single ?? "").matchAll(/'((?:[^']|'')*)'/g)];
    if (literals.length > 0) return literals.map(([, text = ""]) => text.replaceAll("''", "'"));
  }
  return [];
}

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));
