import { useQuery } from "@tanstack/react-query";
import type { LoaderFunctionArgs } from "react-router";
import { CategoryBar } from "../../features/catalog/category-bar.tsx";
import { SkillSearch } from "../../features/catalog/skill-search.tsx";
import { TrustLines } from "../../features/catalog/trust-lines.tsx";
import { categoriesQuery, topServicesQuery } from "../../lib/api/catalog.ts";
import { loadQueries } from "../../lib/api/load-queries.ts";
import { usePage } from "../../lib/page-context.ts";
import { PageMeta, SITE_NAME } from "../../lib/page-meta.tsx";
import { TextLink } from "../../ui/actions/text-link.tsx";
import { QueryRegion } from "../../ui/region.tsx";

const STEPS = [
  {
    title: "Say it your way",
    text: "Type what you want to learn, where and when, in plain words.",
  },
  {
    title: "Pick a real opening",
    text: "See times that are truly free, each with the total price.",
  },
  {
    title: "You are booked",
    text: "The lesson is confirmed at once. No request, no waiting for a yes.",
  },
] as const;

export async function loader({ context }: LoaderFunctionArgs) {
  return await loadQueries(context, { may: [categoriesQuery(), topServicesQuery()] });
}

export default function Home() {
  const { origin } = usePage();
  return (
    <>
      <PageMeta
        title="Private lessons in New York"
        description="A marketplace for private lessons in New York City, under construction. Browse the catalog; booking is not open yet."
        path="/"
        jsonLd={[
          { "@type": "Organization", name: SITE_NAME, url: `${origin}/` },
          {
            "@type": "WebSite",
            name: SITE_NAME,
            url: `${origin}/`,
            potentialAction: {
              "@type": "SearchAction",
              target: `${origin}/services?q={search_term_string}`,
              "query-input": "required name=search_term_string",
            },
          },
        ]}
      />
      <Hero />
      <section aria-label="What you can learn" className="page-width pt-2 pb-4 md:pt-4 md:pb-8">
        <Categories />
      </section>
      <HowItWorks />
      <section aria-label="What protects you" className="page-width pb-12 md:pb-16">
        <TrustLines />
        <p className="mt-3">
          <TextLink to="/trust" standalone>
            Trust &amp; safety
          </TextLink>
        </p>
      </section>
    </>
  );
}

function Hero() {
  return (
    <section className="border-b border-warm-line bg-warm">
      <div className="page-width py-12 md:py-24">
        <h1 className="max-w-reading text-40 lg:text-52">
          Pick a skill. Pick a time. Be booked on the spot.
        </h1>
        <p className="mt-4 max-w-form text-18 text-muted md:text-20">
          We are building the place to book a private instructor in New York City. You can’t book here yet;
          you can look through what will be taught.
        </p>
        <div className="mt-8 md:mt-12">
          <SkillSearch />
        </div>
      </div>
    </section>
  );
}

function Categories() {
  const { data: top } = useQuery(topServicesQuery());
  return (
    <QueryRegion
      query={categoriesQuery()}
      what="the categories"
      pending={<div className="h-44 animate-shimmer rounded-card bg-plate" />}
    >
      {({ items }) => <CategoryBar categories={items} top={top?.items ?? []} />}
    </QueryRegion>
  );
}

function HowItWorks() {
  return (
    <section aria-labelledby="how" className="page-width py-12 md:py-16">
      <h2 id="how" className="text-24 md:text-30">
        How it will work
      </h2>
      <ol className="mt-8 grid gap-8 md:grid-cols-3 md:gap-10">
        {STEPS.map((step, at) => (
          <li key={step.title} className="border-t-2 border-control pt-5">
            <h3 className="flex gap-3 text-18 font-semibold">
              <span aria-hidden="true" className="text-muted tabular-nums">
                {at + 1}
              </span>
              {step.title}
            </h3>
            <p className="mt-2 text-muted">{step.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
