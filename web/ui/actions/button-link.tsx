import type { ReactNode } from "react";
import { Link } from "react-router";
import { type ButtonLook, buttonClass } from "./button-style.ts";

export interface ButtonLinkProps extends ButtonLook {
  readonly to: string;
  readonly children: ReactNode;
  /** Decorative, before the words. */
  readonly icon?: ReactNode;
  /** Set for addresses that the server answers itself and no page route covers. */
  readonly reloadDocument?: boolean;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ to, children, icon, reloadDocument = false, ...look }: ButtonLinkProps) {
  return (
    <Link
      to={to}
      reloadDocument={reloadDocument}
      discover={reloadDocument ? "none" : "render"}
      className={buttonClass(look)}
    >
      {icon}
      {children}
    </Link>
  );
}
