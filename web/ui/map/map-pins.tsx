import { Link } from "react-router";
import type { Cluster } from "./cluster-pins.ts";
import { type Box, textWidth } from "./map-labels.ts";
import { type Size, toFrame, type View } from "./map-view.ts";
import type { Point } from "./projection.ts";

export interface MapPin {
  readonly id: string;
  /** Approximate, as the server sends it. */
  readonly lon: number;
  readonly lat: number;
  /** On the pin: "$95.20". Without it the pin is a dot. */
  readonly label?: string;
  /** For screen readers: "Sarah C., Piano, $95.20". */
  readonly name: string;
  readonly to?: string;
  /** Lighter: a relaxed result. */
  readonly isQuiet?: boolean;
}

export type PlacedPin = MapPin & Point;

/** SVG has no elements of its own for these. */
const ROLES = { picture: { role: "img" }, button: { role: "button" } } as const;

const HEIGHT = 28;
const LETTER_WIDTH = 8;
const DOT = 9;

export interface MapPinsProps {
  readonly clusters: readonly Cluster<PlacedPin>[];
  readonly view: View;
  readonly size: Size;
  readonly activeId: string | null;
  readonly onPoint: ((id: string | null) => void) | undefined;
  /** Shows what a cluster holds, one step closer. */
  readonly onOpen: (cluster: Cluster<PlacedPin>) => void;
}

/** Pins and, where they would lie on each other, ink circles with their number. The active pin is on top. */
export function MapPins({ clusters, view, size, activeId, onPoint, onOpen }: MapPinsProps) {
  const isActive = (cluster: Cluster<PlacedPin>) => cluster.pins.some(({ id }) => id === activeId);
  const ordered = [...clusters.filter((each) => !isActive(each)), ...clusters.filter(isActive)];
  return (
    <g textAnchor="middle" className="figures text-14 font-semibold">
      {ordered.map((cluster) => {
        const at = toFrame(view, size, cluster);
        const [pin] = cluster.pins;
        if (!pin) return null;
        return (
          <g
            key={pin.id}
            transform={`translate(${Math.round(at.x)} ${Math.round(at.y)})`}
            onPointerEnter={() => onPoint?.(pin.id)}
            onPointerLeave={() => onPoint?.(null)}
            onFocus={() => onPoint?.(pin.id)}
            onBlur={() => onPoint?.(null)}
          >
            {cluster.pins.length > 1 ? (
              <ClusterMark cluster={cluster} isActive={isActive(cluster)} onOpen={onOpen} />
            ) : (
              <PinMark pin={pin} isActive={pin.id === activeId} />
            )}
          </g>
        );
      })}
    </g>
  );
}

function PinMark({ pin, isActive }: { readonly pin: MapPin; readonly isActive: boolean }) {
  const drawing =
    pin.label === undefined ? (
      <circle r={DOT} strokeWidth={3} className="fill-brand stroke-card group-focus-visible:stroke-accent" />
    ) : (
      <PinPill label={pin.label} isActive={isActive} isQuiet={pin.isQuiet ?? false} />
    );
  if (pin.to === undefined) {
    return (
      <g {...ROLES.picture} aria-label={pin.name}>
        {drawing}
      </g>
    );
  }
  return (
    <Link to={pin.to} aria-label={pin.name} className="group outline-none">
      {drawing}
    </Link>
  );
}

function PinPill({
  label,
  isActive,
  isQuiet,
}: {
  readonly label: string;
  readonly isActive: boolean;
  readonly isQuiet: boolean;
}) {
  const grown = isActive ? 4 : 0;
  const width = pillWidth(label) + grown;
  const height = HEIGHT + grown;
  const tone = isActive
    ? "fill-brand stroke-brand"
    : `fill-card stroke-line group-hover:stroke-brand ${isQuiet ? "opacity-90" : ""}`;
  const text = isActive ? "fill-on-brand" : isQuiet ? "fill-muted font-normal" : "fill-ink";
  return (
    <>
      {isActive && <path d={`M-6 ${height / 2 - 1}h12l-6 7z`} className="fill-brand" />}
      <rect
        x={-width / 2 - 3}
        y={-height / 2 - 3}
        width={width + 6}
        height={height + 6}
        rx={height / 2 + 3}
        strokeWidth={2}
        className="fill-none stroke-none group-focus-visible:stroke-brand"
      />
      <rect
        x={-width / 2}
        y={-height / 2}
        width={width}
        height={height}
        rx={height / 2}
        className={`drop-shadow-sm ${tone}`}
      />
      <text dy="0.35em" className={text}>
        {label}
      </text>
    </>
  );
}

interface ClusterMarkProps {
  readonly cluster: Cluster<PlacedPin>;
  readonly isActive: boolean;
  readonly onOpen: (cluster: Cluster<PlacedPin>) => void;
}

function ClusterMark({ cluster, isActive, onOpen }: ClusterMarkProps) {
  return (
    <g
      {...ROLES.button}
      tabIndex={0}
      aria-label={`${cluster.pins.length} close together, zoom in`}
      onClick={() => onOpen(cluster)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onOpen(cluster);
      }}
      className="group cursor-pointer outline-none"
    >
      <circle r={22} className="fill-ink/20 group-focus-visible:fill-brand" />
      <circle r={17} className={isActive ? "fill-brand" : "fill-ink group-hover:fill-brand"} />
      <text dy="0.35em" className={isActive ? "fill-on-brand" : "fill-on-ink group-hover:fill-on-brand"}>
        {cluster.pins.length}
      </text>
    </g>
  );
}

/** The room that a cluster or its only pin takes in the frame. */
export function pinBox(cluster: Cluster<PlacedPin>, view: View, size: Size): Box {
  const at = toFrame(view, size, cluster);
  const [pin] = cluster.pins;
  const isPill = cluster.pins.length === 1 && pin?.label !== undefined;
  const width = isPill ? pillWidth(pin.label) : 44;
  const height = isPill ? HEIGHT : 44;
  return { left: at.x - width / 2, top: at.y - height / 2, width, height };
}

function pillWidth(label: string): number {
  return textWidth(label, LETTER_WIDTH) + 20;
}
