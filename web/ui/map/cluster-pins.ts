import type { Point } from "./projection.ts";

export interface Cluster<Pin> {
  /** The middle of its pins. */
  readonly x: number;
  readonly y: number;
  readonly pins: readonly Pin[];
}

/**
 * Joins pins that would lie on each other. Taken in order, a pin joins the nearest cluster whose first pin is within
 * `reach` (half axes of an ellipse, since pins are wider than high), so the result depends on the order of the list alone
 * and not on where the map was moved.
 */
export function clusterPins<Pin extends Point>(pins: readonly Pin[], reach: Point): Cluster<Pin>[] {
  const groups: { first: Pin; pins: Pin[] }[] = [];
  for (const pin of pins) {
    let nearest: (typeof groups)[number] | undefined;
    let least = 1;
    for (const group of groups) {
      const away = Math.hypot((group.first.x - pin.x) / reach.x, (group.first.y - pin.y) / reach.y);
      if (away < least) [nearest, least] = [group, away];
    }
    if (nearest) nearest.pins.push(pin);
    else groups.push({ first: pin, pins: [pin] });
  }
  return groups.map((group) => ({
    x: mean(group.pins.map((pin) => pin.x)),
    y: mean(group.pins.map((pin) => pin.y)),
    pins: group.pins,
  }));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
