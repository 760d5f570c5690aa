import { formatMoney } from "../../lib/format/money.ts";
import { Skeleton } from "./skeleton.tsx";

export interface PriceLine {
  /** Stable name of the line on the wire, for example `student_fee`. */
  readonly kind: string;
  /** As the server words it, percent included. */
  readonly label: string;
  readonly amount_cents: number;
}

export interface PriceLinesProps {
  readonly lines: readonly PriceLine[];
  readonly total?: { readonly label: string; readonly amount_cents: number };
  /** A new quote is on its way: amounts become placeholders of the same height. */
  readonly isLoading?: boolean;
}

/** The lines of a price exactly as sent; money back is green and has a minus sign. Nothing is added up here. */
export function PriceLines({ lines, total, isLoading = false }: PriceLinesProps) {
  return (
    <dl aria-busy={isLoading} className="figures text-16">
      {lines.map(({ kind, label, amount_cents }) => (
        <div key={kind} className="flex items-baseline justify-between gap-4 py-1.5">
          <dt className="text-muted">{label}</dt>
          <dd className={amount_cents < 0 ? "text-success" : ""}>
            <Amount cents={amount_cents} isLoading={isLoading} />
          </dd>
        </div>
      ))}
      {total && (
        <div className="mt-2 flex items-baseline justify-between gap-4 border-t border-line pt-3 text-18 font-semibold">
          <dt>{total.label}</dt>
          <dd>
            <Amount cents={total.amount_cents} isLoading={isLoading} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Amount({ cents, isLoading }: { readonly cents: number; readonly isLoading: boolean }) {
  if (!isLoading) return formatMoney(cents);
  return (
    <>
      <span className="sr-only">Updating</span>
      <Skeleton className="inline-block h-4 w-16 align-middle" />
    </>
  );
}
