import { type Box, LINE_HEIGHT, placeLabels, textWidth, wrapName } from "./map-labels.ts";
import { type Size, toFrame, type View } from "./map-view.ts";
import type { Area } from "./projection.ts";

export interface MapNamesProps {
  readonly areas: readonly Area[];
  readonly selected: ReadonlySet<string>;
  readonly view: View;
  readonly size: Size;
  /** Pins and buttons that no name may run under. */
  readonly obstacles: readonly Box[];
}

/** How much wider than its cell a name may be. */
const OVERHANG = 1.3;

/** Names of neighbourhoods, where they fit whole. Decoration: the list beside the map has them all. */
export function MapNames({ areas, selected, view, size, obstacles }: MapNamesProps) {
  const wishes = areas
    .map((area) => ({
      ...area,
      key: area.id,
      lines: wrapName(area.name),
      ...toFrame(view, size, area.center),
    }))
    .filter(({ id, bounds, lines }) => {
      const cell = (bounds.right - bounds.left) * view.scale;
      return selected.has(id) || Math.max(...lines.map((line) => textWidth(line))) <= cell * OVERHANG;
    })
    .sort((a, b) => Number(selected.has(b.id)) - Number(selected.has(a.id)) || surface(b) - surface(a));
  return (
    <g aria-hidden="true" className="pointer-events-none fill-muted text-12 font-medium" textAnchor="middle">
      {placeLabels(wishes, size, obstacles).map(({ id, x, y, lines }) => (
        <text
          key={id}
          strokeWidth={3}
          strokeLinejoin="round"
          className={`[paint-order:stroke] ${selected.has(id) ? "fill-brand stroke-brand-soft" : "stroke-map-land"}`}
        >
          {lines.map((line, at) => (
            <tspan
              key={line}
              x={round(x)}
              y={round(y + (at - (lines.length - 1) / 2) * LINE_HEIGHT)}
              dy="0.35em"
            >
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
}

function surface({ bounds }: Area): number {
  return (bounds.right - bounds.left) * (bounds.bottom - bounds.top);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
