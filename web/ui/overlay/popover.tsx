import { type ReactNode, useCallback, useId, useRef } from "react";
import { useAnchorFallback } from "./anchored.ts";
import "./overlay.css";

/** Spread onto the button that opens it; the browser then opens, closes and places it, even before any script has run. */
export interface PopoverTriggerProps {
  readonly id: string;
  readonly popoverTarget: string;
}

export interface PopoverProps {
  /** Names the region inside. */
  readonly label: string;
  readonly renderTrigger: (props: PopoverTriggerProps) => ReactNode;
  readonly children: ReactNode;
  /** The edge of the trigger that it keeps to. */
  readonly align?: "start" | "end";
}

/** Something small beside the button that opens it. Esc and a click elsewhere close it; Esc gives the focus back. */
export function Popover({ label, renderTrigger, children, align = "start" }: PopoverProps) {
  const id = useId();
  const popover = useRef<HTMLDialogElement>(null);
  const anchor = useCallback(() => document.getElementById(`${id}-trigger`), [id]);
  useAnchorFallback(popover, anchor, align);
  return (
    <>
      {renderTrigger({ id: `${id}-trigger`, popoverTarget: id })}
      <dialog
        ref={popover}
        id={id}
        popover="auto"
        aria-label={label}
        className={`overlay-popover rounded-card border border-line bg-card p-4 text-ink shadow-overlay ${
          align === "end" ? "overlay-popover-end" : ""
        }`}
      >
        {children}
      </dialog>
    </>
  );
}
