import type { RouteEntry } from "#platform/http/route-inventory.ts";

export type RouteRow = Pick<RouteEntry, "method" | "path" | "guard" | "bucket">;

/** The text of docs/routes.md: one row per method and path, sorted, so that a changed guard shows in review. */
export function renderRouteTable(routes: readonly RouteRow[]): string {
  const rows = routes
    .toSorted((a, b) => compare(a.path, b.path) || compare(a.method, b.method))
    .map(({ method, path, guard, bucket }) => `| ${method} | \`${path}\` | ${guard} | ${bucket} |`);
  return [
    "# Routes",
    "",
    "Written from the running application; `npm run check` fails when it is stale.",
    "",
    "| Method | Path | Who | Rate bucket |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
