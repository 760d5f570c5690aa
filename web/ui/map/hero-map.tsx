import { useMemo, useRef } from "react";
import { Link } from "react-router";
import { labelBox, placeLabels, textWidth } from "./map-labels.ts";
import { fitBounds, panBy, type Size, toFrame } from "./map-view.ts";
import type { NeighborhoodShapes } from "./neighborhood-shapes.ts";
import { drawAreas, type Point, project, unionBounds } from "./projection.ts";
import { useElementSize } from "./use-element-size.ts";

/** A real opening of today. */
export interface HeroPoint {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly service: string;
  /** Formatted: "4:15 PM". */
  readonly time: string;
  /** The time sheet with it preset. */
  readonly to: string;
}

export interface HeroMapProps {
  readonly shapes: NeighborhoodShapes;
  readonly points: readonly HeroPoint[];
  readonly className: string;
}

const FEWEST = 3;
const UNMEASURED: Size = { width: 640, height: 560 };
/** The part that the mask leaves whole, at the end and the top. */
const CLEAR = { width: 0.66, height: 0.8 };
/** Pixels that the names take after the dots. */
const PILL_ROOM = 120;
const CLOSEST = 0.35;
const PILL_HEIGHT = 26;
const DOT_GAP = 16;

/**
 * Today's openings where they are, fading into the page at the start and the bottom. Not drawn below three. It repeats
 * what "Starting soon" says, so screen readers and the Tab key pass it by.
 */
export function HeroMap(props: HeroMapProps) {
  return props.points.length < FEWEST ? null : <HeroPicture {...props} />;
}

function HeroPicture({ shapes, points, className }: HeroMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useElementSize(frame, UNMEASURED);
  const areas = useMemo(() => drawAreas(shapes), [shapes]);
  const placed = points.map((point) => ({ ...point, ...project([point.lon, point.lat]) }));
  const box = unionBounds(placed.map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y })));
  if (!box) return null;

  const clear = { width: size.width * CLEAR.width, height: size.height * CLEAR.height };
  const fitted = fitBounds(box, { ...clear, width: clear.width - PILL_ROOM }, 32, CLOSEST);
  const view = panBy(fitted, (size.width - clear.width - PILL_ROOM) / 2, (clear.height - size.height) / 2);
  const dots = placed.map((point) => ({ ...point, ...toFrame(view, size, point) }));
  const pills = placePills(dots, size);

  return (
    <div
      ref={frame}
      aria-hidden="true"
      className={`relative overflow-hidden [mask-composite:intersect] [mask-image:linear-gradient(to_right,transparent,black_40%),linear-gradient(to_top,transparent,black_25%)] rtl:[mask-image:linear-gradient(to_left,transparent,black_40%),linear-gradient(to_top,transparent,black_25%)] ${className}`}
    >
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="xMidYMid slice"
        className="absolute inset-0 size-full"
      >
        <g
          transform={`translate(${size.width / 2} ${size.height / 2}) scale(${view.scale}) translate(${-view.x} ${-view.y})`}
        >
          {areas.map(({ id, path }) => (
            <path
              key={id}
              d={path}
              vectorEffect="non-scaling-stroke"
              className="fill-[light-dark(#f6f0e6,#241f2e)] stroke-map-line"
            />
          ))}
        </g>
        <g className="figures text-12">
          {pills.map((pill) => (
            <Link key={pill.id} to={pill.to} tabIndex={-1} className="group">
              <rect
                x={pill.x - pillWidth(pill) / 2}
                y={pill.y - PILL_HEIGHT / 2}
                width={pillWidth(pill)}
                height={PILL_HEIGHT}
                rx={PILL_HEIGHT / 2}
                className="fill-card stroke-line group-hover:stroke-brand"
              />
              <text x={pill.x} y={pill.y} dy="0.35em" textAnchor="middle">
                <tspan className="fill-muted">{pill.service} </tspan>
                <tspan className="fill-ink font-semibold">{pill.time}</tspan>
              </text>
            </Link>
          ))}
          {dots.map((dot) => (
            <Link key={dot.id} to={dot.to} tabIndex={-1}>
              <circle cx={dot.x} cy={dot.y} r={6} strokeWidth={2} className="fill-accent stroke-on-accent" />
            </Link>
          ))}
        </g>
      </svg>
    </div>
  );
}

/** Names the openings after their dots, or before them where that is free; one that fits nowhere stays a dot. */
function placePills(dots: readonly (HeroPoint & Point)[], size: Size) {
  const obstacles = dots.map(({ x, y }) => ({ left: x - 8, top: y - 8, width: 16, height: 16 }));
  const wishes = (side: 1 | -1) =>
    dots.map((dot) => ({
      ...dot,
      key: dot.id,
      x: dot.x + side * (DOT_GAP + pillWidth(dot) / 2),
      lines: [`${dot.service} ${dot.time}`],
    }));
  const after = placeLabels(wishes(1), size, obstacles);
  const named = new Set(after.map(({ id }) => id));
  const rest = wishes(-1).filter(({ id }) => !named.has(id));
  return [...after, ...placeLabels(rest, size, [...obstacles, ...after.map(labelBox)])];
}

function pillWidth({ service, time }: HeroPoint): number {
  return textWidth(`${service} ${time}`, 6.6) + 20;
}
