import { useCallback, useEffect, useRef, useState } from "react";
import { keepOver, type Size, type View } from "./map-view.ts";
import type { Bounds } from "./projection.ts";

/** Milliseconds that a step of zoom takes. */
const GLIDE = 200;

export interface MapView {
  readonly view: View;
  /** At once, as a hand moves it. */
  readonly move: (change: (view: View) => View) => void;
  /** Over 200 ms, or at once for people who ask for less motion. */
  readonly glide: (change: (view: View) => View) => void;
  readonly reset: () => void;
}

/** The view of a map: starts at `home`, follows it until somebody moves the map, and stays over the city. */
export function useMapView(home: (size: Size) => View, size: Size, limits: Bounds | null): MapView {
  const [moved, setMoved] = useState<View | null>(null);
  const view = moved ?? home(size);
  const latest = useRef(view);
  const frame = useRef(0);
  useEffect(() => {
    latest.current = view;
  }, [view]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const move = useCallback(
    (change: (from: View) => View) => {
      cancelAnimationFrame(frame.current);
      latest.current = keepOver(change(latest.current), limits);
      setMoved(latest.current);
    },
    [limits],
  );

  const glide = useCallback(
    (change: (from: View) => View) => {
      if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
        move(change);
        return;
      }
      cancelAnimationFrame(frame.current);
      const from = latest.current;
      const to = keepOver(change(from), limits);
      const start = performance.now();
      const step = (now: number) => {
        const done = Math.min((now - start) / GLIDE, 1);
        latest.current = done === 1 ? to : between(from, to, 1 - (1 - done) ** 3);
        setMoved(latest.current);
        if (done < 1) frame.current = requestAnimationFrame(step);
      };
      frame.current = requestAnimationFrame(step);
    },
    [move, limits],
  );

  const reset = useCallback(() => setMoved(null), []);
  return { view, move, glide, reset };
}

function between(from: View, to: View, part: number): View {
  const mix = (a: number, b: number) => a + (b - a) * part;
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), scale: from.scale * (to.scale / from.scale) ** part };
}
