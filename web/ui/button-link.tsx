import type { ReactNode } from "react";
import { Link } from "react-router";

export interface ButtonLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  /** Set for addresses that the server answers itself and no page route covers. */
  readonly reloadDocument?: boolean;
}

/** A link that looks like the one filled button of a view; 44 px high. */
export function ButtonLink({ to, children, reloadDocument = false }: ButtonLinkProps) {
  return (
    <Link
      to={to}
      reloadDocument={reloadDocument}
      discover={reloadDocument ? "none" : "render"}
      className="inline-flex min-h-11 items-center rounded-control bg-brand px-5 font-semibold text-on-brand transition-colors duration-120 ease-out hover:bg-brand-strong active:bg-brand-strong"
    >
      {children}
    </Link>
  );
}
