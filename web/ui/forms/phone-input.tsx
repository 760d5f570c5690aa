import { type ComponentProps, useState } from "react";
import { Field, type FieldTexts } from "./field.tsx";
import { INPUT, INPUT_PADDING } from "./input-style.ts";
import { formatUsPhone, toE164 } from "./phone-text.ts";

type OwnInput = Omit<ComponentProps<"input">, "className" | "type" | "value" | "defaultValue" | "onChange">;

export interface PhoneInputProps extends OwnInput, FieldTexts {
  /** A number in E.164 to start with. */
  readonly initial?: string | undefined;
  /** The number in E.164, or null while it is not complete. */
  readonly onChange: (e164: string | null) => void;
}

const INCOMPLETE = "Enter a US number with its area code, such as (212) 555-0123.";

/** A US phone number, formatted while it is typed at its end; typing in the middle is left alone until the field is left. */
export function PhoneInput(props: PhoneInputProps) {
  const { label, hint, error, optional, id, initial = "", onChange, onBlur, ...input } = props;
  const [text, setText] = useState(formatUsPhone(initial));
  const [left, setLeft] = useState(true);
  const ownError = left && text !== "" && toE164(text) === null ? INCOMPLETE : undefined;
  const type = (value: string, atEnd: boolean) => {
    // Without this, deleting a bracket or dash would put it straight back.
    const isDeleting = value.length < text.length;
    setText(atEnd && !isDeleting ? formatUsPhone(value) : value);
    setLeft(false);
    onChange(toE164(value));
  };
  return (
    <Field id={id} label={label} hint={hint} error={error ?? ownError} optional={optional}>
      {(links) => (
        <input
          autoComplete="tel-national"
          {...input}
          {...links}
          type="tel"
          value={text}
          onChange={({ target }) => type(target.value, target.selectionStart === target.value.length)}
          onBlur={(event) => {
            setLeft(true);
            if (toE164(text) !== null) setText(formatUsPhone(text));
            onBlur?.(event);
          }}
          className={`${INPUT} ${INPUT_PADDING} figures`}
        />
      )}
    </Field>
  );
}
