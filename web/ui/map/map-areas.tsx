import { memo } from "react";
import type { Area } from "./projection.ts";

export interface MapAreasProps {
  readonly areas: readonly Area[];
  readonly selected: ReadonlySet<string>;
  /** Pointed at from elsewhere: a card, a row of the list. */
  readonly highlightedId: string | null;
  readonly onChoose: ((id: string) => void) | undefined;
}

/** The land, one cell per neighbourhood. Drawn again only when a cell changes, not when the map moves. */
export const MapAreas = memo(function MapAreas({ areas, selected, highlightedId, onChoose }: MapAreasProps) {
  const isMarked = ({ id }: Area) => selected.has(id) || id === highlightedId;
  // What is marked lies on top, so that its line is whole.
  const ordered = [...areas.filter((area) => !isMarked(area)), ...areas.filter(isMarked)];
  return (
    <g strokeLinejoin="round" aria-hidden="true">
      {ordered.map((area) => {
        const tone = selected.has(area.id)
          ? "fill-brand-soft stroke-brand/70"
          : area.id === highlightedId
            ? "fill-brand-soft stroke-brand/50"
            : "fill-map-land stroke-map-line";
        return (
          <path
            key={area.id}
            d={area.path}
            data-area={area.id}
            strokeWidth={isMarked(area) ? 1.5 : 1}
            vectorEffect="non-scaling-stroke"
            onClick={onChoose && (() => onChoose(area.id))}
            className={`${tone} ${onChoose ? "cursor-pointer hover:fill-brand-soft" : ""}`}
          />
        );
      })}
    </g>
  );
});
