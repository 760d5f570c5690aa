import { CircleAlert } from "lucide-react";
import { Button } from "./actions/button.tsx";

export interface FailurePanelProps {
  /** What is missing, as the end of "We couldn’t show …": "the categories". */
  readonly what: string;
  /** Why and what to do, from the API. */
  readonly detail: string;
  readonly supportCode: string | null;
  readonly onRetry: () => void;
  readonly busy?: boolean;
}

/** In place of a region that failed, while the rest of the page goes on (web §2). */
export function FailurePanel({ what, detail, supportCode, onRetry, busy = false }: FailurePanelProps) {
  return (
    <div role="alert" className="rounded-card border border-line bg-card p-4 shadow-card md:p-6">
      <div className="flex gap-3">
        <CircleAlert
          size={20}
          strokeWidth={1.75}
          aria-hidden="true"
          className="mt-0.5 shrink-0 text-danger"
        />
        <div className="min-w-0">
          <p className="font-semibold">We couldn’t show {what}</p>
          <p className="mt-1 text-14 text-muted">{detail}</p>
          <div className="mt-4">
            <Button variant="secondary" onClick={onRetry} busy={busy} busyLabel="Trying…">
              Try again
            </Button>
          </div>
          <SupportCode code={supportCode} />
        </div>
      </div>
    </div>
  );
}

/** What a person can name to us, so that we find what went wrong. */
export function SupportCode({ code }: { readonly code: string | null }) {
  if (!code) return null;
  return (
    <p className="mt-4 text-12 text-muted">
      Support code <span className="figures break-all select-all">{code}</span>
    </p>
  );
}
