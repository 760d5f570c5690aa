import { FieldGroup, type FieldTexts } from "../forms/field.tsx";
import { INPUT, INPUT_PADDING } from "../forms/input-style.ts";

/** Plain ISO dates; an empty string where none is set. */
export interface DateSpan {
  readonly from: string;
  readonly to: string;
}

export interface DateRangeProps extends FieldTexts {
  readonly id?: string | undefined;
  readonly value: DateSpan;
  readonly onChange: (value: DateSpan) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** Two of the system's own date fields. They may be typed in any order; an end before its start is explained, not undone. */
export function DateRange({ id, value, onChange, min, max, disabled, error, ...texts }: DateRangeProps) {
  const isReversed = value.from !== "" && value.to !== "" && value.to < value.from;
  const problem = error ?? (isReversed ? "The last day is before the first. Change one of them." : undefined);
  const ends = [
    { key: "from", label: "First day" },
    { key: "to", label: "Last day" },
  ] as const;
  return (
    <FieldGroup id={id} disabled={disabled} error={problem} {...texts}>
      <div className="grid gap-3 xs:grid-cols-2">
        {ends.map(({ key, label }) => (
          <label key={key} className="min-w-0 text-14 text-muted">
            {label}
            <input
              type="date"
              min={min}
              max={max}
              value={value[key]}
              aria-invalid={problem ? true : undefined}
              onChange={({ target }) => onChange({ ...value, [key]: target.value })}
              className={`${INPUT} ${INPUT_PADDING} figures mt-1`}
            />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
