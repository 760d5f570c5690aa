import { Minus, Plus } from "lucide-react";
import type { ReactNode } from "react";

export interface MapControlsProps {
  readonly onZoom: (factor: number) => void;
}

/** One click of a zoom button. */
export const ZOOM_STEP = 1.6;

/** Zoom in and out, for everybody without a wheel or two fingers. */
export function MapControls({ onZoom }: MapControlsProps) {
  return (
    <div className="absolute top-3 right-3 flex flex-col divide-y divide-line overflow-hidden rounded-control border border-line bg-card shadow-hover">
      <ZoomButton label="Zoom in" onPress={() => onZoom(ZOOM_STEP)}>
        <Plus size={20} strokeWidth={1.5} aria-hidden="true" />
      </ZoomButton>
      <ZoomButton label="Zoom out" onPress={() => onZoom(1 / ZOOM_STEP)}>
        <Minus size={20} strokeWidth={1.5} aria-hidden="true" />
      </ZoomButton>
    </div>
  );
}

interface ZoomButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function ZoomButton({ label, onPress, children }: ZoomButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onPress}
      className="grid size-11 place-items-center transition-colors -outline-offset-2 hover:bg-plate active:bg-line"
    >
      {children}
    </button>
  );
}
