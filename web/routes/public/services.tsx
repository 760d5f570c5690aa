import { useSuspenseQuery } from "@tanstack/react-query";
import type { LoaderFunctionArgs } from "react-router";
import { CatalogFinder } from "../../features/catalog/catalog-finder.tsx";
import { ALL_SERVICES, categoryPath } from "../../features/catalog/paths.ts";
import { browseQuery } from "../../lib/api/catalog.ts";
import { loadQueries } from "../../lib/api/load-queries.ts";
import { usePage } from "../../lib/page-context.ts";
import { PageMeta } from "../../lib/page-meta.tsx";

export async function loader({ context }: LoaderFunctionArgs) {
  return await loadQueries(context, { must: [browseQuery()] });
}

/** Another filter is of the same catalogue. */
export function shouldRevalidate(): boolean {
  return false;
}

export default function Services() {
  const { origin } = usePage();
  const { data } = useSuspenseQuery(browseQuery());
  return (
    <>
      <PageMeta
        title="All services"
        description="Every skill of the catalog by category, from music and tutoring to languages, arts and sports."
        path={ALL_SERVICES}
        jsonLd={[
          {
            "@type": "CollectionPage",
            name: "All services",
            url: origin + ALL_SERVICES,
            mainEntity: {
              "@type": "ItemList",
              itemListElement: data.items.map(({ slug, name }, at) => ({
                "@type": "ListItem",
                position: at + 1,
                name,
                url: origin + categoryPath(slug),
              })),
            },
          },
        ]}
      />
      <CatalogFinder categories={data.items} />
    </>
  );
}
