/** Which edge of the anchor the popover keeps to below it, or centred above it. */
export type Side = "start" | "end" | "above";

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacementOptions {
  readonly frame: { readonly width: number; readonly height: number };
  readonly gap: number;
  readonly side: Side;
  readonly rtl: boolean;
}

/** Where a popover goes beside its anchor, in px of the window: flipped when it would not fit, and always inside. */
export function placeBeside(
  anchor: Box,
  popover: Pick<Box, "width" | "height">,
  { frame, gap, side, rtl }: PlacementOptions,
): { left: number; top: number } {
  const below = anchor.top + anchor.height + gap;
  const above = anchor.top - gap - popover.height;
  const fitsBelow = below + popover.height + gap <= frame.height;
  const fitsAbove = above >= gap;
  const isBelow = side === "above" ? !fitsAbove && fitsBelow : fitsBelow || !fitsAbove;

  const leftAligned = anchor.left;
  const rightAligned = anchor.left + anchor.width - popover.width;
  const wanted =
    side === "above"
      ? anchor.left + (anchor.width - popover.width) / 2
      : (side === "start") === rtl
        ? rightAligned
        : leftAligned;
  return {
    left: clamp(wanted, gap, frame.width - popover.width - gap),
    top: clamp(isBelow ? below : above, gap, frame.height - popover.height - gap),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
