import { Problem } from "#platform/http/problem.ts";

/** 404 for a category, subcategory or service that does not exist or is no longer offered. */
export function notInCatalog(thing: "category" | "subcategory" | "service"): Problem {
  return new Problem({
    status: 404,
    code: "not_found",
    detail: `There is no such ${thing}. All that can be taught here is listed under /services.`,
  });
}

/** The catalogue file cannot be used; nothing was written. */
export class CatalogFileError extends Error {
  override name = "CatalogFileError";
  /** One line per fault. */
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(
      `catalog.json has ${faults.length} fault${faults.length === 1 ? "" : "s"}:\n  ${faults.join("\n  ")}`,
    );
    this.faults = faults;
  }
}
