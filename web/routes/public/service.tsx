import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { type LoaderFunctionArgs, redirect, useParams } from "react-router";
import { columnOf, type ServiceDetail } from "../../features/catalog/catalog-tree.ts";
import { LandingIntro } from "../../features/catalog/landing-intro.tsx";
import {
  ALL_SERVICES,
  categoryPath,
  INDEXED_FROM,
  isSlug,
  servicePath,
} from "../../features/catalog/paths.ts";
import { ServiceFacts } from "../../features/catalog/service-facts.tsx";
import { SupplyNotice } from "../../features/catalog/supply-notice.tsx";
import { breadcrumbList } from "../../features/content/breadcrumb-list.ts";
import { categoriesQuery, categoryQuery, serviceQuery } from "../../lib/api/catalog.ts";
import { loadQueries, pageFailure } from "../../lib/api/load-queries.ts";
import { formatCount } from "../../lib/format/plural.ts";
import { usePage } from "../../lib/page-context.ts";
import { PageMeta } from "../../lib/page-meta.tsx";
import { pageQueries } from "../../lib/page-request.ts";
import { TextLink } from "../../ui/actions/text-link.tsx";
import { ServicePillList } from "../../ui/show/service-pill.tsx";

/** Characters that search engines show of a description. */
const DESCRIPTION_LENGTH = 155;

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { category = "", service = "" } = params;
  if (!isSlug(category) || !isSlug(service)) {
    await loadQueries(context, { may: [categoriesQuery()] });
    throw pageFailure(context, { status: 404, code: "service_not_found" });
  }
  const loaded = await loadQueries(context, {
    must: [serviceQuery(service)],
    may: [categoryQuery(category), categoriesQuery()],
  });
  const found = context.get(pageQueries).getQueryData(serviceQuery(service).queryKey);
  if (found && (found.category.slug !== category || found.slug !== service)) {
    throw redirect(servicePath(found.category.slug, found.slug), 308);
  }
  return loaded;
}

export default function Service() {
  const { service: asked = "" } = useParams();
  const { data: service } = useSuspenseQuery(serviceQuery(asked));
  const { name, category, subcategory, description, live_instructors, related } = service;
  const parents = [
    { label: "All services", to: ALL_SERVICES },
    { label: category.name, to: categoryPath(category.slug) },
  ];
  return (
    <>
      <ServiceMeta service={service} parents={parents} />
      <LandingIntro parents={parents} title={name} lead={description}>
        <SupplyNotice>
          {live_instructors > 0 ? (
            `${formatCount(live_instructors, "instructor teaches", "instructors teach")} this.`
          ) : (
            <>
              <span className="font-semibold text-ink">No one teaches this here yet.</span> The site is under
              construction, and nothing can be booked today.{" "}
              <TextLink to="/how-it-works">How it will work</TextLink>
            </>
          )}
        </SupplyNotice>
      </LandingIntro>
      <div className="page-width py-8 md:py-12">
        <section aria-labelledby="lessons" className="max-w-reading">
          <h2 id="lessons" className="mb-4 text-24">
            What the lessons are like
          </h2>
          <ServiceFacts service={service} terms={useTerms(service)} />
        </section>
        <section aria-labelledby="related" className="mt-12">
          <h2 id="related" className="mb-4 text-24">
            {related.length > 0 ? "Related services" : `More in ${category.name}`}
          </h2>
          <ServicePillList
            services={related.map(({ id, slug, name: label }) => ({
              id,
              name: label,
              to: servicePath(category.slug, slug),
            }))}
            more={{ label: subcategory.name, to: `${categoryPath(category.slug)}#${subcategory.slug}` }}
          />
        </section>
      </div>
    </>
  );
}

interface ServiceMetaProps {
  readonly service: ServiceDetail;
  readonly parents: readonly { readonly label: string; readonly to: string }[];
}

function ServiceMeta({ service, parents }: ServiceMetaProps) {
  const { origin } = usePage();
  const { slug, name, category, description, live_instructors } = service;
  const path = servicePath(category.slug, slug);
  return (
    <PageMeta
      title={`${name} lessons in NYC`}
      description={shorten(
        description ?? `${name} lessons in New York: for whom, how long, and whether online.`,
      )}
      path={path}
      noindex={live_instructors < INDEXED_FROM}
      jsonLd={[breadcrumbList(origin, [...parents, { label: name, to: path }])]}
    />
  );
}

/** Other words for the service, which only the lists of services carry. */
function useTerms({ id, category }: ServiceDetail): readonly string[] {
  const { data } = useQuery(categoryQuery(category.slug));
  if (!data) return [];
  const services = columnOf(data, [data]).groups.flatMap((group) => group.services);
  return services.find((service) => service.id === id)?.terms ?? [];
}

function shorten(text: string): string {
  if (text.length <= DESCRIPTION_LENGTH) return text;
  return `${text.slice(0, text.lastIndexOf(" ", DESCRIPTION_LENGTH - 1))}…`;
}
