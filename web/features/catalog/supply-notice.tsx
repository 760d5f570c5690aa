import type { ReactNode } from "react";

/** The honest state of the market, once per page. */
export function SupplyNotice({ children }: { readonly children: ReactNode }) {
  return (
    <p className="flex max-w-form gap-3 text-14 text-muted">
      <span
        aria-hidden="true"
        className="ms-0.5 mt-1.5 size-2 shrink-0 rounded-pill bg-accent ring-2 ring-ink forced-color-adjust-none"
      />
      <span>{children}</span>
    </p>
  );
}
