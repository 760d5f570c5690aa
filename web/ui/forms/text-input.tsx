import type { ComponentProps } from "react";
import { Field, type FieldTexts } from "./field.tsx";
import { INPUT, INPUT_PADDING } from "./input-style.ts";

export interface TextInputProps extends Omit<ComponentProps<"input">, "className">, FieldTexts {}

/** One line of text. Say `type`, `autoComplete` and `inputMode`, so that browsers and keyboards can help. */
export function TextInput({ label, hint, error, optional, id, ...input }: TextInputProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(links) => <input type="text" {...input} {...links} className={`${INPUT} ${INPUT_PADDING}`} />}
    </Field>
  );
}
