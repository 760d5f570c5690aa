import type { Size } from "./map-view.ts";
import type { Point } from "./projection.ts";

/** A label that wants a place, its middle in pixels of the frame. */
export interface LabelWish extends Point {
  readonly key: string;
  readonly lines: readonly string[];
}

/** A rectangle in pixels of the frame. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** 12 px, weight 500: about this wide per letter and high per line. */
const LETTER_WIDTH = 6.4;
export const LINE_HEIGHT = 14;
/** Free space around a label. */
const SPACING = 4;
const LONGEST_LINE = 12;

/**
 * Decides which labels can be drawn whole. First come, first served: none is cut by the frame, none touches another or
 * an obstacle.
 */
export function placeLabels<Wish extends LabelWish>(
  wishes: readonly Wish[],
  frame: Size,
  obstacles: readonly Box[],
): Wish[] {
  const taken = [...obstacles];
  return wishes.filter((wish) => {
    const box = labelBox(wish);
    const isWhole =
      box.left >= 0 &&
      box.top >= 0 &&
      box.left + box.width <= frame.width &&
      box.top + box.height <= frame.height;
    if (!isWhole || taken.some((other) => overlap(box, other))) return false;
    taken.push(box);
    return true;
  });
}

/** The room that a label takes, with space around it. */
export function labelBox({ x, y, lines }: LabelWish): Box {
  const width = Math.max(...lines.map((line) => textWidth(line))) + 2 * SPACING;
  const height = lines.length * LINE_HEIGHT + 2 * SPACING;
  return { left: x - width / 2, top: y - height / 2, width, height };
}

/** Breaks a long name at the space nearest to its middle. */
export function wrapName(name: string): string[] {
  if (name.length <= LONGEST_LINE) return [name];
  const spaces = [...name.matchAll(/[ /]/g)].map((match) => match.index);
  const middle = name.length / 2;
  const nearest = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return nearest === undefined ? [name] : [name.slice(0, nearest + 1).trim(), name.slice(nearest + 1).trim()];
}

/** An estimate in pixels that does for fitting; measuring needs a browser. */
export function textWidth(text: string, letterWidth: number = LETTER_WIDTH): number {
  return text.length * letterWidth;
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}
