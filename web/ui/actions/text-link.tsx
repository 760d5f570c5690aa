import type { ReactNode } from "react";
import { Link } from "react-router";

export interface TextLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  /** On a line of its own: a 44 px target, underlined only under the pointer. Inside a sentence the line is always there. */
  readonly standalone?: boolean;
  /** Decorative, before the words. */
  readonly icon?: ReactNode;
  /** Set for addresses that the server answers itself and no page route covers. */
  readonly reloadDocument?: boolean;
}

/** A link in brand colour. */
export function TextLink({ to, children, standalone = false, icon, reloadDocument = false }: TextLinkProps) {
  const shape = standalone
    ? "inline-flex min-h-11 items-center gap-2 font-semibold hover:underline"
    : "font-medium underline";
  return (
    <Link
      to={to}
      reloadDocument={reloadDocument}
      discover={reloadDocument ? "none" : "render"}
      className={`rounded-[0.25rem] text-brand underline-offset-4 transition-colors hover:text-brand-strong ${shape}`}
    >
      {icon}
      {children}
    </Link>
  );
}
