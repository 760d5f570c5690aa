import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useId,
  useState,
} from "react";
import { placeTip } from "./anchored.ts";
import "./overlay.css";

/** Spread onto one focusable element. */
export interface TooltipTargetProps {
  readonly "aria-describedby": string;
  readonly onPointerEnter: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: (event: PointerEvent<HTMLElement>) => void;
  readonly onFocus: (event: SyntheticEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

export interface TooltipProps {
  /** A few words that add to what is there; nothing may be known only from here. */
  readonly text: string;
  readonly children: (props: TooltipTargetProps) => ReactNode;
}

/** Milliseconds of resting on it before it shows, so that passing over shows nothing. */
const REST = 400;

/** A hint on hover and on keyboard focus. It can be hovered itself, and Esc puts it away. Touch never sees it. */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId();
  const [rested, setRested] = useState<HTMLElement | null>(null);

  useEffect(() => {
    if (!rested) return;
    const timer = setTimeout(() => show(id, rested), REST);
    return () => clearTimeout(timer);
  }, [id, rested]);

  const hide = () => {
    setRested(null);
    const tip = document.getElementById(id);
    if (tip?.matches(":popover-open")) tip.hidePopover();
  };
  const leave = (event: PointerEvent<HTMLElement>) => {
    const to = event.relatedTarget;
    if (!(to instanceof Element && to.closest(`[id="${id}"], [aria-describedby="${id}"]`))) hide();
  };

  return (
    <>
      {children({
        "aria-describedby": id,
        onPointerEnter: (event) => {
          if (event.pointerType !== "touch") setRested(event.currentTarget);
        },
        onPointerLeave: leave,
        onFocus: (event) => {
          if (event.currentTarget.matches(":focus-visible")) show(id, event.currentTarget);
        },
        onBlur: hide,
        onKeyDown: (event) => {
          if (event.key !== "Escape" || !document.getElementById(id)?.matches(":popover-open")) return;
          event.stopPropagation();
          event.preventDefault();
          hide();
        },
      })}
      <span
        id={id}
        popover="manual"
        role="tooltip"
        onPointerLeave={leave}
        className="overlay-popover overlay-tooltip rounded-control bg-ink px-3 py-2 text-14 text-on-ink"
      >
        {text}
      </span>
    </>
  );
}

function show(id: string, target: HTMLElement): void {
  const tip = document.getElementById(id);
  if (!tip || tip.matches(":popover-open")) return;
  tip.showPopover({ source: target });
  placeTip(tip, target);
}
