import { type ReactNode, useId } from "react";
import { itemsAround, moveFocus } from "./arrow-keys.ts";

export interface TabItem {
  readonly key: string;
  readonly label: string;
  /** Shown as a small plate where the number helps. */
  readonly count?: number;
}

export interface TabsProps {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly selected: string;
  readonly onSelect: (key: string) => void;
  readonly children: ReactNode;
}

/** Views of one thing. One tab stop; arrows select as they move; the panel follows in the tab order. */
export function Tabs({ label, items, selected, onSelect, children }: TabsProps) {
  const id = useId();
  return (
    <div>
      <div
        role="tablist"
        aria-label={label}
        className="flex gap-6 overflow-x-auto border-b border-line [scrollbar-width:none]"
      >
        {items.map(({ key, label: name, count }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={key === selected}
            aria-controls={`${id}-panel`}
            tabIndex={key === selected ? 0 : -1}
            onClick={() => onSelect(key)}
            onKeyDown={(event) => {
              const to = moveFocus(event, itemsAround(event.currentTarget, "tablist", "tab"), "horizontal");
              const next = to === null ? undefined : items[to];
              if (next) onSelect(next.key);
            }}
            className="relative inline-flex min-h-12 shrink-0 items-center gap-2 text-muted transition-colors -outline-offset-2 after:absolute after:inset-x-0 after:bottom-0 after:h-0.75 after:rounded-t-[3px] hover:text-ink aria-selected:font-semibold aria-selected:text-ink aria-selected:after:bg-accent"
          >
            {name}
            {count !== undefined && (
              <span className="figures inline-flex h-6 min-w-6 items-center justify-center rounded-pill bg-brand-soft px-1.5 text-12 font-semibold text-brand">
                {count}
              </span>
            )}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${selected}`}
        tabIndex={0}
        className="pt-6 outline-offset-4"
      >
        {children}
      </div>
    </div>
  );
}
