import fc from "fast-check";
import { expect, test } from "vitest";
import { clusterPins } from "./cluster-pins.ts";

const REACH = { x: 44, y: 20 };

test("near pins become one in their middle, far ones stay alone", () => {
  const clusters = clusterPins(
    [
      { id: "a", x: 0, y: 0 },
      { id: "b", x: 10, y: 0 },
      { id: "c", x: 100, y: 0 },
    ],
    REACH,
  );
  expect(clusters.map(({ x, y, pins }) => [x, y, pins.map((pin) => pin.id)])).toEqual([
    [5, 0, ["a", "b"]],
    [100, 0, ["c"]],
  ]);
});

test("a pin between two clusters joins the nearer one", () => {
  const [, second] = clusterPins(
    [
      { x: 0, y: 0 },
      { x: 60, y: 0 },
      { x: 40, y: 0 },
    ],
    REACH,
  );
  expect(second?.pins).toHaveLength(2);
});

const pin = fc.record({ x: fc.integer({ min: 0, max: 500 }), y: fc.integer({ min: 0, max: 500 }) });

test("no pin is lost or counted twice, and moving the map changes nothing", () => {
  fc.assert(
    fc.property(fc.array(pin, { maxLength: 60 }), fc.integer({ min: 1, max: 100 }), (pins, width) => {
      const clusters = clusterPins(pins, { x: width, y: width / 2 });
      expect(clusters.flatMap((cluster) => cluster.pins)).toHaveLength(pins.length);
      const moved = clusterPins(
        pins.map(({ x, y }) => ({ x: x + 1000, y: y - 300 })),
        { x: width, y: width / 2 },
      );
      expect(moved.map((cluster) => cluster.pins.length)).toEqual(
        clusters.map((cluster) => cluster.pins.length),
      );
    }),
  );
});

test("pins are wider than high", () => {
  expect(
    clusterPins(
      [
        { x: 0, y: 0 },
        { x: 30, y: 0 },
      ],
      REACH,
    ),
  ).toHaveLength(1);
  expect(
    clusterPins(
      [
        { x: 0, y: 0 },
        { x: 0, y: 30 },
      ],
      REACH,
    ),
  ).toHaveLength(2);
});
