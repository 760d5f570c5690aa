import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { Link } from "react-router";
import { footerGroups, type LinkGroup } from "../../lib/site-links.ts";
import { Wordmark } from "../wordmark.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

/** Every link resolves: groups and links without a page are absent. */
export function SiteFooter() {
  return (
    <footer className="border-t border-line bg-page">
      <div className="page-width">
        {footerGroups.length > 0 && (
          <nav
            aria-label="Footer"
            className="md:flex md:flex-wrap md:gap-8 md:border-b md:border-line md:py-12"
          >
            <div className="hidden flex-[2_1_14rem] md:block">
              <p className="text-18">
                <Wordmark />
              </p>
              <p className="mt-3 max-w-56 text-14 text-muted">Private lessons in New York City.</p>
            </div>
            {footerGroups.map((group) => (
              <FooterGroup key={group.title} group={group} />
            ))}
          </nav>
        )}
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 py-6 text-14 text-muted">
          <p>
            © <Wordmark plain />
          </p>
          <ThemeSwitch />
        </div>
      </div>
    </footer>
  );
}

/** A column; on phones a disclosure of 52 px, which stands open where no script could open it. */
function FooterGroup({ group: { title, links } }: { readonly group: LinkGroup }) {
  const [open, setOpen] = useState(false);
  const list = useId();
  return (
    <section className="border-b border-line md:flex-[1_1_8rem] md:border-0">
      <h2 className="text-16 tracking-normal md:text-14">
        <span className="hidden md:inline">{title}</span>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={list}
          onClick={() => setOpen(!open)}
          className="flex min-h-13 w-full items-center justify-between rounded-control text-left font-semibold md:hidden"
        >
          {title}
          <ChevronDown
            size={20}
            strokeWidth={1.75}
            aria-hidden="true"
            className={`text-muted transition-transform ${open ? "rotate-180" : ""}`}
          />
        </button>
      </h2>
      <ul id={list} className={`pb-3 md:mt-2 md:block md:pb-0 ${open ? "" : "hidden noscript:block"}`}>
        {links.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              className="inline-flex min-h-11 items-center rounded-control text-14 text-muted transition-colors hover:text-ink hover:underline md:min-h-8"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
