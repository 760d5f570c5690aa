import { Link } from "react-router";
import { CategoryIcon } from "../../ui/show/category-icon.tsx";
import { type CatalogColumn, hasInstructors, type ServiceGroup } from "./catalog-tree.ts";
import { categoryPath, servicePath } from "./paths.ts";

/** All categories side by side, every service a link. Parts out of sight are in the page and drawn when they come near. */
export function CatalogColumns({ columns }: { readonly columns: readonly CatalogColumn[] }) {
  const marksAbsence = hasInstructors(columns);
  return (
    <div className="grid gap-x-8 gap-y-12 sm:grid-cols-2 md:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5 2xl:grid-cols-7">
      {columns.map(({ slug, name, icon, groups }) => (
        <section key={slug} aria-labelledby={slug} className="min-w-0">
          <h2
            id={slug}
            className="sticky top-0 z-sticky scroll-mt-0 border-b border-ink bg-page pt-4 pb-3 text-18 tracking-normal"
          >
            <Link
              to={categoryPath(slug)}
              discover="none"
              className="-my-2 flex min-h-11 items-center gap-2 rounded-control hover:underline [&>svg]:text-brand"
            >
              <CategoryIcon icon={icon} />
              {name}
            </Link>
          </h2>
          {groups.map((group) => (
            <Group key={group.slug} group={group} marksAbsence={marksAbsence} />
          ))}
        </section>
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: ServiceGroup;
  /** Not while nobody teaches anything: then the page says so once. */
  readonly marksAbsence: boolean;
}

function Group({ group: { name, services }, marksAbsence }: GroupProps) {
  return (
    // The padding leaves room for focus rings, which this containment cuts at the edge.
    <div className="-mx-1 px-1 pt-6 [contain-intrinsic-size:auto_16rem] [content-visibility:auto]">
      <h3 className="text-14 font-semibold">{name}</h3>
      <ul className="mt-1 pb-1">
        {services.map(({ id, slug, home, name: service, live_instructors }) => (
          <li key={id}>
            <Link
              to={servicePath(home, slug)}
              discover="none"
              className="block rounded-[0.25rem] py-2.5 text-muted underline-offset-4 hover:text-ink hover:underline sm:py-1"
            >
              {service}
            </Link>
            {marksAbsence && live_instructors === 0 && (
              <span className="block pb-1 text-12 text-muted">No one yet</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
