import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  /** One sentence. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** What a list shows when there is nothing: icon, one sentence, one way on. */
export function EmptyState({ icon: Icon, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-4 px-4 py-12 text-center">
      <span className="grid size-14 place-items-center rounded-pill bg-brand-soft text-brand">
        <Icon size={24} strokeWidth={1.5} aria-hidden="true" />
      </span>
      <p className="max-w-80 text-18 font-medium text-balance">{children}</p>
      {action}
    </div>
  );
}
