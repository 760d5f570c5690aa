import type { ReactNode } from "react";
import { usePage } from "../../lib/page-context.ts";
import { PageMeta } from "../../lib/page-meta.tsx";
import { Breadcrumbs, type Crumb } from "../../ui/show/breadcrumbs.tsx";
import { breadcrumbList } from "./breadcrumb-list.ts";

export interface PageIntroProps {
  readonly title: string;
  /** From the root, without query: the canonical address. */
  readonly path: string;
  /** One or two sentences for search engines, ≤ 155 characters. */
  readonly description: string;
  /** Where the page stands, for pages below another. */
  readonly parents?: readonly Crumb[];
  /** Shown below the title; `description` is for the head only. */
  readonly lead: ReactNode;
  /** `SiteStatus` or `DraftNotice`. */
  readonly notice: ReactNode;
  /** Other schema.org objects than the breadcrumbs. */
  readonly jsonLd?: readonly Readonly<Record<string, unknown>>[];
}

/** The head and the top band of a content page: place, title, lead, one notice. */
export function PageIntro(props: PageIntroProps) {
  const { title, path, description, parents = [], lead, notice, jsonLd = [] } = props;
  const { origin } = usePage();
  const crumbs = parents.length > 0 ? [breadcrumbList(origin, [...parents, { label: title, to: path }])] : [];
  return (
    <header className="border-b border-warm-line bg-warm">
      <PageMeta title={title} description={description} path={path} jsonLd={[...crumbs, ...jsonLd]} />
      <div className={`page-width pb-8 md:pb-12 ${parents.length > 0 ? "pt-3 md:pt-6" : "pt-8 md:pt-12"}`}>
        {parents.length > 0 && <Breadcrumbs parents={parents} current={title} />}
        <h1 className="mt-2 max-w-reading text-30 md:text-40">{title}</h1>
        <p className="mt-3 max-w-form text-18 text-muted md:text-20">{lead}</p>
        <div className="mt-6">{notice}</div>
      </div>
    </header>
  );
}
