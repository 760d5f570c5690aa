import type { HeroPoint } from "../../map/hero-map.tsx";
import type { MapPin } from "../../map/map-pins.tsx";
import type { NeighborhoodShapes } from "../../map/neighborhood-shapes.ts";
import shapes from "./sample-neighborhoods.json" with { type: "json" };

/** Part of what the polygons endpoint sends. */
export const SAMPLE_SHAPES = shapes as unknown as NeighborhoodShapes;

const HERE = "#section-map";

export const SAMPLE_PINS: readonly MapPin[] = [
  { id: "a", lon: -73.98, lat: 40.672, label: "$95.20", name: "Piano in Park Slope, $95.20", to: HERE },
  { id: "b", lon: -73.995, lat: 40.687, label: "$100.80", name: "Piano in Cobble Hill, $100.80", to: HERE },
  {
    id: "c",
    lon: -73.968,
    lat: 40.678,
    label: "$89.60",
    name: "Piano in Prospect Heights, $89.60",
    to: HERE,
  },
  {
    id: "d",
    lon: -73.974,
    lat: 40.689,
    label: "$100.80",
    name: "Piano in Fort Greene, $100.80",
    to: HERE,
    isQuiet: true,
  },
  { id: "e", lon: -73.957, lat: 40.7145, label: "$84.00", name: "Piano in Williamsburg, $84.00", to: HERE },
  { id: "f", lon: -73.955, lat: 40.7138, label: "$92.40", name: "Piano in Williamsburg, $92.40", to: HERE },
  { id: "g", lon: -73.959, lat: 40.7152, label: "$80.00", name: "Piano in Williamsburg, $80.00", to: HERE },
];

export const SAMPLE_OPENINGS: readonly HeroPoint[] = [
  { id: "a", lon: -73.984, lat: 40.728, service: "Watercolor", time: "6:00 PM", to: HERE },
  { id: "b", lon: -73.998, lat: 40.715, service: "Mandarin", time: "2:45 PM", to: HERE },
  { id: "c", lon: -73.956, lat: 40.716, service: "Yoga", time: "5:00 PM", to: HERE },
  { id: "d", lon: -73.974, lat: 40.689, service: "Singing", time: "3:30 PM", to: HERE },
  { id: "e", lon: -73.94, lat: 40.742, service: "Chess", time: "4:15 PM", to: HERE },
  { id: "f", lon: -73.926, lat: 40.696, service: "Boxing", time: "3:00 PM", to: HERE },
  { id: "g", lon: -73.983, lat: 40.668, service: "Guitar", time: "6:30 PM", to: HERE },
];
