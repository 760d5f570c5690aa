import { type PointerEvent, type RefObject, useEffect, useRef } from "react";
import { panBy, type Size, zoomAt } from "./map-view.ts";
import type { Point } from "./projection.ts";
import type { MapView } from "./use-map-view.ts";

/** Pixels that a finger may tremble and still tap. */
const TREMBLE = 4;

export interface MapGestureOptions {
  readonly size: Size;
  readonly map: MapView;
  /** The page scrolls over the map: the wheel zooms only with Ctrl or ⌘, and one finger moves the page. */
  readonly isCooperative: boolean;
}

/** Drag to move, wheel and two fingers to zoom. @returns handlers for the frame; `wasDragged` tells a click from the end of a drag */
export function useMapGestures(frame: RefObject<HTMLElement | null>, options: MapGestureOptions) {
  const { size, map, isCooperative } = options;
  const pointers = useRef(new Map<number, Point>());
  const travelled = useRef(0);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      if (isCooperative && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      // A pinch on a touch pad arrives as a wheel with Ctrl and small steps.
      const speed = event.ctrlKey ? 0.01 : 0.002;
      map.move((view) => zoomAt(view, size, at, Math.exp(-event.deltaY * lines * speed)));
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => element.removeEventListener("wheel", wheel);
  }, [frame, isCooperative, map, size]);

  const place = (event: PointerEvent<HTMLElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  return {
    wasDragged: () => travelled.current > TREMBLE,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        if (pointers.current.size === 0) travelled.current = 0;
        pointers.current.set(event.pointerId, place(event));
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const before = pointers.current.get(event.pointerId);
        if (!before) return;
        const now = place(event);
        const others = [...pointers.current]
          .filter(([id]) => id !== event.pointerId)
          .map(([, point]) => point);
        pointers.current.set(event.pointerId, now);
        travelled.current += Math.hypot(now.x - before.x, now.y - before.y);
        const [other] = others;
        if (other) {
          const factor = distance(now, other) / Math.max(distance(before, other), 1);
          map.move((view) => zoomAt(view, size, middle(now, other), factor));
        } else if (isCooperative && event.pointerType === "touch") {
          return;
        }
        if (travelled.current > TREMBLE) {
          event.currentTarget.setPointerCapture(event.pointerId);
          const share = other ? 2 : 1;
          map.move((view) => panBy(view, (now.x - before.x) / share, (now.y - before.y) / share));
        }
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        pointers.current.delete(event.pointerId);
      },
      onPointerCancel: (event: PointerEvent<HTMLElement>) => {
        pointers.current.delete(event.pointerId);
      },
    },
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
