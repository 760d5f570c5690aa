import { useId, useState } from "react";
import { FieldGroup, type FieldTexts } from "./field.tsx";
import { INPUT } from "./input-style.ts";
import "./range.css";
import { moveHigh, moveLow, type Range, type RangeLimits } from "./range-values.ts";

export interface RangePairProps extends FieldTexts, Omit<RangeLimits, "gap"> {
  readonly id?: string | undefined;
  /** Whole dollars. */
  readonly value: Range;
  /** Called while an end moves. */
  readonly onChange: (value: Range) => void;
  readonly disabled?: boolean | undefined;
  readonly gap?: number;
  readonly step?: number;
}

/** Two ends of a price range: sliders for the thumb, and a field each for everyone who would rather type. */
export function RangePair(props: RangePairProps) {
  const { id, value, onChange, disabled, min, max, gap = 10, step = 5, ...texts } = props;
  const limits = { min, max, gap };
  const setLow = (low: number) => onChange(moveLow(value, low, limits));
  const setHigh = (high: number) => onChange(moveHigh(value, high, limits));
  const slider = { min, max, step, className: "range-thumb" };
  return (
    <FieldGroup id={id} disabled={disabled} {...texts}>
      <div dir="ltr" className="relative h-11">
        <Track value={value} min={min} max={max} />
        <input
          {...slider}
          type="range"
          aria-label="Lowest price"
          aria-valuetext={`$${value.low}`}
          value={value.low}
          onChange={({ target }) => setLow(target.valueAsNumber)}
        />
        <input
          {...slider}
          type="range"
          aria-label="Highest price"
          aria-valuetext={`$${value.high}`}
          value={value.high}
          onChange={({ target }) => setHigh(target.valueAsNumber)}
        />
      </div>
      <div className="mt-2 flex items-end gap-3">
        <DollarField label="From" value={value.low} onCommit={setLow} />
        <span aria-hidden="true" className="pb-3 text-muted">
          –
        </span>
        <DollarField label="To" value={value.high} onCommit={setHigh} />
      </div>
    </FieldGroup>
  );
}

/** An SVG, because the content policy allows no inline styles; the thumbs' centres travel 12 px inside the ends. */
function Track({ value, min, max }: { readonly value: Range; readonly min: number; readonly max: number }) {
  const at = (dollars: number) => (100 * (dollars - min)) / (max - min);
  return (
    <div aria-hidden="true" className="absolute inset-x-0 top-5 h-1 rounded-pill bg-line px-3">
      <svg className="block h-1 w-full">
        <rect
          x={`${at(value.low)}%`}
          width={`${at(value.high) - at(value.low)}%`}
          height="4"
          className="fill-brand in-disabled:fill-control"
        />
      </svg>
    </div>
  );
}

interface DollarFieldProps {
  readonly label: string;
  readonly value: number;
  /** Told on Enter and on leaving, so that half-typed figures do not move the slider. */
  readonly onCommit: (dollars: number) => void;
}

function DollarField({ label, value, onCommit }: DollarFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft !== null && /^\d+$/.test(draft)) onCommit(Number(draft));
    setDraft(null);
  };
  return (
    <div className="min-w-0 flex-1">
      <label htmlFor={id} className="text-14 text-muted">
        {label}
      </label>
      <div className="relative mt-1">
        <span aria-hidden="true" className="absolute inset-s-4 top-3 text-muted">
          $
        </span>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={draft ?? value}
          onChange={({ target }) => setDraft(target.value.replace(/\D/g, "").slice(0, 4))}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            commit();
          }}
          className={`${INPUT} figures ps-8 pe-3`}
        />
      </div>
    </div>
  );
}
