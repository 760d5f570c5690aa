import type { Crumb } from "../../ui/show/breadcrumbs.tsx";

/** schema.org's form of the breadcrumbs, with absolute addresses. */
export function breadcrumbList(origin: string, crumbs: readonly Crumb[]): Readonly<Record<string, unknown>> {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ label, to }, at) => ({
      "@type": "ListItem",
      position: at + 1,
      name: label,
      item: origin + to,
    })),
  };
}
