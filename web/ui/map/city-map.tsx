import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { AreaList } from "./area-list.tsx";
import { type Cluster, clusterPins } from "./cluster-pins.ts";
import { MapAreas } from "./map-areas.tsx";
import { MapControls, ZOOM_STEP } from "./map-controls.tsx";
import { type Box, textWidth } from "./map-labels.ts";
import { MapNames } from "./map-names.tsx";
import { type MapPin, MapPins, type PlacedPin, pinBox } from "./map-pins.tsx";
import { fitBounds, panBy, type Size, zoomAt } from "./map-view.ts";
import type { NeighborhoodShapes } from "./neighborhood-shapes.ts";
import { type Bounds, CITY_CENTER, drawAreas, project, unionBounds } from "./projection.ts";
import { useElementSize } from "./use-element-size.ts";
import { useMapGestures } from "./use-map-gestures.ts";
import { useMapView } from "./use-map-view.ts";

export interface CityMapProps {
  /** Names the map: "Where the instructors are". */
  readonly label: string;
  readonly shapes: NeighborhoodShapes;
  /** Filled and outlined. */
  readonly selectedIds?: readonly string[];
  /** Pointed at from a card or row outside. */
  readonly highlightedId?: string | null;
  /** Makes the neighbourhoods choosable, by click and in a list under the map. */
  readonly onToggleArea?: (id: string) => void;
  readonly pins?: readonly MapPin[];
  readonly activePinId?: string | null;
  /** Hover and focus of a pin, for the card that belongs to it. */
  readonly onPointPin?: (id: string | null) => void;
  /** The page scrolls past it, so one finger and the plain wheel are the page's. */
  readonly isCooperative?: boolean;
  /** Over the map, in its middle at the top: "Search this area". */
  readonly action?: ReactNode;
  /** Over the map, at the bottom: what the pins mean. */
  readonly note?: string;
  /** Height and radius of the frame. */
  readonly className: string;
}

/** Assumed until the frame is measured; the picture is centred, so that measuring does not move its middle. */
const UNMEASURED: Size = { width: 640, height: 480 };
/** Pixels within which pins would lie on each other. */
const REACH = { x: 76, y: 34 };
const CLOSEST_FIT = 0.4;
/** Opening a cluster leaves this many pixels around its pins, and comes at most this many times closer. */
const OPEN_PADDING = 100;
const OPEN_STEP = 8;
const PAN_STEP = 60;
/** Clears the zoom buttons. */
const FIT_PADDING = 76;
const NO_PINS: readonly MapPin[] = [];
const NO_IDS: readonly string[] = [];

/**
 * New York's neighbourhoods as one SVG. It shows what is selected and pinned, else the city's centre. Complete without
 * any script; with it: drag, wheel, pinch, buttons, arrow keys, + and −.
 */
