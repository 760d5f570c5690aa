import fc from "fast-check";
import { expect, test } from "vitest";
import { fitBounds, keepOver, panBy, toFrame, zoomAt } from "./map-view.ts";

const size = { width: 400, height: 300 };
const view = { x: 1000, y: -500, scale: 0.1 };

test("the middle of the view is the middle of the frame", () => {
  expect(toFrame(view, size, { x: 1000, y: -500 })).toEqual({ x: 200, y: 150 });
  expect(toFrame(view, size, { x: 1100, y: -400 })).toEqual({ x: 210, y: 160 });
});

test("what is under the pointer stays there while zooming", () => {
  const pixel = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }) });
  fc.assert(
    fc.property(pixel, fc.double({ min: 0.1, max: 10, noNaN: true }), (at, factor) => {
      const world = { x: view.x + (at.x - 200) / view.scale, y: view.y + (at.y - 150) / view.scale };
      const after = toFrame(zoomAt(view, size, at, factor), size, world);
      expect(after.x).toBeCloseTo(at.x, 3);
      expect(after.y).toBeCloseTo(at.y, 3);
    }),
  );
});

test("zooming ends at a scale in both directions", () => {
  const near = zoomAt(view, size, { x: 0, y: 0 }, 1e6);
  const far = zoomAt(view, size, { x: 0, y: 0 }, 1e-6);
  expect(zoomAt(near, size, { x: 9, y: 9 }, 2).scale).toBe(near.scale);
  expect(zoomAt(far, size, { x: 9, y: 9 }, 0.5).scale).toBe(far.scale);
});

test("the map follows the hand", () => {
  const moved = panBy(view, 30, -20);
  expect(toFrame(moved, size, { x: 1000, y: -500 })).toEqual({ x: 230, y: 130 });
});

test("the middle stays over the city", () => {
  const bounds = { left: 0, top: 0, right: 10, bottom: 10 };
  expect(keepOver({ x: -4, y: 12, scale: 1 }, bounds)).toEqual({ x: 0, y: 10, scale: 1 });
  expect(keepOver(view, null)).toBe(view);
});

test("a box is shown whole, and not closer than asked", () => {
  const bounds = { left: 0, top: 0, right: 3000, bottom: 1000 };
  const fitted = fitBounds(bounds, size, 20);
  const corner = toFrame(fitted, size, { x: 0, y: 0 });
  expect(corner.x).toBeCloseTo(20, 6);
  expect(corner.y).toBeGreaterThanOrEqual(20);
  expect(fitBounds({ left: 0, top: 0, right: 0, bottom: 0 }, size, 20, 0.2).scale).toBe(0.2);
});
