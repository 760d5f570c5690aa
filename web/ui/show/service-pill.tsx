import { ArrowRight, ChevronRight } from "lucide-react";
import { Link } from "react-router";

export interface ServicePillProps {
  readonly name: string;
  readonly to: string;
}

const PHONE_ROW = "flex min-h-13 items-center justify-between gap-3 border-b border-line py-2";
const PILL = "md:inline-flex md:min-h-11 md:justify-center md:rounded-pill md:py-0";

/** A service to look at: a row with a chevron on phones, a pill from 768. Stands in `ServicePillList`. */
export function ServicePill({ name, to }: ServicePillProps) {
  return (
    <Link
      to={to}
      className={`${PHONE_ROW} font-medium transition-colors hover:bg-plate active:bg-plate ${PILL} md:border md:bg-card md:px-5`}
    >
      {name}
      <ChevronRight
        size={20}
        strokeWidth={1.5}
        aria-hidden="true"
        className="shrink-0 text-muted md:hidden rtl:-scale-x-100"
      />
    </Link>
  );
}

export interface ServicePillListProps {
  readonly services: readonly (ServicePillProps & { readonly id: string })[];
  readonly more?: { readonly label: string; readonly to: string };
}

/** The services of a category and the way to all of them. */
export function ServicePillList({ services, more }: ServicePillListProps) {
  return (
    <ul className="flex flex-col md:flex-row md:flex-wrap md:gap-3">
      {services.map(({ id, name, to }) => (
        <li key={id}>
          <ServicePill name={name} to={to} />
        </li>
      ))}
      {more && (
        <li>
          <Link
            to={more.to}
            className={`${PHONE_ROW} ${PILL} font-semibold text-brand hover:text-brand-strong md:border-0 md:px-4`}
          >
            {more.label}
            <ArrowRight
              size={20}
              strokeWidth={1.5}
              aria-hidden="true"
              className="shrink-0 rtl:-scale-x-100"
            />
          </Link>
        </li>
      )}
    </ul>
  );
}
