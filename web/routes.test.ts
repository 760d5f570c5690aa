import type { RouteConfigEntry } from "@react-router/dev/routes";
import { expect, test } from "vitest";
import { isLive, plannedPages } from "./lib/site-links.ts";
import routes from "./routes.ts";

function pathsOf(entries: readonly RouteConfigEntry[], parent = ""): string[] {
  return entries.flatMap(({ path, index, children }) => {
    const full = path === undefined ? parent : `${parent}/${path}`;
    return [
      ...(path !== undefined || index ? [full === "" ? "/" : full] : []),
      ...pathsOf(children ?? [], full),
    ];
  });
}

const patterns = pathsOf(routes)
  .filter((path) => path !== "/*")
  .map((path) => new RegExp(`^${path.replaceAll(/:[^/]+/g, "[^/]+")}$`));
const hasRoute = (path: string) => patterns.some((pattern) => pattern.test(path));

test.each([...plannedPages])("the shell links to %s exactly when it exists", (path) => {
  expect(isLive(path)).toBe(hasRoute(path));
});
