import { TextLink } from "../../ui/actions/text-link.tsx";
import { Article } from "./article.tsx";
import type { ArticleSection } from "./article-section.ts";
import { getHelpArticle } from "./help-articles.ts";
import { SiteStatus } from "./notices.tsx";

export interface HelpArticleProps {
  readonly slug: string;
  readonly sections: readonly ArticleSection[];
  /** Slugs of what people look for next. */
  readonly related: readonly string[];
}

/** A help page; title and summary come from the list that the index shows. */
export function HelpArticle({ slug, sections, related }: HelpArticleProps) {
  const { title, summary } = getHelpArticle(slug);
  return (
    <Article
      title={title}
      path={`/help/${slug}`}
      description={summary}
      parents={[{ label: "Help", to: "/help" }]}
      lead={summary}
      notice={<SiteStatus />}
      sections={sections}
      after={<Related slugs={related} />}
    />
  );
}

function Related({ slugs }: { readonly slugs: readonly string[] }) {
  return (
    <nav aria-labelledby="related">
      <h2 id="related" className="text-18">
        Related
      </h2>
      <ul className="mt-2">
        {slugs.map(getHelpArticle).map(({ slug, title, summary }) => (
          <li key={slug} className="py-1">
            <TextLink to={`/help/${slug}`} standalone>
              {title}
            </TextLink>
            <p className="max-w-form text-14 text-muted">{summary}</p>
          </li>
        ))}
      </ul>
      <p className="mt-6">
        <TextLink to="/help" standalone>
          All help articles
        </TextLink>
      </p>
    </nav>
  );
}
