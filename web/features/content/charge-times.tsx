import { CalendarClock, Clock } from "lucide-react";

const CASES = [
  {
    icon: CalendarClock,
    title: "Booked 24 hours ahead or more",
    steps: [
      ["Today", "We save your card. Nothing is held or charged."],
      ["24 hours before", "The total is held on your card."],
      ["24 hours after the end", "The total is charged."],
    ],
  },
  {
    icon: Clock,
    title: "Booked later than that",
    steps: [
      ["Today", "The total is held on your card, and you are booked."],
      ["24 hours after the end", "The total is charged."],
    ],
  },
] as const;

/** When the card is held and charged, for both cases. */
export function ChargeTimes() {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {CASES.map(({ icon: Icon, title, steps }) => (
        <section key={title} className="rounded-card border border-line bg-card p-4 shadow-card md:p-6">
          <h3 className="flex items-start gap-2 font-semibold">
            <Icon size={20} strokeWidth={1.5} aria-hidden="true" className="mt-0.5 shrink-0 text-brand" />
            {title}
          </h3>
          <dl className="mt-4 text-14">
            {steps.map(([when, what]) => (
              <div key={when} className="not-first:mt-3">
                <dt className="text-muted">{when}</dt>
                <dd className="font-medium">{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
