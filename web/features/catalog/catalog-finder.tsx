import { SearchX } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { formatCount } from "../../lib/format/plural.ts";
import { buttonClass } from "../../ui/actions/button-style.ts";
import { EmptyState } from "../../ui/show/empty-state.tsx";
import { CatalogColumns } from "./catalog-columns.tsx";
import { type CategoryTree, columnOf, countServices, filterColumns, hasInstructors } from "./catalog-tree.ts";
import { FilterBox } from "./filter-box.tsx";
import { JumpBar } from "./jump-bar.tsx";
import { ALL_SERVICES } from "./paths.ts";
import { SupplyNotice } from "./supply-notice.tsx";

/** All services with one box that filters them; it starts with `q` of the address. */
export function CatalogFinder({ categories }: { readonly categories: readonly CategoryTree[] }) {
  const [params] = useSearchParams();
  const asked = (params.get("q") ?? "").slice(0, 100);
  const [from, setFrom] = useState(asked);
  const [query, setQuery] = useState(asked);
  if (from !== asked) {
    setFrom(asked);
    setQuery(asked);
  }
  const applied = useDeferredValue(query);
  const columns = useMemo(() => categories.map((one) => columnOf(one, categories)), [categories]);
  const shown = useMemo(() => filterColumns(columns, applied), [columns, applied]);
  const all = countServices(columns);
  const count = countServices(shown);
  const isFiltered = applied.trim() !== "";
  return (
    <>
      <header className="border-b border-warm-line bg-warm">
        <div className="page-width-wide grid items-end gap-6 py-8 md:py-12 lg:grid-cols-[1fr_minmax(0,33rem)]">
          <div>
            <h1 className="text-40 md:text-52">All services</h1>
            <p className="figures mt-2 mb-4 text-18 text-muted">
              {formatCount(all, "thing", "things")} to learn in New York.
            </p>
            {!hasInstructors(columns) && (
              <SupplyNotice>
                <span className="font-semibold text-ink">No instructors are live yet.</span> Each page says
                what its lessons will be like; nothing can be booked today.
              </SupplyNotice>
            )}
          </div>
          <FilterBox query={query} onQuery={setQuery} />
        </div>
      </header>
      <div className="page-width-wide pt-4 pb-16">
        <output className={isFiltered ? "figures block py-2 text-14 text-muted" : "sr-only"}>
          {isFiltered && `${formatCount(count, "service", "services")} for “${applied.trim()}”`}
        </output>
        {count === 0 ? (
          <EmptyState
            icon={SearchX}
            action={
              <Link
                to={ALL_SERVICES}
                onClick={() => setQuery("")}
                className={buttonClass({ variant: "secondary" })}
              >
                Show all services
              </Link>
            }
          >
            Nothing here is called that. Try one plain word, like “guitar”.
          </EmptyState>
        ) : (
          <>
            <JumpBar columns={shown} />
            <CatalogColumns columns={shown} />
          </>
        )}
      </div>
    </>
  );
}
