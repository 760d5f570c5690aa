import { type ComponentProps, useState } from "react";
import { Field, type FieldTexts } from "./field.tsx";
import { INPUT, INPUT_PADDING } from "./input-style.ts";

export interface TextareaProps
  extends Omit<ComponentProps<"textarea">, "className" | "maxLength" | "value" | "defaultValue">,
    FieldTexts {
  readonly initial?: string;
  /** How many characters may be saved; more can be typed or pasted, and then it says how many to take away. */
  readonly limit: number;
}

/** Several lines and a counter, which is spoken only when the end is near. */
export function Textarea(props: TextareaProps) {
  const { label, hint, error, optional, id, initial = "", limit, rows = 4, onChange, ...textarea } = props;
  const [length, setLength] = useState(initial.length);
  const over = length - limit;
  const tooLong = over > 0 ? `${over} ${over === 1 ? "character" : "characters"} too long.` : undefined;
  return (
    <Field id={id} label={label} hint={hint} error={error ?? tooLong} optional={optional}>
      {(links) => (
        <>
          <textarea
            {...textarea}
            {...links}
            rows={rows}
            defaultValue={initial}
            onChange={(event) => {
              setLength(event.target.value.length);
              onChange?.(event);
            }}
            className={`${INPUT} ${INPUT_PADDING} field-sizing-content min-h-28 resize-y`}
          />
          <p
            aria-hidden="true"
            className={`figures mt-1 text-end text-12 ${over > 0 ? "text-danger" : "text-muted"}`}
          >
            {length} / {limit}
          </p>
          <p role="status" className="sr-only">
            {spokenRest(limit - length)}
          </p>
        </>
      )}
    </Field>
  );
}

/** In steps, so that a screen reader does not speak at every key. */
function spokenRest(left: number): string {
  if (left < 0) return "Too long";
  const step = [0, 5, 10, 20, 50].find((at) => left <= at);
  return step === undefined ? "" : step === 0 ? "No characters left" : `${step} characters left or fewer`;
}
