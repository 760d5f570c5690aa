import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import {
  decodeCursor,
  encodeCursor,
  feedOf,
  feedQuery,
  pageOf,
  pageOffset,
  pageQuery,
  sortQuery,
  toFeed,
  toPage,
} from "./envelopes.ts";
import type { Problem } from "./problem.ts";

const row = z.object({ id: z.int() }).meta({ id: "EnvelopeRow" });

test("walking the pages of any list shows every item once, and the flags tell the ends", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 1, max: 100 }), (total, per_page) => {
      const all = Array.from({ length: total }, (_, id) => ({ id }));
      const seen: { id: number }[] = [];
      for (let page = 1; ; page++) {
        const query = pageQuery.parse({ page: String(page), per_page: String(per_page) });
        const from = pageOffset(query);
        const shown = toPage(all.slice(from, from + per_page), total, query);
        expect(pageOf(row).parse(shown)).toEqual(shown);
        expect(shown.has_prev).toBe(page > 1);
        seen.push(...shown.items);
        if (!shown.has_next) break;
      }
      expect(seen).toEqual(all);
    }),
  );
});

test("past the last page there is nothing, and no next page", () => {
  const page = toPage([], 3, { page: 9, per_page: 20 });
  expect(page).toEqual({ items: [], total: 3, page: 9, per_page: 20, has_next: false, has_prev: true });
});

test("following the cursors of any feed shows every item once, newest first", () => {
  const key = z.tuple([z.string(), z.int()]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 50 }), (total, limit) => {
      const all = Array.from({ length: total }, (_, index) => ({ at: `t${index % 7}`, id: total - index }));
      const seen: number[] = [];
      let cursor: string | null | undefined;
      do {
        const query = feedQuery(key).parse({ limit: String(limit), ...(cursor ? { cursor } : {}) });
        const from =
          query.cursor === undefined ? 0 : all.findIndex((one) => one.id === query.cursor?.[1]) + 1;
        const feed = toFeed(all.slice(from, from + limit + 1), query.limit, {
          keyOf: (one) => [one.at, one.id],
          item: (one) => ({ id: one.id }),
        });
        expect(feedOf(row).parse(feed)).toEqual(feed);
        expect(feed.has_more).toBe(feed.next_cursor !== null);
        seen.push(...feed.items.map((item) => item.id));
        cursor = feed.next_cursor;
      } while (cursor !== null);
      expect(seen).toEqual(all.map((one) => one.id));
    }),
  );
});

test("a cursor that is none, or of another list, is a validation error", () => {
  const key = z.tuple([z.string(), z.int()]);
  expect(decodeCursor(encodeCursor(["a", 1]), key)).toEqual(["a", 1]);
  for (const cursor of [
    "",
    "%%%",
    "bm90IGpzb24",
    encodeCursor(["a"]),
    encodeCursor({ a: 1 }),
    "x".repeat(600),
  ]) {
    expect(() => decodeCursor(cursor, key)).toThrow(
      expect.objectContaining({ status: 422, code: "validation_error" }) as Problem,
    );
    expect(feedQuery(key).safeParse({ cursor }).error?.issues[0]?.path).toEqual(["cursor"]);
  }
});

test.each([
  ["page", "0"],
  ["page", "1.5"],
  ["page", ""],
  ["per_page", "101"],
  ["per_page", "many"],
])("%s=%s is refused", (key, value) => {
  expect(pageQuery.safeParse({ [key]: value }).success).toBe(false);
});

test("a feed gives 50 unless asked, at most 200", () => {
  expect(feedQuery(z.string()).parse({})).toEqual({ limit: 50 });
  expect(feedQuery(z.string()).safeParse({ limit: "201" }).success).toBe(false);
});

test("sorting takes the listed values only; the first is the default", () => {
  const query = z.strictObject({ sort: sortQuery(["-created_at", "name"]) });
  expect(query.parse({})).toEqual({ sort: { field: "created_at", descending: true } });
  expect(query.parse({ sort: "name" })).toEqual({ sort: { field: "name", descending: false } });
  expect(query.safeParse({ sort: "-name" }).error?.issues).toMatchObject([
    { code: "invalid_value", path: ["sort"] },
  ]);
});

test("an envelope is named after its item, and is the same schema each time", () => {
  expect(z.globalRegistry.get(pageOf(row))?.id).toBe("EnvelopeRowPage");
  expect(feedOf(row)).toBe(feedOf(row));
});
