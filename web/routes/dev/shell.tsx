import { data, Link } from "react-router";
import { categoriesQuery, categoryQuery } from "../../lib/api/catalog.ts";
import { loadQueries, pageFailure } from "../../lib/api/load-queries.ts";
import { PageMeta } from "../../lib/page-meta.tsx";
import { pageRequest } from "../../lib/page-request.ts";
import { Button } from "../../ui/actions/button.tsx";
import { QueryRegion, Region } from "../../ui/region.tsx";
import { useToasts } from "../../ui/shell/toasts.tsx";
import { Skeleton } from "../../ui/show/skeleton.tsx";
import type { Route } from "./+types/shell.ts";

const MISSING = "no-such-category";
const FAILURES = ["403", "404", "500", "defect"] as const;

/**
 * What a page does when something fails, to look at and for the browser tests: `?fail=` is the failure of the whole page.
 * @throws a 404 in production, where this page does not exist
 */
export async function loader({ context, request }: Route.LoaderArgs) {
  if (!context.get(pageRequest).devPages) throw data(null, { status: 404 });
  const fail = new URL(request.url).searchParams.get("fail");
  if (fail === "defect") throw new Error("asked for at /dev/shell");
  if (fail) throw pageFailure(context, { status: Number(fail), code: "asked_for" });
  return await loadQueries(context, { must: [categoriesQuery()], may: [categoryQuery(MISSING)] });
}

export default function Shell() {
  const { show } = useToasts();
  return (
    <div className="page-width py-12">
      <PageMeta title="Shell" noindex />
      <h1 className="text-40">Shell</h1>
      <div className="mt-8 flex flex-wrap gap-3">
        <Button variant="secondary" onClick={() => show("Week saved")}>
          Save week
        </Button>
        <Button
          variant="secondary"
          onClick={() => show("Conversation archived", { undo: () => show("Put back") })}
        >
          Archive conversation
        </Button>
      </div>
      <ul className="mt-8 flex flex-wrap gap-6">
        {FAILURES.map((failure) => (
          <li key={failure}>
            <Link to={`?fail=${failure}`} className="text-brand underline underline-offset-4">
              Fail with {failure}
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-8 grid max-w-reading grid-cols-1 gap-6">
        <QueryRegion
          query={categoriesQuery()}
          what="the categories"
          pending={<Skeleton className="h-6 w-40" />}
        >
          {({ items }) => (
            <ul aria-label="Categories" className="flex flex-wrap gap-4">
              {items.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          )}
        </QueryRegion>
        <QueryRegion
          query={categoryQuery(MISSING)}
          what="that category"
          pending={<Skeleton className="h-6 w-40" />}
        >
          {({ name }) => <p>{name}</p>}
        </QueryRegion>
        <Region what="what comes next">
          <p>This part draws.</p>
        </Region>
      </div>
    </div>
  );
}
