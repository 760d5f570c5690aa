import { type ReactNode, useId } from "react";

export interface PageBandProps {
  readonly title: string;
  readonly lead?: string;
  readonly tone?: "page" | "warm";
  /** The heading stands beside the content on wide screens. */
  readonly isSplit?: boolean;
  readonly children: ReactNode;
}

/** A part of a page as wide as the page. */
export function PageBand({ title, lead, tone = "page", isSplit = false, children }: PageBandProps) {
  const heading = useId();
  return (
    <section
      aria-labelledby={heading}
      className={tone === "warm" ? "border-y border-warm-line bg-warm" : undefined}
    >
      <div
        className={`figures page-width py-12 md:py-16 ${isSplit ? "lg:grid lg:grid-cols-[1fr_2fr] lg:gap-16" : ""}`}
      >
        <div>
          <h2 id={heading} className="text-24 md:text-30">
            {title}
          </h2>
          {lead && <p className="mt-2 max-w-form text-muted">{lead}</p>}
        </div>
        <div className={`mt-6 ${isSplit ? "lg:mt-0" : "md:mt-8"}`}>{children}</div>
      </div>
    </section>
  );
}
