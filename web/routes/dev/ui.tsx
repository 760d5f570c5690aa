import type { ComponentType } from "react";
import { data, Link, useSearchParams } from "react-router";
import { pageRequest } from "../../lib/page-request.ts";
import type { Route } from "./+types/ui.ts";

/** Each file of the gallery is a section; its default export is a component that shows every part in every state. */
const FILES = import.meta.glob<ComponentType>("../../ui/gallery/*.tsx", { eager: true, import: "default" });

const SECTIONS = Object.entries(FILES)
  .map(([path, Section]) => ({ name: path.slice(path.lastIndexOf("/") + 1, -".tsx".length), Section }))
  .sort((a, b) => rank(a.name) - rank(b.name));

/** The order of the component table in web §8; sections it does not know come last. */
function rank(name: string): number {
  const at = ["actions", "forms", "time", "show", "overlay"].indexOf(name);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
}

/** @throws a 404 in production, where this page does not exist. */
export function loader({ context }: Route.LoaderArgs): null {
  if (!context.get(pageRequest).devPages) throw data(null, { status: 404 });
  return null;
}

/** The design system in the browser: every component in every state, one section at a time (`?section=forms`) or all. */
export default function Gallery() {
  const [search] = useSearchParams();
  const wanted = search.get("section");
  const shown = SECTIONS.filter(({ name }) => wanted === null || name === wanted);
  return (
    <>
      <title>Components · iNSTAiNSTRU</title>
      <meta name="robots" content="noindex" />
      <div className="page-width py-8 md:py-12">
        <h1 className="text-40">Components</h1>
        <nav aria-label="Gallery" className="mt-4 mb-8 flex flex-wrap items-center gap-x-6 gap-y-1">
          <Choice section={null} isCurrent={wanted === null} label="All" />
          {SECTIONS.map(({ name }) => (
            <Choice key={name} section={name} isCurrent={wanted === name} label={name} />
          ))}
        </nav>
        {shown.map(({ name, Section }) => (
          <section key={name} aria-labelledby={`section-${name}`} className="mb-16">
            <h2 id={`section-${name}`} className="mb-6 text-30 capitalize">
              {name}
            </h2>
            <Section />
          </section>
        ))}
      </div>
    </>
  );
}

interface ChoiceProps {
  readonly section: string | null;
  readonly isCurrent: boolean;
  readonly label: string;
}

function Choice({ section, isCurrent, label }: ChoiceProps) {
  return (
    <Link
      to={section === null ? "." : `?section=${section}`}
      preventScrollReset
      aria-current={isCurrent ? "true" : undefined}
      className={`inline-flex min-h-11 items-center rounded-control capitalize underline-offset-4 hover:underline ${isCurrent ? "font-semibold text-brand" : "text-muted"}`}
    >
      {label}
    </Link>
  );
}
