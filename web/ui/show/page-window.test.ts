import fc from "fast-check";
import { expect, test } from "vitest";
import { pageWindow } from "./page-window.ts";

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 9, [1, 2, null, 9]],
  [5, 9, [1, null, 4, 5, 6, null, 9]],
  [4, 9, [1, 2, 3, 4, 5, null, 9]],
  [9, 9, [1, null, 8, 9]],
])("page %i of %i shows %j", (page, count, shown) => {
  expect(pageWindow(page, count)).toEqual(shown);
});

test("numbers rise, and a gap stands for at least two pages", () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 500 })
        .chain((count) => fc.tuple(fc.integer({ min: 1, max: count }), fc.constant(count))),
      ([page, count]) => {
        const shown = pageWindow(page, count);
        expect(shown).toContain(page);
        for (const [at, value] of shown.entries()) {
          const before = shown[at - 1];
          const after = shown[at + 1];
          if (value === null) expect((after ?? 0) - (before ?? 0)).toBeGreaterThan(2);
          else if (before !== null && before !== undefined) expect(value - before).toBe(1);
        }
      },
    ),
  );
});
