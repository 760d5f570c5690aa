import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly isOpen?: boolean;
  /** Items that share a name close each other. */
  readonly group?: string;
}

/** A question with its answer folded away; works without any script and is found by the browser's own search. */
export function Disclosure({ summary, children, isOpen = false, group }: DisclosureProps) {
  return (
    <details open={isOpen} name={group} className="group border-b border-line">
      <summary className="flex min-h-13 list-none items-center justify-between gap-4 py-3 font-medium transition-colors hover:text-brand [&::-webkit-details-marker]:hidden">
        {summary}
        <ChevronDown
          size={20}
          strokeWidth={1.5}
          aria-hidden="true"
          className="shrink-0 text-muted transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="max-w-measure pb-5 text-muted">{children}</div>
    </details>
  );
}
