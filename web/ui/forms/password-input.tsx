import { type ComponentProps, useState } from "react";
import { Field, type FieldTexts } from "./field.tsx";
import { INPUT } from "./input-style.ts";

export interface PasswordInputProps extends Omit<ComponentProps<"input">, "className" | "type">, FieldTexts {
  /** Tells password managers whether to fill in or to propose. */
  readonly autoComplete: "current-password" | "new-password";
}

/** A password that can be looked at. Pasting and password managers always work. */
export function PasswordInput({ label, hint, error, optional, id, ...input }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(links) => (
        <div className="relative">
          <input
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            {...input}
            {...links}
            type={shown ? "text" : "password"}
            className={`${INPUT} py-2.5 ps-4 pe-20`}
          />
          <button
            type="button"
            aria-controls={links.id}
            aria-label={shown ? "Hide password" : "Show password"}
            disabled={input.disabled}
            onClick={() => setShown(!shown)}
            className="absolute inset-e-0.5 top-0.5 h-11 rounded-control px-4 text-14 font-semibold text-brand transition-colors hover:text-brand-strong disabled:text-muted"
          >
            {shown ? "Hide" : "Show"}
          </button>
        </div>
      )}
    </Field>
  );
}
