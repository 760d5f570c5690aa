import { Link, NavLink } from "react-router";
import { accountLinks, headerLinks } from "../../lib/site-links.ts";
import { ButtonLink } from "../actions/button-link.tsx";
import { Wordmark } from "../wordmark.tsx";
import { MenuSheet } from "./menu-sheet.tsx";

export interface SiteHeaderProps {
  /** As wide as the widest page, for pages that are. */
  readonly wide: boolean;
}

/** 72 px, on phones 56 with a menu. */
export function SiteHeader({ wide }: SiteHeaderProps) {
  return (
    <header className="border-b border-line bg-page">
      <div
        className={`flex min-h-14 flex-wrap items-center justify-between gap-x-4 md:min-h-18 ${wide ? "page-width-wide" : "page-width"}`}
      >
        <Link to="/" className="inline-flex min-h-11 items-center rounded-control text-18">
          <Wordmark />
        </Link>
        {headerLinks.length > 0 && <MenuSheet links={[...headerLinks, ...accountLinks]} />}
        <nav aria-label="Main" className="hidden items-center gap-1 md:flex lg:gap-3">
          {headerLinks.map(({ to, label }) => (
            <HeaderLink key={to} to={to} label={label} />
          ))}
          {accountLinks.map(({ to, label }) =>
            to === "/signup" ? (
              <ButtonLink key={to} to={to} variant="secondary">
                {label}
              </ButtonLink>
            ) : (
              <HeaderLink key={to} to={to} label={label} />
            ),
          )}
        </nav>
      </div>
    </header>
  );
}

/** The selected page has the yellow bar on the header's lower edge. */
function HeaderLink({ to, label }: { readonly to: string; readonly label: string }) {
  return (
    <NavLink
      to={to}
      className="relative inline-flex min-h-11 items-center rounded-control px-3 font-medium transition-colors last:-mr-3 hover:bg-plate aria-[current=page]:after:absolute aria-[current=page]:after:inset-x-3 aria-[current=page]:after:-bottom-3.5 aria-[current=page]:after:h-0.75 aria-[current=page]:after:rounded-t-[3px] aria-[current=page]:after:bg-accent aria-[current=page]:after:forced-color-adjust-none"
    >
      {label}
    </NavLink>
  );
}
