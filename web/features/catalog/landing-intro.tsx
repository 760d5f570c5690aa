import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "../../ui/show/breadcrumbs.tsx";

export interface LandingIntroProps {
  readonly parents: readonly Crumb[];
  readonly title: string;
  readonly lead?: string | null;
  readonly children?: ReactNode;
}

/** The top of a category's or a service's page. */
export function LandingIntro({ parents, title, lead, children }: LandingIntroProps) {
  return (
    <header className="border-b border-warm-line bg-warm">
      <div className="page-width pt-3 pb-8 md:pt-6 md:pb-12">
        <Breadcrumbs parents={parents} current={title} />
        <h1 className="mt-2 max-w-reading text-30 md:text-40">{title}</h1>
        {lead && <p className="mt-3 max-w-form text-18 text-muted md:text-20">{lead}</p>}
        {children && <div className="mt-6">{children}</div>}
      </div>
    </header>
  );
}
