import type { ReactNode } from "react";
import { TextLink } from "../../ui/actions/text-link.tsx";
import { Article } from "./article.tsx";
import type { ArticleSection } from "./article-section.ts";
import { LEGAL_PAGES, type LegalPageFacts } from "./legal-pages.ts";
import { DraftNotice } from "./notices.tsx";

export interface LegalPageProps {
  readonly slug: LegalPageFacts["slug"];
  readonly lead: ReactNode;
  readonly sections: readonly ArticleSection[];
}

/** A policy: numbered sections under the note that it is a draft. */
export function LegalPage({ slug, lead, sections }: LegalPageProps) {
  const { title, description, version, subject } = LEGAL_PAGES[slug];
  return (
    <Article
      title={title}
      path={`/legal/${slug}`}
      description={description}
      parents={[{ label: "Home", to: "/" }]}
      lead={lead}
      notice={<DraftNotice version={version} subject={subject} />}
      sections={sections}
      isNumbered
      after={<OtherPages slug={slug} />}
    />
  );
}

function OtherPages({ slug }: { readonly slug: LegalPageFacts["slug"] }) {
  return (
    <nav aria-labelledby="other-pages">
      <h2 id="other-pages" className="text-18">
        Other policies
      </h2>
      <ul className="mt-2 flex flex-wrap gap-x-8">
        {Object.values(LEGAL_PAGES)
          .filter((page) => page.slug !== slug)
          .map((page) => (
            <li key={page.slug}>
              <TextLink to={`/legal/${page.slug}`} standalone>
                {page.title}
              </TextLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}
