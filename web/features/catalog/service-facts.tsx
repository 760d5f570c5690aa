import { formatMoney } from "../../lib/format/money.ts";
import { formatList } from "../../lib/format/plural.ts";
import type { ServiceDetail } from "./catalog-tree.ts";

const AGES: Readonly<Record<ServiceDetail["age_groups"][number], string>> = {
  toddler: "under 5",
  kids: "5 to 12",
  teens: "13 to 17",
  adults: "18 and over",
};

interface ServiceFactsProps {
  readonly service: ServiceDetail;
  /** Other words for it. */
  readonly terms: readonly string[];
}

/** What is known about a service before anybody teaches it. */
export function ServiceFacts({ service, terms }: ServiceFactsProps) {
  return (
    <dl className="figures divide-y divide-line border-y border-line">
      {factsOf(service, terms).map(([label, text]) => (
        <div key={label} className="grid gap-1 py-4 sm:grid-cols-[11rem_1fr] sm:gap-6">
          <dt className="font-semibold">{label}</dt>
          <dd className="text-muted">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf(service: ServiceDetail, terms: readonly string[]): readonly (readonly [string, string])[] {
  const { age_groups, duration_options, default_duration_minutes, can_be_online, price_band, filters } =
    service;
  const lengths = `${formatList(duration_options.map(String))} minutes`;
  return [
    ...(price_band
      ? [
          [
            "Hourly rates",
            `${formatMoney(price_band.min_cents)} to ${formatMoney(price_band.max_cents)}`,
          ] as const,
        ]
      : []),
    [
      "Lesson lengths",
      duration_options.length > 1 ? `${lengths}; usually ${default_duration_minutes}` : lengths,
    ],
    ["Ages", formatList(age_groups.map((group) => AGES[group]))],
    ["Online", can_be_online ? "Possible, if the instructor offers it" : "No, in person only"],
    ...(service.is_certification_required
      ? [["Certification", "Instructors need a certificate to teach this"] as const]
      : []),
    ...(terms.length > 0 ? [["Also called", formatList(terms)] as const] : []),
    ...filters.map(
      ({ label, options }) => [label, options.map((option) => option.label).join(", ")] as const,
    ),
  ];
}
