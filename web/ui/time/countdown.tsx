import { useEffect, useRef, useState } from "react";
import { formatRemaining, spokenRemaining } from "./countdown-text.ts";

export interface CountdownProps {
  /** The instant it runs to, in milliseconds since 1970 UTC. */
  readonly until: number;
  /** The current instant in the same unit; corrected for the server's clock where the caller knows it. */
  readonly now: () => number;
  /** The whole time in seconds; draws the ring that empties. */
  readonly total?: number | undefined;
  /** After the figures: "left". */
  readonly suffix?: string;
  readonly onEnd?: (() => void) | undefined;
}

/** Time that runs out, quietly: no red and no words before two minutes, then spoken once, and once at the end. */
export function Countdown({ until, now, total, suffix = "left", onEnd }: CountdownProps) {
  // Unknown while the server renders: its clock and the browser's would differ, and so would the HTML.
  const [left, setLeft] = useState<number | null>(null);
  const latest = useRef({ now, onEnd });
  useEffect(() => {
    latest.current = { now, onEnd };
  });
  useEffect(() => {
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((until - latest.current.now()) / 1000));
      setLeft(seconds);
      if (seconds > 0) return;
      clearInterval(timer);
      latest.current.onEnd?.();
    };
    const timer = setInterval(tick, 1000);
    tick();
    return () => clearInterval(timer);
  }, [until]);

  const isLate = left !== null && left <= 120;
  return (
    <span className={`inline-flex items-center gap-2 ${isLate ? "text-danger" : "text-ink"}`}>
      {total !== undefined && <Ring share={(left ?? total) / total} />}
      <span role="timer" className={`figures font-semibold ${left === null ? "invisible" : ""}`}>
        {formatRemaining(left ?? 0)} {suffix}
      </span>
      <span role="status" className="sr-only">
        {left === null ? "" : spokenRemaining(left)}
      </span>
    </span>
  );
}

function Ring({ share }: { readonly share: number }) {
  const filled = Math.min(1, Math.max(0, share)) * 100;
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6 shrink-0 -rotate-90 fill-none stroke-3">
      <circle cx="12" cy="12" r="9" className="stroke-line" />
      <circle
        cx="12"
        cy="12"
        r="9"
        pathLength="100"
        strokeDasharray={`${filled} 100`}
        className="stroke-brand"
      />
    </svg>
  );
}
