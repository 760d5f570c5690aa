import { type ReactNode, useEffect, useId, useRef } from "react";
import { itemsAround, moveFocus } from "./arrow-keys.ts";
import { CategoryIcon } from "./category-icon.tsx";

export interface CategoryTab {
  readonly slug: string;
  readonly name: string;
  /** One line of at most 28 characters; longer ones are cut. */
  readonly subtitle: string;
  readonly icon: string;
}

export interface CategoryTabsProps {
  /** Names the group for screen readers. */
  readonly label: string;
  readonly categories: readonly CategoryTab[];
  readonly selected: string;
  readonly onSelect: (slug: string) => void;
  /** What the selected category shows. */
  readonly children: ReactNode;
}

/** The category bar. One tab stop; arrows select as they move. Scrolls sideways on phones, with half a tab to be seen. */
export function CategoryTabs({ label, categories, selected, onSelect, children }: CategoryTabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>(`[data-slug="${CSS.escape(selected)}"]`);
    tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [selected]);

  return (
    <div>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        className="-mx-4 flex snap-x overflow-x-auto border-b border-line px-4 [scrollbar-width:none] md:mx-0 md:grid md:auto-cols-fr md:grid-flow-col md:overflow-visible md:px-0"
      >
        {categories.map(({ slug, name, subtitle, icon }) => {
          const isSelected = slug === selected;
          return (
            <button
              key={slug}
              type="button"
              role="tab"
              data-slug={slug}
              id={`${id}-${slug}`}
              aria-selected={isSelected}
              aria-controls={`${id}-panel`}
              tabIndex={isSelected ? 0 : -1}
              onClick={() => onSelect(slug)}
              onKeyDown={(event) => {
                const to = moveFocus(event, itemsAround(event.currentTarget, "tablist", "tab"), "horizontal");
                const next = to === null ? undefined : categories[to];
                if (next) onSelect(next.slug);
              }}
              className="group relative flex min-w-24.5 shrink-0 snap-start flex-col items-center gap-1 px-2 pt-3 pb-4 text-center text-muted transition-colors -outline-offset-2 hover:text-ink aria-selected:text-ink md:min-w-0 md:px-1 md:pt-4"
            >
              <CategoryIcon icon={icon} />
              {/* The bold copy keeps the width, so that selecting moves nothing. */}
              <span className="grid text-14 whitespace-nowrap md:mt-1 md:text-16">
                <span className="col-start-1 row-start-1 font-medium group-aria-selected:font-bold md:font-normal">
                  {name}
                </span>
                <span aria-hidden="true" className="invisible col-start-1 row-start-1 font-bold">
                  {name}
                </span>
              </span>
              <span className="hidden w-full truncate text-12 md:block">{subtitle}</span>
              <span
                aria-hidden="true"
                className="absolute inset-x-5 -bottom-px h-0.75 origin-bottom scale-y-0 rounded-t-[3px] bg-accent transition-transform group-aria-selected:scale-y-100"
              />
            </button>
          );
        })}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`} className="pt-2 md:pt-6">
        {children}
      </div>
    </div>
  );
}
