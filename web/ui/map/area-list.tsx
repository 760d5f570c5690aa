import { Disclosure } from "../show/disclosure.tsx";
import type { Area } from "./projection.ts";

export interface AreaListProps {
  readonly areas: readonly Area[];
  readonly selected: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  /** Tells which row is pointed at or focused, so that the map can show where it is. */
  readonly onPoint: (id: string | null) => void;
}

/** The same neighbourhoods as words: what the map does with a click, this does with any device. */
export function AreaList({ areas, selected, onToggle, onPoint }: AreaListProps) {
  const ordered = areas.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  return (
    <Disclosure summary="Choose neighborhoods from a list">
      <ul className="grid max-h-72 gap-x-4 overflow-y-auto overscroll-contain sm:grid-cols-2 lg:grid-cols-3">
        {ordered.map(({ id, name }) => (
          <li key={id}>
            <label
              onPointerEnter={() => onPoint(id)}
              onPointerLeave={() => onPoint(null)}
              className="flex min-h-11 cursor-pointer items-center gap-3 text-16 text-ink"
            >
              <input
                type="checkbox"
                checked={selected.has(id)}
                onChange={() => onToggle(id)}
                onFocus={() => onPoint(id)}
                onBlur={() => onPoint(null)}
                className="size-5 shrink-0 accent-brand"
              />
              {name}
            </label>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
