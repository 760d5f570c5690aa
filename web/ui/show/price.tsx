import { formatMoney } from "../../lib/format/money.ts";

const SIZES = { 16: "text-16", 18: "text-18", 20: "text-20", 24: "text-24", 30: "text-30" } as const;

export interface PriceProps {
  readonly cents: number;
  readonly size?: keyof typeof SIZES;
  /** What the amount was before, struck through. */
  readonly beforeCents?: number;
  /** What the amount covers: "60 min, incl. fee". */
  readonly note?: string;
}

/** The amount that matters, as the server sent it. */
export function Price({ cents, size = 24, beforeCents, note }: PriceProps) {
  return (
    <span className="figures inline-flex flex-wrap items-baseline gap-x-2">
      {beforeCents !== undefined && (
        <s className="text-14 text-muted">
          <span className="sr-only">Before: </span>
          {formatMoney(beforeCents)}
        </s>
      )}
      <span className={`font-semibold tracking-[-0.01em] ${SIZES[size]}`}>{formatMoney(cents)}</span>
      {note && <span className="text-14 text-muted">{note}</span>}
    </span>
  );
}

export interface HourlyPriceProps {
  readonly cents: number;
  /** What it applies to: "Studio". */
  readonly note?: string;
}

/** The hourly rate beneath a total, or in a price list. */
export function HourlyPrice({ cents, note }: HourlyPriceProps) {
  return (
    <span className="figures whitespace-nowrap">
      {formatMoney(cents)}
      <span className="text-muted">
        <span aria-hidden="true">/hr</span>
        <span className="sr-only"> an hour</span>
        {note && ` · ${note}`}
      </span>
    </span>
  );
}
