import type { KeyboardEvent } from "react";

export type Orientation = "horizontal" | "vertical";

/**
 * Where a key leads in a list that is one tab stop: arrows wrap around, Home and End jump. Horizontal lists follow the
 * writing direction.
 * @returns the next position, or null for any other key
 */
export function positionAfterKey(
  key: string,
  at: number,
  count: number,
  { orientation, rtl = false }: { readonly orientation: Orientation; readonly rtl?: boolean },
): number | null {
  if (count === 0) return null;
  const [back, forth] =
    orientation === "vertical"
      ? ["ArrowUp", "ArrowDown"]
      : rtl
        ? ["ArrowRight", "ArrowLeft"]
        : ["ArrowLeft", "ArrowRight"];
  if (key === forth) return (at + 1) % count;
  if (key === back) return (at - 1 + count) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return null;
}

/** Moves the focus from the element of the event to another of `items`, for the keys above; tells the position it went to. */
export function moveFocus(
  event: KeyboardEvent<HTMLElement>,
  items: readonly HTMLElement[],
  orientation: Orientation,
): number | null {
  const at = items.indexOf(event.currentTarget);
  const rtl = getComputedStyle(event.currentTarget).direction === "rtl";
  const next = positionAfterKey(event.key, at, items.length, { orientation, rtl });
  if (next === null) return null;
  event.preventDefault();
  items[next]?.focus();
  return next;
}

/** The same among the elements of a role in the nearest list of another: tabs of a tab list, items of a menu. */
export function itemsAround(element: HTMLElement, list: string, item: string): HTMLElement[] {
  return [...(element.closest(`[role=${list}]`)?.querySelectorAll<HTMLElement>(`[role=${item}]`) ?? [])];
}
