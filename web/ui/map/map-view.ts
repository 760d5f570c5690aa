import type { Bounds, Point } from "./projection.ts";

/** What the frame shows: the world point in its middle, and pixels per world unit. */
export interface View extends Point {
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** From the whole city on a phone to a few blocks. */
const LEAST_SCALE = 0.03;
const MOST_SCALE = 2;

/** Where a world point is in the frame, in pixels. */
export function toFrame(view: View, size: Size, point: Point): Point {
  return {
    x: (point.x - view.x) * view.scale + size.width / 2,
    y: (point.y - view.y) * view.scale + size.height / 2,
  };
}

/** Zooms by a factor; what lies under `at` (pixels of the frame) stays under it. */
export function zoomAt(view: View, size: Size, at: Point, factor: number): View {
  const scale = clamp(view.scale * factor, LEAST_SCALE, MOST_SCALE);
  const dx = at.x - size.width / 2;
  const dy = at.y - size.height / 2;
  return {
    x: view.x + dx / view.scale - dx / scale,
    y: view.y + dy / view.scale - dy / scale,
    scale,
  };
}

/** Moves the map by pixels, as a hand would. */
export function panBy(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale };
}

/** Keeps the middle of the frame over the city, so that nobody gets lost on the water. */
export function keepOver(view: View, bounds: Bounds | null): View {
  if (!bounds) return view;
  return {
    ...view,
    x: clamp(view.x, bounds.left, bounds.right),
    y: clamp(view.y, bounds.top, bounds.bottom),
  };
}

/** Shows a box whole, with `padding` pixels around it, but no closer than `closest`. */
export function fitBounds(bounds: Bounds, size: Size, padding: number, closest: number = MOST_SCALE): View {
  const width = Math.max(bounds.right - bounds.left, 1);
  const height = Math.max(bounds.bottom - bounds.top, 1);
  const scale = Math.min(
    Math.max(size.width - 2 * padding, 1) / width,
    Math.max(size.height - 2 * padding, 1) / height,
    closest,
  );
  return {
    x: (bounds.left + bounds.right) / 2,
    y: (bounds.top + bounds.bottom) / 2,
    scale: clamp(scale, LEAST_SCALE, MOST_SCALE),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
