import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { FieldError, Hint, useControlLinks } from "./field.tsx";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "className" | "type" | "children"> {
  /** May hold links. */
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

/** Never ticked in advance when it costs or agrees to something. The whole line is the target. */
export function Checkbox({ label, hint, error, id, ...input }: CheckboxProps) {
  const links = useControlLinks(id, { hint, error });
  return (
    <div>
      <div className="flex gap-3 has-disabled:text-muted">
        <span className="relative flex h-11 shrink-0 items-center">
          <input
            {...input}
            {...links}
            type="checkbox"
            className="peer size-6 appearance-none rounded-[0.375rem] border border-control bg-card transition-colors before:absolute before:-inset-x-2.5 before:inset-y-0 checked:border-brand checked:bg-brand enabled:not-aria-invalid:hover:border-ink enabled:checked:hover:bg-brand-strong disabled:border-line disabled:bg-plate aria-invalid:border-danger"
          />
          <Check
            aria-hidden="true"
            size={16}
            strokeWidth={3}
            className="pointer-events-none invisible absolute inset-s-1 text-on-brand peer-checked:visible peer-disabled:text-muted"
          />
        </span>
        <div className="min-w-0">
          <label htmlFor={links.id} className="block py-2.5">
            {label}
          </label>
          {hint && (
            <div className="-mt-2.5 pb-2">
              <Hint id={`${links.id}-hint`}>{hint}</Hint>
            </div>
          )}
        </div>
      </div>
      <FieldError id={`${links.id}-error`}>{error}</FieldError>
    </div>
  );
}
