import { Check } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import "./start-listbox.css";
import { findTyped, groupStarts, type Start } from "./start-moves.ts";

interface StartListboxProps {
  readonly label: string;
  readonly starts: readonly Start[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}

/** Milliseconds of silence after which typing begins a new word. */
const WORD_PAUSE = 700;

/** A listbox with one stop for Tab: arrows, Home, End and typing walk, Enter, Space and a click choose. */
export function StartListbox({ label, starts, value, onChange }: StartListboxProps) {
  const baseId = useId();
  const box = useRef<HTMLDivElement>(null);
  const word = useRef({ text: "", at: 0 });
  const [cursor, setCursor] = useState<string | null>(null);
  const ids = starts.map(({ id }) => id);
  const entry = [cursor, value].find((id) => id !== null && ids.includes(id)) ?? ids[0] ?? null;

  const focus = (start: Start | null | undefined) => {
    if (!start) return;
    setCursor(start.id);
    box.current?.querySelector<HTMLElement>(`[data-start="${CSS.escape(start.id)}"]`)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = starts.findIndex(({ id }) => id === entry);
    const typing = event.timeStamp - word.current.at < WORD_PAUSE ? word.current.text : "";
    if (event.key === "ArrowDown") focus(starts[at + 1]);
    else if (event.key === "ArrowUp") focus(starts[at - 1]);
    else if (event.key === "Home") focus(starts[0]);
    else if (event.key === "End") focus(starts.at(-1));
    else if (event.key === "Enter" || (event.key === " " && typing === "")) {
      if (entry !== null) onChange(entry);
    } else if (event.key.length === 1) {
      word.current = { text: typing + event.key, at: event.timeStamp };
      focus(findTyped(starts, entry, word.current.text));
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={press}
      className="start-listbox max-h-75 overflow-y-auto overscroll-contain p-2 outline-none"
    >
      {groupStarts(starts).map((group) => (
        <div
          key={group.part}
          role="group"
          aria-labelledby={`${baseId}-${group.part}`}
          className="not-first:mt-1"
        >
          <p
            id={`${baseId}-${group.part}`}
            className="flex h-8 items-center px-4 text-14 font-medium text-muted"
          >
            {group.part}
          </p>
          {group.starts.map((start) => (
            <StartOption
              key={start.id}
              start={start}
              isPicked={start.id === value}
              isEntry={start.id === entry}
              isOnly={starts.length === 1}
              onPick={() => {
                setCursor(start.id);
                onChange(start.id);
              }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface StartOptionProps {
  readonly start: Start;
  readonly isPicked: boolean;
  readonly isEntry: boolean;
  readonly isOnly: boolean;
  readonly onPick: () => void;
}

function StartOption({ start, isPicked, isEntry, isOnly, onPick }: StartOptionProps) {
  const look = isPicked
    ? "border-brand bg-brand-surface font-semibold text-brand-strong inset-ring inset-ring-brand"
    : "border-transparent font-medium hover:bg-plate active:bg-line";
  return (
    // Keys are the listbox's business.
    <div
      role="option"
      data-start={start.id}
      aria-selected={isPicked}
      tabIndex={isEntry ? 0 : -1}
      onClick={onPick}
      onKeyDown={undefined}
      className={`figures flex min-h-11 cursor-pointer items-center gap-3 rounded-control border px-4 transition-colors focus-visible:outline-offset-[-2px] ${look}`}
    >
      <span className="min-w-0 flex-1">{start.label}</span>
      {isOnly && <span className="text-14 font-normal text-muted">only time left</span>}
      {isPicked && <Check aria-hidden="true" size={20} strokeWidth={1.5} className="shrink-0" />}
    </div>
  );
}
