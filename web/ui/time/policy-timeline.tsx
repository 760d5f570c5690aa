export interface PolicyPart {
  /** "Until Fri, May 8, 10:00 AM". */
  readonly when: string;
  /** "$90.00 back as credit". */
  readonly outcome: string;
  /** "$10.80 fee kept." */
  readonly detail: string;
  readonly tone: "free" | "partial" | "late";
  readonly isNow?: boolean | undefined;
}

export interface PolicyTimelineProps {
  /** As the server words them, in time order. */
  readonly parts: readonly PolicyPart[];
  /** Where it ends: "Sat, May 9, 10:00 AM". */
  readonly start: string;
}

/** What cancelling costs and when (web §7a.6): a bar on wide screens, a vertical line on phones; words and stripes carry it without colour. */
export function PolicyTimeline({ parts, start }: PolicyTimelineProps) {
  return (
    <ol className="sm:flex sm:gap-1">
      {parts.map((part) => (
        <Part key={part.when} part={part} />
      ))}
      <li className="relative ps-8 sm:sr-only">
        <Dot tone="start" />
        <p className="figures font-semibold">{start}</p>
        <p className="text-14 text-muted">Lesson starts</p>
      </li>
    </ol>
  );
}

/** The bar's parts are 5 : 3 : 3, not to scale. Stripes are an SVG pattern's job nowhere else, so a gradient will do. */
const STYLES = {
  free: {
    bar: "bg-success",
    dot: "border-success",
    text: "text-success",
    width: "sm:flex-5",
  },
  partial: {
    bar: "bg-[repeating-linear-gradient(-45deg,var(--color-accent-ink)_0_4px,var(--color-warning-soft)_4px_8px)]",
    dot: "border-accent-ink",
    text: "text-ink",
    width: "sm:flex-3",
  },
  late: { bar: "bg-control", dot: "border-control", text: "text-ink", width: "sm:flex-3" },
  start: { dot: "border-ink" },
};

function Part({ part }: { readonly part: PolicyPart }) {
  const style = STYLES[part.tone];
  return (
    <li
      aria-current={part.isNow ? "step" : undefined}
      className={`relative min-w-0 ps-8 pb-6 sm:ps-0 sm:pt-8 sm:pb-0 ${style.width}`}
    >
      <Dot tone={part.tone} />
      {/* One element for both directions: it lies on top of the words on wide screens and beside them on phones. */}
      <div
        aria-hidden="true"
        className={`absolute inset-s-[0.5625rem] top-6 -bottom-1 w-1 rounded-pill sm:static sm:h-2 sm:w-auto forced-colors:border ${style.bar}`}
      />
      <p className="flex flex-wrap items-center gap-x-2 text-12 text-muted sm:mt-3">
        {part.isNow && (
          <span className="rounded-[0.375rem] bg-ink px-2 py-0.5 font-semibold text-on-ink sm:absolute sm:inset-s-4 sm:top-0 sm:after:absolute sm:after:inset-s-1/2 sm:after:top-full sm:after:h-5 sm:after:w-0.5 sm:after:bg-ink">
            Now
          </span>
        )}
        <span className="figures">{part.when}</span>
      </p>
      <p className={`figures font-semibold ${style.text}`}>{part.outcome}</p>
      <p className="figures text-14 text-muted">{part.detail}</p>
    </li>
  );
}

function Dot({ tone }: { readonly tone: keyof typeof STYLES }) {
  return (
    <span
      aria-hidden="true"
      className={`absolute inset-s-0.5 top-0.5 size-4.5 rounded-pill border-4 bg-card sm:hidden ${STYLES[tone].dot}`}
    />
  );
}
