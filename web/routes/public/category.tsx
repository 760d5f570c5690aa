import { useSuspenseQuery } from "@tanstack/react-query";
import { type LoaderFunctionArgs, useParams } from "react-router";
import { CategoryServices } from "../../features/catalog/category-services.tsx";
import { columnOf, hasInstructors } from "../../features/catalog/catalog-tree.ts";
import { LandingIntro } from "../../features/catalog/landing-intro.tsx";
import { ALL_SERVICES, categoryPath, isSlug } from "../../features/catalog/paths.ts";
import { SupplyNotice } from "../../features/catalog/supply-notice.tsx";
import { breadcrumbList } from "../../features/content/breadcrumb-list.ts";
import { categoriesQuery, categoryQuery } from "../../lib/api/catalog.ts";
import { loadQueries, pageFailure } from "../../lib/api/load-queries.ts";
import { formatCount } from "../../lib/format/plural.ts";
import { usePage } from "../../lib/page-context.ts";
import { PageMeta } from "../../lib/page-meta.tsx";

const PARENTS = [{ label: "All services", to: ALL_SERVICES }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const slug = params["category"] ?? "";
  if (!isSlug(slug)) {
    await loadQueries(context, { may: [categoriesQuery()] });
    throw pageFailure(context, { status: 404, code: "category_not_found" });
  }
  return await loadQueries(context, { must: [categoryQuery(slug)], may: [categoriesQuery()] });
}

export default function Category() {
  const { category = "" } = useParams();
  const { origin } = usePage();
  const { data } = useSuspenseQuery(categoryQuery(category));
  const { slug, name, subtitle, service_count } = data;
  const column = columnOf(data, [data]);
  const path = categoryPath(slug);
  return (
    <>
      <PageMeta
        title={`${name} lessons in New York`}
        description={`${name}: ${subtitle}. ${formatCount(service_count, "service", "services")} with what their lessons are like, for whom and how long.`}
        path={path}
        jsonLd={[
          breadcrumbList(origin, [...PARENTS, { label: name, to: path }]),
          { "@type": "CollectionPage", name, url: origin + path },
        ]}
      />
      <LandingIntro parents={PARENTS} title={name} lead={subtitle}>
        {!hasInstructors([column]) && (
          <SupplyNotice>
            <span className="font-semibold text-ink">No one teaches this here yet.</span>{" "}
            {formatCount(service_count, "service is", "services are")} listed with what the lessons will be
            like.
          </SupplyNotice>
        )}
      </LandingIntro>
      <div className="page-width py-8 md:py-12">
        <CategoryServices groups={column.groups} />
      </div>
    </>
  );
}
