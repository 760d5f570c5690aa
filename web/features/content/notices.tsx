import type { ReactNode } from "react";
import { Banner } from "../../ui/show/banner.tsx";
import { TextLink } from "../../ui/actions/text-link.tsx";
import { formatFullDate } from "../../lib/format/date.ts";

/** What works today, once at the top, so that the page below can say plainly how things work. */
export function SiteStatus() {
  return (
    <UnderConstruction>
      This page says how they will work.{" "}
      <span className="whitespace-nowrap">
        <TextLink to="/about#today">What works today</TextLink>
      </span>
    </UnderConstruction>
  );
}

/** The state of the site in one line. */
export function UnderConstruction({ children }: { readonly children?: ReactNode }) {
  return (
    <div className="flex max-w-form gap-3 text-14">
      <span
        aria-hidden="true"
        className="ms-0.5 mt-1.5 size-2 shrink-0 rounded-pill bg-accent ring-2 ring-ink forced-color-adjust-none"
      />
      <p className="text-muted">
        <span className="font-semibold text-ink">Under construction.</span> You can browse the catalog today.
        Accounts, search and booking are not open yet. {children}
      </p>
    </div>
  );
}

export interface DraftNoticeProps {
  /** "2026-11-21". */
  readonly version: string;
  /** What the page is: "These terms are". */
  readonly subject: string;
}

/** For legal pages, in place of `SiteStatus`. */
export function DraftNotice({ version, subject }: DraftNoticeProps) {
  return (
    <div className="max-w-reading">
      <Banner tone="warning" title="Draft before launch, not yet reviewed by counsel">
        {subject} not in force: accounts and booking are not open, so nobody has been asked to agree to
        anything. Version of{" "}
        <time dateTime={version}>{formatFullDate(Temporal.PlainDate.from(version))}</time>.
      </Banner>
    </div>
  );
}
