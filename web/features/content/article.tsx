import type { ReactNode } from "react";
import type { ArticleSection } from "./article-section.ts";
import { PageIntro, type PageIntroProps } from "./page-intro.tsx";
import { Prose } from "./prose.tsx";
import { TableOfContents } from "./table-of-contents.tsx";

export interface ArticleProps extends PageIntroProps {
  readonly sections: readonly ArticleSection[];
  /** For texts whose parts are referred to by number. */
  readonly isNumbered?: boolean;
  /** As wide as the page, before the text. */
  readonly before?: ReactNode;
  /** Where to go on, after the last section. */
  readonly after?: ReactNode;
}

/** A page of text: intro, table of contents, sections. */
export function Article({ sections, isNumbered = false, before, after, ...intro }: ArticleProps) {
  return (
    <article>
      <PageIntro {...intro} />
      {before && <div className="page-width pt-8 md:pt-12">{before}</div>}
      <div className="page-width grid gap-8 py-8 md:py-12 lg:grid-cols-[14rem_minmax(0,45rem)] lg:gap-16">
        <div>
          <TableOfContents sections={sections} isNumbered={isNumbered} />
        </div>
        <div className="min-w-0">
          {sections.map((section, at) => (
            <Section key={section.id} section={section} number={isNumbered ? at + 1 : null} />
          ))}
          {after && <div className="mt-12 border-t border-line pt-8">{after}</div>}
        </div>
      </div>
    </article>
  );
}

interface SectionProps {
  readonly section: ArticleSection;
  readonly number: number | null;
}

function Section({ section: { id, title, body }, number }: SectionProps) {
  return (
    <section aria-labelledby={id} className="not-first:mt-12">
      <h2 id={id} tabIndex={-1} className="figures mb-4 scroll-mt-6 text-24">
        {number !== null && <span className="text-muted">{number}. </span>}
        {title}
      </h2>
      <Prose>{body}</Prose>
    </section>
  );
}
