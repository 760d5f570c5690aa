import { formatMoney } from "../../lib/format/money.ts";
import { PolicyTimeline } from "../../ui/time/policy-timeline.tsx";
import { EXAMPLE_LESSON } from "./money-examples.ts";

const { lesson_cents, fee_cents } = EXAMPLE_LESSON;

/** The policy as a bar, told for the lesson of the examples. */
export function CancellationTimeline() {
  return (
    <div className="rounded-card border border-line bg-card p-4 shadow-card md:p-6">
      <p className="mb-4 text-14 text-muted sm:mb-0">
        A 60-minute lesson: {formatMoney(lesson_cents)} + {formatMoney(fee_cents)} Booking Protection
      </p>
      <PolicyTimeline
        start="Too late to cancel"
        parts={[
          {
            when: "Up to 24 hours before",
            outcome: "Free",
            detail: "Nothing is charged.",
            tone: "free",
          },
          {
            when: "24 to 12 hours before",
            outcome: `${formatMoney(lesson_cents)} credit`,
            detail: `The lesson price comes back, the ${formatMoney(fee_cents)} fee is kept.`,
            tone: "partial",
          },
          {
            when: "Under 12 hours before",
            outcome: `${formatMoney(lesson_cents / 2)} credit`,
            detail: "Half of the lesson price comes back; your instructor gets half of their pay.",
            tone: "late",
          },
        ]}
      />
    </div>
  );
}
