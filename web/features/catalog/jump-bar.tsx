import type { CatalogColumn } from "./catalog-tree.ts";

/** Phones: from the top straight to a category. */
export function JumpBar({ columns }: { readonly columns: readonly CatalogColumn[] }) {
  return (
    <nav aria-label="Categories" className="-mx-4 overflow-x-auto px-4 [scrollbar-width:none] sm:hidden">
      <ul className="flex gap-2">
        {columns.map(({ slug, name }) => (
          <li key={slug}>
            <a
              href={`#${slug}`}
              className="inline-flex min-h-11 items-center rounded-pill border border-line bg-card px-4 text-14 font-medium whitespace-nowrap"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
