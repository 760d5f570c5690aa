import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { Field, type FieldTexts } from "./field.tsx";
import { INPUT } from "./input-style.ts";

export interface SelectProps
  extends Omit<ComponentProps<"select">, "className" | "multiple" | "size">,
    FieldTexts {}

/** The system's own select, which every phone and screen reader knows; its options are `<option>` children. */
export function Select({ label, hint, error, optional, id, children, ...select }: SelectProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(links) => (
        <div className="relative">
          <select {...select} {...links} className={`${INPUT} appearance-none py-2.5 ps-4 pe-11`}>
            {children}
          </select>
          <ChevronDown
            aria-hidden="true"
            size={20}
            strokeWidth={1.5}
            className="pointer-events-none absolute inset-e-3.5 top-3.5 text-muted"
          />
        </div>
      )}
    </Field>
  );
}
