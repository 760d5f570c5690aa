import { CalendarSearch } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { Button } from "../actions/button.tsx";
import { StartListbox } from "./start-listbox.tsx";
import type { Start } from "./start-moves.ts";

export type StartListState =
  | { readonly kind: "no-date" }
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly onRetry: () => void }
  | {
      readonly kind: "none";
      /** "No 60-minute start on Sat, May 9." */
      readonly message: string;
      /** The nearest day that has one. */
      readonly next?: { readonly label: string; readonly onGo: () => void } | undefined;
    }
  | { readonly kind: "starts"; readonly starts: readonly Start[] };

export interface StartListProps {
  /** "Start times on Saturday, May 9". */
  readonly label: string;
  readonly state: StartListState;
  /** Id of the chosen start. */
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}

/**
 * The starts of one day (web §7a.4): one box of one size whose content changes. A single start is chosen by itself and
 * says that it is the only one.
 */
export function StartList({ label, state, value, onChange }: StartListProps) {
  const only = state.kind === "starts" && state.starts.length === 1 ? state.starts[0]?.id : undefined;
  useEffect(() => {
    if (only !== undefined && value !== only) onChange(only);
  }, [only, value, onChange]);

  return (
    <div
      className="min-h-40 overflow-hidden rounded-control border border-control bg-card"
      aria-busy={state.kind === "loading"}
    >
      <p role="status" className="sr-only">
        {announce(state)}
      </p>
      <Content label={label} state={state} value={value} onChange={onChange} />
    </div>
  );
}

function Content({ label, state, value, onChange }: StartListProps) {
  switch (state.kind) {
    case "no-date":
      return (
        <Message>
          <CalendarSearch aria-hidden="true" size={24} strokeWidth={1.5} />
          Pick a date to see times
        </Message>
      );
    case "loading":
      return <SkeletonRows />;
    case "failed":
      return (
        <Message>
          The times did not load.
          <Button variant="secondary" onClick={state.onRetry}>
            Try again
          </Button>
        </Message>
      );
    case "none":
      return (
        <Message>
          {state.message}
          {state.next && (
            <Button variant="secondary" onClick={state.next.onGo}>
              {state.next.label}
            </Button>
          )}
        </Message>
      );
    case "starts":
      return <StartListbox label={label} starts={state.starts} value={value} onChange={onChange} />;
  }
}

function announce(state: StartListState): string {
  switch (state.kind) {
    case "no-date":
      return "";
    case "loading":
      return "Loading times";
    case "failed":
      return "The times did not load.";
    case "none":
      return state.message;
    case "starts":
      return state.starts.length === 1 ? "1 time, the only one left" : `${state.starts.length} times`;
  }
}

function Message({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex min-h-40 flex-col items-center justify-center gap-3 p-4 text-center text-muted">
      {children}
    </div>
  );
}

/** Shown only after 150 ms (web §2), so that quick answers do not flicker. */
function SkeletonRows() {
  return (
    <div aria-hidden="true" className="motion-safe:animate-[appear_200ms_ease-out_150ms_both]">
      <div className="space-y-2 p-3 motion-safe:animate-shimmer">
        <div className="ms-3 h-4 w-20 rounded-pill bg-plate" />
        {["w-36", "w-40", "w-44", "w-36", "w-40"].map((width, at) => (
          <div key={`${width}-${at}`} className="flex h-9 items-center px-3">
            <div className={`h-4 rounded-pill bg-plate ${width}`} />
          </div>
        ))}
      </div>
    </div>
  );
}
