import { ChevronLeft, ChevronRight } from "lucide-react";
import { Link } from "react-router";
import { Button } from "../actions/button.tsx";
import { pageWindow } from "./page-window.ts";

export interface PaginationProps {
  /** What is paged: "Results". */
  readonly label: string;
  readonly page: number;
  readonly pageCount: number;
  readonly hrefFor: (page: number) => string;
}

const CELL =
  "figures inline-flex min-h-11 min-w-11 items-center justify-center rounded-control px-2 text-14 font-medium";

/** Links to pages of a list. At either end the way on is absent, not greyed out. */
export function Pagination({ label, page, pageCount, hrefFor }: PaginationProps) {
  if (pageCount <= 1) return null;
  return (
    <nav aria-label={`${label}, pages`} className="flex flex-wrap items-center justify-center gap-1">
      {page > 1 && <Step to={hrefFor(page - 1)} rel="prev" />}
      <ol className="flex items-center gap-1">
        {pageWindow(page, pageCount).map((at, index) =>
          at === null ? (
            <li
              key={`gap-${index}`}
              aria-hidden="true"
              className={`${CELL} max-sm:min-w-6 max-sm:px-0 text-muted`}
            >
              …
            </li>
          ) : (
            <li key={at} className={at === page ? "" : "max-sm:nth-[n+2]:nth-last-[n+2]:hidden"}>
              <Link
                to={hrefFor(at)}
                aria-label={`Page ${at}`}
                aria-current={at === page ? "page" : undefined}
                className={`${CELL} transition-colors hover:bg-plate aria-[current=page]:bg-brand-soft aria-[current=page]:text-brand`}
              >
                {at}
              </Link>
            </li>
          ),
        )}
      </ol>
      {page < pageCount && <Step to={hrefFor(page + 1)} rel="next" />}
    </nav>
  );
}

function Step({ to, rel }: { readonly to: string; readonly rel: "prev" | "next" }) {
  const isNext = rel === "next";
  const Icon = isNext ? ChevronRight : ChevronLeft;
  return (
    <Link
      to={to}
      rel={rel}
      aria-label={isNext ? "Next page" : "Previous page"}
      className={`${CELL} transition-colors hover:bg-plate`}
    >
      <Icon size={20} strokeWidth={1.5} aria-hidden="true" className="rtl:-scale-x-100" />
    </Link>
  );
}

export interface LoadMoreProps {
  readonly shown: number;
  readonly total: number;
  /** What is counted, in the plural: "lessons". */
  readonly noun: string;
  readonly isLoading?: boolean;
  readonly onLoad: () => void;
}

/** Brings the next part of a list; keeps its width while loading and says how much is shown. */
export function LoadMore({ shown, total, noun, isLoading = false, onLoad }: LoadMoreProps) {
  return (
    <div className="flex flex-col items-center gap-3">
      <output className="figures text-14 text-muted">
        {shown} of {total} {noun}
      </output>
      {shown < total && (
        <Button variant="secondary" busy={isLoading} busyLabel="Loading…" onClick={onLoad}>
          Load more
        </Button>
      )}
    </div>
  );
}
