import type { LoaderFunctionArgs } from "react-router";
import { categoriesQuery } from "../../lib/api/catalog.ts";
import { loadQueries, pageFailure } from "../../lib/api/load-queries.ts";

/** Every address without a page. */
export async function loader({ context }: LoaderFunctionArgs): Promise<never> {
  await loadQueries(context, { may: [categoriesQuery()] });
  throw pageFailure(context, { status: 404, code: "page_not_found" });
}

export default function NotFound() {
  return null;
}
