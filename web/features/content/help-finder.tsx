import { Search, SearchX } from "lucide-react";
import { Form, Link, useSearchParams } from "react-router";
import { formatCount } from "../../lib/format/plural.ts";
import { Button } from "../../ui/actions/button.tsx";
import { TextLink } from "../../ui/actions/text-link.tsx";
import { TextInput } from "../../ui/forms/text-input.tsx";
import { EmptyState } from "../../ui/show/empty-state.tsx";
import { HELP_GROUPS, type HelpGroup } from "./help-articles.ts";
import { filterHelp } from "./help-search.ts";

/** All articles by group, filtered by `q` of the address; a plain GET form, so it needs no script. */
export function HelpFinder() {
  const [params] = useSearchParams();
  const query = (params.get("q") ?? "").trim().slice(0, 100);
  const groups = filterHelp(HELP_GROUPS, query);
  const count = groups.reduce((sum, { articles }) => sum + articles.length, 0);
  return (
    <>
      <search>
        <Form
          method="get"
          action="/help"
          preventScrollReset
          className="flex max-w-form flex-col gap-3 sm:flex-row sm:items-end [&>button]:min-h-12"
        >
          <div className="grow">
            <TextInput
              key={query}
              label="Search help"
              name="q"
              type="search"
              defaultValue={query}
              maxLength={100}
              enterKeyHint="search"
              autoComplete="off"
            />
          </div>
          <Button
            type="submit"
            variant="secondary"
            icon={<Search size={20} strokeWidth={1.5} aria-hidden="true" />}
          >
            Search
          </Button>
        </Form>
      </search>
      <output className="mt-4 block text-14 text-muted">
        {query === ""
          ? formatCount(count, "article", "articles")
          : `${formatCount(count, "article", "articles")} for “${query}”`}
      </output>
      {query !== "" && (
        <TextLink to="/help" standalone>
          Show all articles
        </TextLink>
      )}
      {count === 0 ? (
        <EmptyState icon={SearchX}>
          No article has all of these words. Try one word, like “cancel”.
        </EmptyState>
      ) : (
        <div className="mt-6 grid gap-x-16 gap-y-10 md:mt-8 md:grid-cols-2 md:gap-y-12">
          {groups.map((group) => (
            <Group key={group.title} group={group} />
          ))}
        </div>
      )}
    </>
  );
}

function Group({ group: { title, articles } }: { readonly group: HelpGroup }) {
  return (
    <section className="border-t-2 border-control pt-4">
      <h2 className="text-20">{title}</h2>
      <ul className="mt-2 divide-y divide-line">
        {articles.map(({ slug, title: name, summary }) => (
          <li key={slug}>
            <Link to={`/help/${slug}`} className="group block rounded-control py-4">
              <span className="font-semibold text-brand underline-offset-4 group-hover:underline">
                {name}
              </span>
              <span className="mt-1 block text-14 text-muted">{summary}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
