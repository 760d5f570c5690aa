import type { ReactNode } from "react";
import { Link } from "react-router";
import { Wordmark } from "./wordmark.tsx";

/** Skip link, header, main region and footer around every page. */
export function PageFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only rounded-control bg-card px-4 py-3 font-semibold text-brand focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-40"
      >
        Skip to content
      </a>
      <header className="border-b border-line">
        <div className="page-width flex h-14 items-center md:h-18">
          <Link to="/" className="inline-flex min-h-11 items-center rounded-control text-18">
            <Wordmark />
          </Link>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        {children}
      </main>
      <footer className="border-t border-line text-14 text-muted">
        <div className="page-width flex flex-wrap items-center gap-x-6 gap-y-2 py-8">
          <Wordmark />
          <span>Private lessons in New York City.</span>
        </div>
      </footer>
    </div>
  );
}
