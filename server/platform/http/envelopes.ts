import { z } from "zod";
import { validationProblem } from "./validation.ts";

/** `Page<T>` of the API spec §1: small lists with a total. */
export interface Page<T> {
  readonly items: T[];
  readonly total: number;
  readonly page: number;
  readonly per_page: number;
  readonly has_next: boolean;
  readonly has_prev: boolean;
}

/** `Feed<T>` of the API spec §1: endless lists, newest first. */
export interface Feed<T> {
  readonly items: T[];
  readonly next_cursor: string | null;
  readonly has_more: boolean;
}

/** Query keys of a Page; add a route's own with `.extend`. */
export const pageQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(100).default(20),
});
export type PageQuery = z.output<typeof pageQuery>;

/** The schema of a Page of `item`; named `<item>Page` in OpenAPI when the item has an id. */
export function pageOf<T extends z.ZodType>(item: T) {
  return named(
    item,
    "Page",
    z.object({
      items: z.array(item),
      total: z.int().min(0),
      page: z.int().min(1),
      per_page: z.int().min(1),
      has_next: z.boolean(),
      has_prev: z.boolean(),
    }),
  );
}

/** A Page from one page of rows and the total over all pages. Past the last page `items` is empty. */
export function toPage<T>(items: readonly T[], total: number, query: PageQuery): Page<T> {
  const { page, per_page } = query;
  return {
    items: [...items],
    total,
    page,
    per_page,
    has_next: page * per_page < total,
    has_prev: page > 1,
  };
}

/** How many rows come before the first of the page. */
export function pageOffset({ page, per_page }: PageQuery): number {
  return (page - 1) * per_page;
}

/** Query keys of a Feed whose cursor holds `key`: the sort key of the last item seen, ending in a unique column. */
export function feedQuery<K extends z.ZodType>(key: K) {
  return z.strictObject({
    cursor: cursorOf(key).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  });
}

/** The schema of a Feed of `item`; named `<item>Feed` in OpenAPI when the item has an id. */
export function feedOf<T extends z.ZodType>(item: T) {
  return named(
    item,
    "Feed",
    z.object({ items: z.array(item), next_cursor: z.string().nullable(), has_more: z.boolean() }),
  );
}

/**
 * A Feed from up to `limit + 1` rows: read one more than asked for, so that the last page is known without counting.
 * @param keyOf the cursor key of a row, in the form that `feedQuery` was given.
 */
export function toFeed<R, T>(
  rows: readonly R[],
  limit: number,
  shape: { readonly keyOf: (row: R) => unknown; readonly item: (row: R) => T },
): Feed<T> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const has_more = rows.length > limit && last !== undefined;
  return {
    items: kept.map(shape.item),
    next_cursor: has_more ? encodeCursor(shape.keyOf(last)) : null,
    has_more,
  };
}

export function encodeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** @throws Problem 422 `validation_error` at `/cursor` when the text is not a cursor of this kind. */
export function decodeCursor<K extends z.ZodType>(cursor: string, key: K): z.output<K> {
  const result = cursorOf(key).safeParse(cursor);
  if (result.success) return result.data;
  throw validationProblem([
    { in: "query", pointer: "/cursor", code: "invalid_format", message: NOT_A_CURSOR },
  ]);
}

const NOT_A_CURSOR = "This is not a cursor of this list. Start again without one.";

function cursorOf<K extends z.ZodType>(key: K) {
  return z
    .string()
    .max(512)
    .transform((text, context): z.output<K> => {
      const result = key.safeParse(parseJson(Buffer.from(text, "base64url").toString()));
      if (result.success) return result.data;
      context.addIssue({ code: "custom", message: NOT_A_CURSOR, params: { code: "invalid_format" } });
      return z.NEVER;
    });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface Sort<F extends string> {
  readonly field: F;
  readonly descending: boolean;
}

type FieldOf<S extends string> = S extends `-${infer F}` ? F : S;

/** A `sort` query key that takes the listed values; the first is the default. `-name` means descending. */
export function sortQuery<const S extends string>(values: readonly [S, ...S[]]) {
  return z
    .enum(values)
    .default(values[0] as never)
    .transform((value: S): Sort<FieldOf<S>> => {
      const descending = value.startsWith("-");
      return { field: (descending ? value.slice(1) : value) as FieldOf<S>, descending };
    });
}

const envelopes = new WeakMap<z.ZodType, Map<string, z.ZodType>>();

/** One schema per item and kind, so that a name stands for one schema however often a list is declared. */
function named<E extends z.ZodType>(item: z.ZodType, kind: "Page" | "Feed", envelope: E): E {
  const made = envelopes.get(item) ?? new Map<string, z.ZodType>();
  envelopes.set(item, made);
  const known = made.get(kind);
  if (known !== undefined) return known as E;
  const { id } = z.globalRegistry.get(item) ?? {};
  const schema = id === undefined ? envelope : envelope.meta({ id: `${id}${kind}` });
  made.set(kind, schema);
  return schema;
}
