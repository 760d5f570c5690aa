import { ChevronDown } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { Link, useLocation } from "react-router";
import type { ArticleSection } from "./article-section.ts";

export interface TableOfContentsProps {
  readonly sections: readonly Pick<ArticleSection, "id" | "title">[];
  readonly isNumbered?: boolean;
}

/** Stands beside the article and stays in view; on phones a disclosure above it, which stands open where no script could open it. */
export function TableOfContents({ sections, isNumbered = false }: TableOfContentsProps) {
  const [open, setOpen] = useState(false);
  const list = useId();
  useFocusOnJump();
  const List = isNumbered ? "ol" : "ul";
  return (
    <nav
      aria-label="On this page"
      className="rounded-card border border-line bg-card px-4 shadow-card lg:sticky lg:top-8 lg:max-h-[calc(100dvh-4rem)] lg:overflow-y-auto lg:rounded-none lg:border-0 lg:bg-transparent lg:px-0 lg:shadow-none"
    >
      <button
        type="button"
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
        className="flex min-h-13 w-full items-center justify-between rounded-control text-left font-semibold lg:hidden"
      >
        On this page
        <ChevronDown
          size={20}
          strokeWidth={1.75}
          aria-hidden="true"
          className={`text-muted transition-transform ${open ? "rotate-180" : ""}`}
        />
      </button>
      <p aria-hidden="true" className="hidden text-12 font-semibold text-muted lg:block">
        On this page
      </p>
      <List
        id={list}
        className={`pb-3 text-14 lg:mt-3 lg:block lg:border-s lg:border-line lg:pb-0 ${open ? "" : "hidden noscript:block"}`}
      >
        {sections.map(({ id, title }, at) => (
          <li key={id}>
            <Link
              to={`#${id}`}
              className="-mx-2 flex min-h-11 items-center gap-2 rounded-control px-2 py-1.5 text-muted transition-colors hover:text-ink hover:underline lg:mx-0 lg:min-h-8 lg:px-4"
            >
              {isNumbered && <span className="figures w-5 shrink-0 self-start">{at + 1}.</span>}
              {title}
            </Link>
          </li>
        ))}
      </List>
    </nav>
  );
}

/** Moves the focus to the heading that was jumped to, as a browser does where no script takes the click. */
function useFocusOnJump(): void {
  const { hash, key } = useLocation();
  const arrivedAt = useRef(key);
  useEffect(() => {
    if (key === arrivedAt.current) return;
    arrivedAt.current = key;
    if (hash) document.getElementById(hash.slice(1))?.focus({ preventScroll: true });
  }, [hash, key]);
}