export function CityMap(props: CityMapProps) {
  const {
    label,
    shapes,
    selectedIds = NO_IDS,
    onToggleArea,
    activePinId = null,
    onPointPin,
    className,
  } = props;
  const frame = useRef<HTMLDivElement>(null);
  const size = useElementSize(frame, UNMEASURED);
  const isLive = useSyncExternalStore(neverChanges, isBrowser, isServer);
  const [pointedId, setPointedId] = useState<string | null>(null);
  const areas = useMemo(() => drawAreas(shapes), [shapes]);
  const selected = useMemo(() => new Set(selectedIds), [selectedIds]);
  const pins = usePlacedPins(props.pins ?? NO_PINS);
  const limits = useMemo(() => unionBounds(areas.map(({ bounds }) => bounds)), [areas]);
  const [initial] = useState(() =>
    focusOf(
      areas.filter(({ id }) => selected.has(id)).map(({ bounds }) => bounds),
      pins,
    ),
  );
  const map = useMapView(
    (frameSize) => fitBounds(initial, frameSize, FIT_PADDING, CLOSEST_FIT),
    size,
    limits,
  );
  const { handlers, wasDragged } = useMapGestures(frame, {
    size,
    map,
    isCooperative: props.isCooperative ?? false,
  });
  const { view } = map;

  const clusters = useMemo(
    () => clusterPins(pins, { x: REACH.x / view.scale, y: REACH.y / view.scale }),
    [pins, view.scale],
  );
  const zoom = (factor: number) =>
    map.glide((from) => zoomAt(from, size, { x: size.width / 2, y: size.height / 2 }, factor));
  const open = ({ pins: joined }: Cluster<PlacedPin>) =>
    map.glide((from) => fitBounds(focusOf([], joined), size, OPEN_PADDING, from.scale * OPEN_STEP));

  const choose = useCallback(
    (id: string) => {
      if (!wasDragged()) onToggleArea?.(id);
    },
    [onToggleArea, wasDragged],
  );
  const obstacles = [
    ...coverBoxes(size, props.note, props.action !== undefined),
    ...clusters.map((cluster) => pinBox(cluster, view, size)),
  ];

  // Its own keys work while it has the focus; without any script it is a picture with links.
  const frameRole = isLive
    ? {
        role: "application",
        tabIndex: 0,
        "aria-keyshortcuts": "ArrowUp ArrowDown ArrowLeft ArrowRight + - 0",
        onKeyDown: (event: KeyboardEvent<HTMLElement>) => handleKey(event, map, zoom),
      }
    : { role: "group" };

  return (
    <div>
      <div
        ref={frame}
        aria-label={label}
        {...frameRole}
        {...handlers}
        className={`relative isolate overflow-hidden border border-line bg-map-water select-none ${
          props.isCooperative ? "touch-pan-y" : "touch-none"
        } ${className}`}
      >
        <svg
          viewBox={`0 0 ${size.width} ${size.height}`}
          preserveAspectRatio="xMidYMid slice"
          className="absolute inset-0 size-full cursor-grab active:cursor-grabbing"
        >
          <g
            transform={`translate(${size.width / 2} ${size.height / 2}) scale(${view.scale}) translate(${-view.x} ${-view.y})`}
          >
            <MapAreas
              areas={areas}
              selected={selected}
              highlightedId={pointedId ?? props.highlightedId ?? null}
              onChoose={onToggleArea && choose}
            />
          </g>
          <MapNames areas={areas} selected={selected} view={view} size={size} obstacles={obstacles} />
          <MapPins
            clusters={clusters}
            view={view}
            size={size}
            activeId={activePinId}
            onPoint={onPointPin}
            onOpen={open}
          />
        </svg>
        {props.action && <div className="absolute inset-x-16 top-3 flex justify-center">{props.action}</div>}
        {isLive && <MapControls onZoom={zoom} />}
        {props.note && (
          <p className="pointer-events-none absolute bottom-3 left-3 rounded-control bg-card/90 px-2 py-1 text-12 text-muted">
            {props.note}
          </p>
        )}
      </div>
      {isLive && onToggleArea && (
        <AreaList areas={areas} selected={selected} onToggle={onToggleArea} onPoint={setPointedId} />
      )}
    </div>
  );
}

function handleKey(
  event: KeyboardEvent<HTMLElement>,
  map: ReturnType<typeof useMapView>,
  zoom: (factor: number) => void,
): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const moves: Record<string, () => void> = {
    ArrowLeft: () => map.glide((view) => panBy(view, PAN_STEP, 0)),
    ArrowRight: () => map.glide((view) => panBy(view, -PAN_STEP, 0)),
    ArrowUp: () => map.glide((view) => panBy(view, 0, PAN_STEP)),
    ArrowDown: () => map.glide((view) => panBy(view, 0, -PAN_STEP)),
    "+": () => zoom(ZOOM_STEP),
    "=": () => zoom(ZOOM_STEP),
    "-": () => zoom(1 / ZOOM_STEP),
    "0": map.reset,
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  move();
}

/** What lies over the map: the zoom buttons, the action in the middle, the note at the bottom. */
function coverBoxes({ width, height }: Size, note: string | undefined, hasAction: boolean): Box[] {
  const boxes = [{ left: width - 68, top: 0, width: 68, height: 112 }];
  if (hasAction) boxes.push({ left: width / 2 - 110, top: 0, width: 220, height: 64 });
  if (note) boxes.push({ left: 0, top: height - 44, width: textWidth(note) + 36, height: 44 });
  return boxes;
}

function usePlacedPins(pins: readonly MapPin[]): PlacedPin[] {
  return useMemo(() => pins.map((pin) => ({ ...pin, ...project([pin.lon, pin.lat]) })), [pins]);
}

/** What the map opens on: all that is selected or pinned, else the middle of Manhattan and its neighbours. */
function focusOf(selected: readonly Bounds[], pins: readonly PlacedPin[]): Bounds {
  const points = pins.map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y }));
  const { x, y } = project(CITY_CENTER);
  const around = 1_400;
  return (
    unionBounds([...selected, ...points]) ?? {
      left: x - around,
      top: y - around,
      right: x + around,
      bottom: y + around,
    }
  );
}

const neverChanges = () => () => {};
const isBrowser = () => true;
const isServer = () => false;
