import { type ComponentProps, type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { ComboboxList } from "./combobox-list.tsx";
import type { ComboboxGroup, ComboboxOption } from "./combobox-options.ts";
import { Field, type FieldTexts } from "./field.tsx";
import { INPUT } from "./input-style.ts";

type OwnInput = Omit<
  ComponentProps<"input">,
  "className" | "type" | "role" | "value" | "defaultValue" | "onChange"
>;

export interface ComboboxProps extends OwnInput, FieldTexts {
  readonly text: string;
  /** Called while typing; the caller filters or loads. */
  readonly onTextChange: (text: string) => void;
  readonly groups: readonly ComboboxGroup[];
  /** `loading` keeps the options that are there; `failed` says so in their place. */
  readonly status?: "ready" | "loading" | "failed";
  /** The option that was picked; the caller sets the text. */
  readonly onPick: (option: ComboboxOption) => void;
  /** Said when nothing fits. Leave it out and the list just closes. */
  readonly emptyText?: string | undefined;
  /** Decorative, before the text. */
  readonly icon?: ReactNode;
}

/**
 * A text field with suggestions (the editable combobox of the ARIA authoring practices): the focus stays in the field,
 * arrows walk through the options, Enter picks, Escape closes. Whatever is typed stays; nothing is picked by leaving.
 */
export function Combobox(props: ComboboxProps) {
  const {
    label,
    hint,
    error,
    optional,
    id,
    text,
    onTextChange,
    groups,
    status = "ready",
    onPick,
    ...more
  } = props;
  const { emptyText, icon, onKeyDown, onFocus, onBlur, ...input } = more;
  const listId = useId();
  const [wanted, setWanted] = useState(false);
  const [activeId, setActiveId] = useState<string | null>(null);

  const options = groups.flatMap((group) => group.options);
  const active = options.find((option) => option.id === activeId);
  const isOpen = wanted && (options.length > 0 || status !== "ready" || emptyText !== undefined);
  const elementId = (option: ComboboxOption) => `${listId}-${option.id}`;

  const close = () => {
    setWanted(false);
    setActiveId(null);
  };
  const pick = (option: ComboboxOption) => {
    close();
    onPick(option);
  };
  const move = (by: 1 | -1) => {
    setWanted(true);
    const from = active ? options.indexOf(active) : by === 1 ? -1 : options.length;
    // Past either end lies the text itself, with nothing chosen.
    const next = options[from + by];
    setActiveId(next?.id ?? null);
    if (next) document.getElementById(elementId(next))?.scrollIntoView({ block: "nearest" });
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    onKeyDown?.(event);
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && isOpen && active) pick(active);
    else if (event.key === "Escape" && isOpen) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(links) => (
        <div className="relative">
          {icon && <span className="pointer-events-none absolute inset-s-4 top-3.5 text-muted">{icon}</span>}
          <input
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            {...input}
            {...links}
            type="text"
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && active ? elementId(active) : undefined}
            value={text}
            onChange={({ target }) => {
              setWanted(true);
              setActiveId(null);
              onTextChange(target.value);
            }}
            onFocus={onFocus}
            onClick={() => setWanted(true)}
            onKeyDown={press}
            onBlur={(event) => {
              close();
              onBlur?.(event);
            }}
            className={`${INPUT} py-2.5 pe-4 ${icon ? "ps-11" : "ps-4"}`}
          />
          <ComboboxList
            id={listId}
            label={label}
            isOpen={isOpen}
            groups={groups}
            status={status}
            emptyText={emptyText}
            activeId={active?.id ?? null}
            elementId={elementId}
            onPick={pick}
          />
        </div>
      )}
    </Field>
  );
}
