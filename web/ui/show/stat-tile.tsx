import { ArrowDownRight, ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";

export interface StatTileProps {
  readonly label: string;
  /** Formatted: "$414.80". */
  readonly value: string;
  /** What stands behind the figure: "arrives Thu, May 7". */
  readonly note?: string;
  /** Against what it is compared; the words carry the direction, the arrow repeats it. */
  readonly change?: { readonly direction: "up" | "down"; readonly text: string };
  readonly action?: ReactNode;
}

/** One figure with its name and meaning. Stands in a `dl`. */
export function StatTile({ label, value, note, change, action }: StatTileProps) {
  const Arrow = change?.direction === "down" ? ArrowDownRight : ArrowUpRight;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] content-start gap-x-4 rounded-card border border-line bg-card p-4 shadow-card *:col-start-1 md:p-6">
      <dt className="text-14 text-muted">{label}</dt>
      <dd className="figures mt-1 text-30 font-semibold tracking-[-0.02em]">{value}</dd>
      {note && <dd className="figures text-14 text-muted">{note}</dd>}
      {change && (
        <dd className="figures mt-1 inline-flex items-center gap-1 text-14 text-muted">
          <Arrow size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0 rtl:-scale-x-100" />
          {change.text}
        </dd>
      )}
      {action && <dd className="col-start-2! row-span-3 row-start-1 self-end">{action}</dd>}
    </div>
  );
}
