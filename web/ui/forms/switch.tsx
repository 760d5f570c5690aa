import type { ComponentProps } from "react";
import { Hint, useControlLinks } from "./field.tsx";

export interface SwitchProps extends Omit<ComponentProps<"input">, "className" | "type" | "role"> {
  readonly label: string;
  readonly hint?: string | undefined;
}

/** The checkbox says its state itself; ARIA allows no `aria-checked` on it. */
const SWITCH = { type: "checkbox", role: "switch" } as const;

/** On or off, in force at once; for something that is saved with a form, use a checkbox. */
export function Switch({ label, hint, id, ...input }: SwitchProps) {
  const links = useControlLinks(id, { hint });
  return (
    <div className="flex items-start justify-between gap-6 has-disabled:text-muted">
      <div className="min-w-0">
        <label htmlFor={links.id} className="block py-2.5 font-medium">
          {label}
        </label>
        {hint && (
          <div className="-mt-2.5 pb-3">
            <Hint id={`${links.id}-hint`}>{hint}</Hint>
          </div>
        )}
      </div>
      <span className="flex h-11 shrink-0 items-center">
        {/* The knob's place and the ring's fill both say the state; forced colours keep the first. */}
        <input
          {...input}
          {...links}
          {...SWITCH}
          className="relative h-7 w-12 appearance-none rounded-pill border border-control bg-plate transition-colors before:absolute before:inset-s-0.75 before:top-0.75 before:size-5 before:rounded-pill before:border before:border-control before:bg-card before:transition-[inset-inline-start] after:absolute after:-inset-y-2 after:inset-x-0 checked:border-brand checked:bg-brand checked:before:inset-s-5.75 checked:before:border-transparent checked:before:bg-on-brand enabled:hover:border-ink enabled:checked:hover:bg-brand-strong disabled:opacity-50"
        />
      </span>
    </div>
  );
}
