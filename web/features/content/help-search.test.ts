import fc from "fast-check";
import { expect, test } from "vitest";
import { HELP_GROUPS } from "./help-articles.ts";
import { filterHelp } from "./help-search.ts";

const slugs = (query: string) =>
  filterHelp(HELP_GROUPS, query).flatMap(({ articles }) => articles.map((a) => a.slug));
const all = slugs("");

test.each([
  ["cancel", "cancel-a-lesson"],
  ["How do I cancel?", "cancel-a-lesson"],
  ["RESCHEDULE", "move-a-lesson"],
  ["card declined", "when-you-are-charged"],
  ["passw", "account-security"],
  ["delete account", "your-data"],
  ["2FA", "account-security"],
])("%j finds %s", (query, slug) => {
  expect(slugs(query)).toContain(slug);
});

test("every word must be there", () => {
  expect(slugs("cancel zebra")).toEqual([]);
});

test("nothing to look for shows everything", () => {
  expect(all.length).toBeGreaterThanOrEqual(12);
  expect(slugs("  ?! ")).toEqual(all);
});

test("a longer query never finds more, and groups are never empty", () => {
  const word = fc.constantFrom("cancel", "card", "pay", "lesson", "the", "code", "x", "é", "(");
  fc.assert(
    fc.property(fc.array(word), word, (words, more) => {
      const few = filterHelp(HELP_GROUPS, ["lesson", ...words, more].join(" "));
      expect(slugs(["lesson", ...words].join(" "))).toEqual(
        expect.arrayContaining(few.flatMap(({ articles }) => articles.map(({ slug }) => slug))),
      );
      expect(few.every(({ articles }) => articles.length > 0)).toBe(true);
    }),
  );
});

test("each article is listed once, with a summary that fits a search engine", () => {
  expect(new Set(all).size).toBe(all.length);
  for (const { articles } of HELP_GROUPS) {
    for (const { summary } of articles) expect(summary.length).toBeLessThanOrEqual(155);
  }
});
