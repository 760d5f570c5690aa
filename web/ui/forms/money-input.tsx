import { type ComponentProps, useState } from "react";
import { Field, type FieldTexts } from "./field.tsx";
import { INPUT } from "./input-style.ts";
import { formatMoneyInput, type MoneyText, parseMoney } from "./money-text.ts";

type OwnInput = Omit<ComponentProps<"input">, "className" | "type" | "value" | "defaultValue" | "onChange">;

export interface MoneyInputProps extends OwnInput, FieldTexts {
  /** Whole cents, or null for an empty field. */
  readonly value: number | null;
  /** Null while the field is empty or its text is no amount. */
  readonly onChange: (cents: number | null) => void;
}

const NO_AMOUNT = "Enter an amount in dollars, such as 90 or 90.50.";

/** Dollars for people, integer cents for the program. Text that is no amount stays as typed and is explained on leaving. */
export function MoneyInput(props: MoneyInputProps) {
  const { label, hint, error, optional, id, value, onChange, onBlur, ...input } = props;
  const [text, setText] = useState(value === null ? "" : formatMoneyInput(value));
  const [left, setLeft] = useState(true);
  const typed = parseMoney(text);
  // The caller may have put another amount in, or emptied the field, since the last key.
  const shown = centsOf(typed) === value ? text : value === null ? "" : formatMoneyInput(value);
  const ownError = left && shown !== "" && typed.kind === "invalid" ? NO_AMOUNT : undefined;
  return (
    <Field id={id} label={label} hint={hint} error={error ?? ownError} optional={optional}>
      {(links) => (
        <div className="relative">
          <span aria-hidden="true" className="absolute inset-s-4 top-3 text-muted">
            $
          </span>
          <input
            inputMode="decimal"
            autoComplete="off"
            {...input}
            {...links}
            type="text"
            value={shown}
            onChange={({ target }) => {
              setLeft(false);
              setText(target.value);
              onChange(centsOf(parseMoney(target.value)));
            }}
            onBlur={(event) => {
              setLeft(true);
              if (typed.kind === "amount") setText(formatMoneyInput(typed.cents));
              onBlur?.(event);
            }}
            className={`${INPUT} figures py-2.5 ps-8 pe-4`}
          />
        </div>
      )}
    </Field>
  );
}

function centsOf(typed: MoneyText): number | null {
  return typed.kind === "amount" ? typed.cents : null;
}
