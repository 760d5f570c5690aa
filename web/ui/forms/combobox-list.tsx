import { type ReactNode, useId } from "react";
import { Spinner } from "../actions/spinner.tsx";
import type { ComboboxGroup, ComboboxOption } from "./combobox-options.ts";

interface ComboboxListProps {
  readonly id: string;
  readonly label: string;
  readonly isOpen: boolean;
  readonly groups: readonly ComboboxGroup[];
  readonly status: "ready" | "loading" | "failed";
  readonly emptyText: string | undefined;
  readonly activeId: string | null;
  readonly elementId: (option: ComboboxOption) => string;
  readonly onPick: (option: ComboboxOption) => void;
}

/** What hangs below a combobox: options in groups, or one line that says why there are none. Spoken as a count. */
export function ComboboxList(props: ComboboxListProps) {
  const { id, label, isOpen, groups, activeId, elementId, onPick } = props;
  const count = groups.reduce((sum, group) => sum + group.options.length, 0);
  const note = noteFor(props, count);
  return (
    <>
      <div
        role="presentation"
        hidden={!isOpen}
        // Pressing here must not take the focus out of the field, or the list would close before the click.
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
        className="absolute inset-x-0 top-full z-dropdown mt-1 max-h-80 overflow-y-auto rounded-control border border-line bg-card py-2 shadow-overlay"
      >
        <div id={id} role="listbox" aria-label={label}>
          {isOpen &&
            groups.map((group) => (
              <Group key={group.label ?? ""} label={group.label}>
                {group.options.map((option) => (
                  <Option
                    key={option.id}
                    id={elementId(option)}
                    option={option}
                    isActive={option.id === activeId}
                    onPick={onPick}
                  />
                ))}
              </Group>
            ))}
        </div>
        {note && (
          <p className="flex min-h-11 items-center gap-2 px-4 text-muted">
            {props.status === "loading" && <Spinner />}
            {note}
          </p>
        )}
      </div>
      <p role="status" className="sr-only">
        {isOpen && (note ?? `${count} ${count === 1 ? "suggestion" : "suggestions"}`)}
      </p>
    </>
  );
}

function noteFor({ status, emptyText }: ComboboxListProps, count: number): string | null {
  if (status === "failed") return "Suggestions do not load now. You can go on without them.";
  if (status === "loading") return "Looking…";
  return count === 0 ? (emptyText ?? null) : null;
}

interface GroupProps {
  readonly label: string | null;
  readonly children: ReactNode;
}

function Group({ label, children }: GroupProps) {
  const id = useId();
  if (label === null) return children;
  return (
    <div role="group" aria-labelledby={id} className="not-first:mt-2">
      <p id={id} className="px-4 py-1 text-12 font-semibold text-muted">
        {label}
      </p>
      {children}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly option: ComboboxOption;
  readonly isActive: boolean;
  readonly onPick: (option: ComboboxOption) => void;
}

function Option({ id, option, isActive, onPick }: OptionProps) {
  return (
    // Keys are the field's business: it holds the focus and points here.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onClick={() => onPick(option)}
      onKeyDown={undefined}
      className={`flex min-h-11 cursor-pointer flex-col justify-center px-4 py-1.5 hover:bg-plate ${isActive ? "bg-brand-surface text-brand-strong inset-ring-2 inset-ring-brand" : ""}`}
    >
      <span className="font-medium">{option.label}</span>
      {option.detail && <span className="text-14 text-muted">{option.detail}</span>}
    </div>
  );
}
