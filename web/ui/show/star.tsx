import { Star as StarIcon } from "lucide-react";

export interface StarProps {
  readonly size?: 14 | 16 | 20 | 28 | 32;
  readonly filled?: boolean;
}

/** The one yellow star: filled with accent, edged so that it shows on white. Decoration; the number stands beside it. */
export function Star({ size = 16, filled = true }: StarProps) {
  return (
    <StarIcon
      size={size}
      strokeWidth={size > 16 ? 1.5 : 1.75}
      aria-hidden="true"
      className={`shrink-0 ${filled ? "fill-accent text-accent-ink" : "fill-none text-control"}`}
    />
  );
}
