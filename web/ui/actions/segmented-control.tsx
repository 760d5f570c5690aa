import { FieldGroup, type FieldTexts } from "../forms/field.tsx";

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Why it cannot be chosen now; shown under the row. */
  readonly unavailable?: string | undefined;
}

export interface SegmentedControlProps<Value extends string> extends FieldTexts {
  readonly id?: string | undefined;
  readonly name: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** Two to five short choices side by side; they wrap when the line is too short. Native radios: arrows move and choose. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { id, name, segments, value, onChange, hint, ...texts } = props;
  const reasons = segments.flatMap(({ label, unavailable }) =>
    unavailable ? [`${label}: ${unavailable}`] : [],
  );
  return (
    <FieldGroup id={id} {...texts} hint={hint}>
      <div className="flex flex-wrap gap-2">
        {segments.map((segment) => (
          <label
            key={segment.value}
            className="relative flex min-h-11 flex-1 items-center justify-center rounded-control border border-control bg-card px-4 py-2 text-center font-medium whitespace-nowrap transition-colors hover:border-ink has-checked:border-brand has-checked:bg-brand-surface has-checked:font-semibold has-checked:text-brand-strong has-checked:inset-ring has-checked:inset-ring-brand has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand has-disabled:border-line has-disabled:bg-plate has-disabled:text-muted has-disabled:line-through forced-colors:has-checked:outline-2"
          >
            <input
              type="radio"
              name={name}
              value={segment.value}
              checked={segment.value === value}
              disabled={segment.unavailable !== undefined}
              onChange={() => onChange(segment.value)}
              className="absolute inset-0 size-full opacity-0 outline-none"
            />
            {segment.label}
          </label>
        ))}
      </div>
      {reasons.length > 0 && <p className="mt-2 text-14 text-muted">{reasons.join(" ")}</p>}
    </FieldGroup>
  );
}
