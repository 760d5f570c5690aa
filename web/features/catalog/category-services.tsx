import { Link } from "react-router";
import type { CatalogColumn } from "./catalog-tree.ts";
import { servicePath } from "./paths.ts";

/** Everything in one category, by its parts. */
export function CategoryServices({ groups }: Pick<CatalogColumn, "groups">) {
  return (
    <div className="grid gap-x-8 gap-y-10 sm:grid-cols-2 lg:grid-cols-4">
      {groups.map(({ slug, name, services }) => (
        <section key={slug} aria-labelledby={slug} className="border-t-2 border-control pt-4">
          <h2 id={slug} className="text-18 tracking-normal">
            {name}
          </h2>
          <ul className="mt-2">
            {services.map((service) => (
              <li key={service.id}>
                <Link
                  to={servicePath(service.home, service.slug)}
                  discover="none"
                  className="block rounded-[0.25rem] py-2.5 text-muted underline-offset-4 hover:text-ink hover:underline sm:py-1"
                >
                  {service.name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
