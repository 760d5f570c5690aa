import { groupDigits } from "../../lib/format/money.ts";
import { formatCount } from "../../lib/format/plural.ts";
import { Mark } from "./mark.tsx";
import { Star } from "./star.tsx";

/** Below this many reviews there is no rating to show (search spec, booking spec). */
const SHOWN_FROM = 3;

export interface RatingProps {
  /** One decimal; null while the server holds it back. */
  readonly value: number | null;
  readonly count: number;
  readonly showCount?: boolean;
}

/** A rating as number and text, or "New" below three reviews. */
export function Rating({ value, count, showCount = true }: RatingProps) {
  if (value === null || count < SHOWN_FROM) return <Mark kind="new" />;
  const number = value.toFixed(1);
  return (
    <span className="inline-flex shrink-0 items-center gap-1.5 text-14 whitespace-nowrap">
      <Star size={16} />
      <span aria-hidden="true" className="figures">
        <span className="font-semibold">{number}</span>
        {showCount && <span className="text-muted"> ({groupDigits(count)})</span>}
      </span>
      <span className="sr-only">
        Rated {number} out of 5 in {formatCount(count, "review", "reviews")}
      </span>
    </span>
  );
}
