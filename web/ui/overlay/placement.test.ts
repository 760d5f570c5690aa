import fc from "fast-check";
import { expect, test } from "vitest";
import { placeBeside, type Side } from "./placement.ts";

const frame = { width: 400, height: 600 };
const anchor = { left: 100, top: 100, width: 80, height: 40 };
const popover = { width: 160, height: 120 };

test("below, keeping to the start or end edge of the anchor", () => {
  expect(placeBeside(anchor, popover, { frame, gap: 8, side: "start", rtl: false })).toEqual({
    left: 100,
    top: 148,
  });
  expect(placeBeside(anchor, popover, { frame, gap: 8, side: "end", rtl: false })).toEqual({
    left: 20,
    top: 148,
  });
  expect(placeBeside(anchor, popover, { frame, gap: 8, side: "start", rtl: true })).toEqual({
    left: 20,
    top: 148,
  });
});

test("above when there is no room below", () => {
  const low = { ...anchor, top: 540 };
  expect(placeBeside(low, popover, { frame, gap: 8, side: "start", rtl: false }).top).toBe(540 - 8 - 120);
});

test("a tooltip stands above and centred, and below when the top is near", () => {
  const tip = { width: 60, height: 30 };
  expect(placeBeside(anchor, tip, { frame, gap: 8, side: "above", rtl: false })).toEqual({
    left: 110,
    top: 62,
  });
  expect(placeBeside({ ...anchor, top: 4 }, tip, { frame, gap: 8, side: "above", rtl: false }).top).toBe(52);
});

test("it is inside the window wherever the anchor is", () => {
  const place = fc.record({
    left: fc.integer({ min: -50, max: 420 }),
    top: fc.integer({ min: -50, max: 620 }),
    width: fc.integer({ min: 1, max: 200 }),
    height: fc.integer({ min: 1, max: 60 }),
  });
  const side = fc.constantFrom<Side>("start", "end", "above");
  fc.assert(
    fc.property(place, side, fc.boolean(), (at, which, rtl) => {
      const { left, top } = placeBeside(at, popover, { frame, gap: 8, side: which, rtl });
      expect(left).toBeGreaterThanOrEqual(8);
      expect(left + popover.width).toBeLessThanOrEqual(frame.width - 8);
      expect(top).toBeGreaterThanOrEqual(8);
      expect(top + popover.height).toBeLessThanOrEqual(frame.height - 8);
    }),
  );
});
