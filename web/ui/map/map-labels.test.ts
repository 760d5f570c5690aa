import fc from "fast-check";
import { expect, test } from "vitest";
import { labelBox, placeLabels, wrapName } from "./map-labels.ts";

const frame = { width: 400, height: 300 };

function wish(key: string, x: number, y: number, ...lines: string[]) {
  return { key, x, y, lines: lines.length > 0 ? lines : [key] };
}

test("a label that the frame would cut is left out", () => {
  const placed = placeLabels([wish("Gowanus", 200, 150), wish("Park Slope", 10, 150)], frame, []);
  expect(placed.map(({ key }) => key)).toEqual(["Gowanus"]);
});

test("the first of two that touch wins", () => {
  const placed = placeLabels([wish("DUMBO", 200, 150), wish("Vinegar Hill", 210, 155)], frame, []);
  expect(placed.map(({ key }) => key)).toEqual(["DUMBO"]);
});

test("pins and buttons are not written on", () => {
  const pin = { left: 180, top: 140, width: 40, height: 20 };
  expect(placeLabels([wish("DUMBO", 200, 150)], frame, [pin])).toEqual([]);
});

test("whatever is placed is whole and apart", () => {
  const wishes = fc.array(
    fc.record({
      key: fc.string(),
      x: fc.integer({ min: -50, max: 450 }),
      y: fc.integer({ min: -50, max: 350 }),
      lines: fc.array(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 2 }),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(wishes, (all) => {
      const boxes = placeLabels(all, frame, []).map(labelBox);
      for (const [at, a] of boxes.entries()) {
        expect(a.left).toBeGreaterThanOrEqual(0);
        expect(a.left + a.width).toBeLessThanOrEqual(frame.width);
        for (const b of boxes.slice(at + 1)) {
          const apartX = a.left + a.width <= b.left || b.left + b.width <= a.left;
          const apartY = a.top + a.height <= b.top || b.top + b.height <= a.top;
          expect(apartX || apartY).toBe(true);
        }
      }
    }),
  );
});

test.each([
  ["DUMBO", ["DUMBO"]],
  ["Park Slope", ["Park Slope"]],
  ["Prospect Heights", ["Prospect", "Heights"]],
  ["Bedford-Stuyvesant", ["Bedford-Stuyvesant"]],
  ["Upper West Side", ["Upper", "West Side"]],
])("%s is written as %j", (name, lines) => {
  expect(wrapName(name)).toEqual(lines);
});
