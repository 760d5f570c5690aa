import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { Link } from "react-router";
import { categoriesQuery } from "../../lib/api/catalog.ts";
import { isLive } from "../../lib/site-links.ts";
import { CategoryIcon } from "../../ui/show/category-icon.tsx";

/** Ways on for somebody who is lost: every category, once its pages exist. Absent when the catalogue cannot be read. */
export function CategoryLinks() {
  const { data } = useQuery(categoriesQuery());
  if (!data || !isLive("/services")) return null;
  return (
    <section aria-labelledby="instead" className="mt-16 border-t border-line pt-8">
      <h2 id="instead" className="text-24">
        Things to learn
      </h2>
      <ul className="mt-6 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-4">
        {data.items.map(({ id, slug, name, icon }) => (
          <li key={id}>
            <Link
              to={`/services/${slug}`}
              className="flex min-h-13 items-center gap-3 border-b border-line font-medium transition-colors hover:text-brand"
            >
              <CategoryIcon icon={icon} />
              {name}
            </Link>
          </li>
        ))}
        <li>
          <Link
            to="/services"
            className="flex min-h-13 items-center gap-2 border-b border-line font-semibold text-brand transition-colors hover:text-brand-strong"
          >
            All services
            <ArrowRight size={20} strokeWidth={1.5} aria-hidden="true" />
          </Link>
        </li>
      </ul>
    </section>
  );
}
