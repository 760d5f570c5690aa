import { type RefObject, useEffect } from "react";
import { placeBeside, type Side } from "./placement.ts";

/** Space between the anchor and what opens from it, in px; as in overlay.css. */
const GAP = 8;

/**
 * Puts an open popover beside its anchor where the browser cannot do it in CSS. It is placed when it opens; scrolling
 * or resizing closes it there, because it would stay behind.
 */
export function useAnchorFallback(
  popover: RefObject<HTMLElement | null>,
  anchor: () => HTMLElement | null,
  side: Side,
): void {
  useEffect(() => {
    const element = popover.current;
    if (!element || placesInCss()) return;
    const close = () => element.hidePopover();
    const forget = () => {
      removeEventListener("scroll", close, true);
      removeEventListener("resize", close);
    };
    const place = (event: ToggleEvent) => {
      forget();
      const at = anchor();
      if (event.newState !== "open" || !at) return;
      placeAt(element, at, side);
      addEventListener("scroll", close, { capture: true, passive: true });
      addEventListener("resize", close);
    };
    element.addEventListener("toggle", place);
    return () => {
      element.removeEventListener("toggle", place);
      forget();
    };
  }, [popover, anchor, side]);
}

/** The same, once, for a tooltip that is already open. */
export function placeTip(tip: HTMLElement, target: HTMLElement): void {
  if (!placesInCss()) placeAt(tip, target, "above");
}

function placesInCss(): boolean {
  return CSS.supports("position-area", "block-end");
}

function placeAt(element: HTMLElement, anchor: HTMLElement, side: Side): void {
  const { left, top } = placeBeside(anchor.getBoundingClientRect(), element.getBoundingClientRect(), {
    frame: { width: innerWidth, height: innerHeight },
    gap: GAP,
    side,
    rtl: getComputedStyle(anchor).direction === "rtl",
  });
  element.style.setProperty("margin", "0");
  element.style.setProperty("left", `${left}px`);
  element.style.setProperty("top", `${top}px`);
}
