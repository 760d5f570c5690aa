import { ChevronRight } from "lucide-react";
import { Link } from "react-router";

export interface Crumb {
  readonly label: string;
  readonly to: string;
}

export interface BreadcrumbsProps {
  readonly parents: readonly Crumb[];
  /** The page itself, which is no link. */
  readonly current: string;
}

/** Where a page stands; the last word is the page. */
export function Breadcrumbs({ parents, current }: BreadcrumbsProps) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="-ms-1 flex flex-wrap items-center text-14">
        {parents.map(({ label, to }) => (
          <li key={to} className="flex items-center">
            <Link
              to={to}
              className="inline-flex min-h-11 items-center rounded-control px-1 text-muted transition-colors hover:text-ink hover:underline md:min-h-8"
            >
              {label}
            </Link>
            <ChevronRight
              size={14}
              strokeWidth={2}
              aria-hidden="true"
              className="mx-1 text-muted rtl:-scale-x-100"
            />
          </li>
        ))}
        <li aria-current="page" className="px-1 font-medium">
          {current}
        </li>
      </ol>
    </nav>
  );
}
