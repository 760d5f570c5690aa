import { type ComponentProps, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { Field, type FieldTexts } from "./field.tsx";

export interface OtpInputProps extends FieldTexts {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: ComponentProps<"input">["autoFocus"];
  /** How many digits a code has. */
  readonly length?: number;
  readonly onChange?: ((code: string) => void) | undefined;
  /** Called each time the last digit arrives, typed, pasted or filled in by the phone. */
  readonly onComplete?: ((code: string) => void) | undefined;
}

/** One real input under drawn boxes: paste, autofill and screen readers meet an ordinary text field. */
export function OtpInput(props: OtpInputProps) {
  const { label, hint, error, optional, id, length = 6, onChange, onComplete, ...input } = props;
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState("");

  const take = (text: string) => {
    const digits = text.replace(/\D/g, "").slice(0, length);
    setCode(digits);
    onChange?.(digits);
    if (digits.length === length && digits !== code) onComplete?.(digits);
  };

  // The phone may have filled the field in before the page was taken over.
  useEffect(() => setCode((field.current?.value ?? "").replace(/\D/g, "").slice(0, length)), [length]);

  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(links) => (
        <div className="relative max-w-86">
          <input
            {...input}
            {...links}
            ref={field}
            type="text"
            inputMode="numeric"
            autoComplete="one-time-code"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            value={code}
            onChange={({ target }) => take(target.value)}
            onSelect={keepCaretAtEnd}
            className="peer absolute inset-0 size-full cursor-text text-16 opacity-0 disabled:cursor-default"
          />
          <div
            aria-hidden="true"
            className="group pointer-events-none flex gap-2 peer-disabled:opacity-60"
            data-invalid={error ? true : undefined}
          >
            {Array.from({ length }, (_, at) => (
              <Box key={at} digit={code[at]} isNext={at === Math.min(code.length, length - 1)} />
            ))}
          </div>
        </div>
      )}
    </Field>
  );
}

function Box({ digit, isNext }: { readonly digit: string | undefined; readonly isNext: boolean }) {
  const ring =
    "in-[:focus~*]:border-brand in-[:focus~*]:outline-2 in-[:focus~*]:outline-offset-2 in-[:focus~*]:outline-brand";
  return (
    <span
      className={`figures flex h-14 min-w-0 flex-1 items-center justify-center rounded-control border border-control bg-card text-24 font-semibold group-data-invalid:border-danger ${isNext ? ring : ""}`}
    >
      {digit ??
        (isNext && (
          <span className="hidden h-6 w-0.5 bg-ink motion-safe:animate-[shimmer_1s_steps(2)_infinite] in-[:focus~*]:block" />
        ))}
    </span>
  );
}

/** Digits are added and taken at the end only; a caret nobody sees must not be elsewhere. A selection of all is left alone. */
function keepCaretAtEnd({ currentTarget }: SyntheticEvent<HTMLInputElement>): void {
  const { value, selectionStart, selectionEnd } = currentTarget;
  const isAll = selectionStart === 0 && selectionEnd === value.length;
  if (!isAll && selectionStart !== value.length) currentTarget.setSelectionRange(value.length, value.length);
}
