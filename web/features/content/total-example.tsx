import { PriceLines } from "../../ui/show/price-lines.tsx";
import { EXAMPLE_LESSON } from "./money-examples.ts";

const { lesson_cents, fee_cents, total_cents } = EXAMPLE_LESSON;

/** The lines of a price as the checkout shows them. */
export function TotalExample() {
  return (
    <figure className="max-w-form rounded-card border border-line bg-card p-4 shadow-card md:p-6">
      <figcaption className="mb-3 text-14 text-muted">Example: one hour at $120.00</figcaption>
      <PriceLines
        lines={[
          { kind: "lesson", label: "Lesson (60 min)", amount_cents: lesson_cents },
          { kind: "student_fee", label: "Booking Protection (12%)", amount_cents: fee_cents },
        ]}
        total={{ label: "Total", amount_cents: total_cents }}
      />
    </figure>
  );
}
