import { formatMoney } from "../../lib/format/money.ts";
import { Table } from "../../ui/show/table.tsx";
import { EXAMPLE_LESSON, EXAMPLE_PAYOUTS } from "./money-examples.ts";

/** What instructors keep, told for the lesson of the examples. */
export function PayoutTable() {
  return (
    <Table
      caption={`What you keep of a ${formatMoney(EXAMPLE_LESSON.lesson_cents)} lesson`}
      columns={[
        { key: "tier", header: "Rate", renderCell: ({ tier }) => tier },
        { key: "lessons", header: "Taught in the last 30 days", renderCell: ({ lessons }) => lessons },
        {
          key: "rate",
          header: "Our share",
          align: "end",
          renderCell: ({ rate_percent }) => `${rate_percent}%`,
        },
        {
          key: "keep",
          header: "You keep",
          align: "end",
          renderCell: ({ payout_cents }) => (
            <span className="font-semibold">{formatMoney(payout_cents)}</span>
          ),
        },
      ]}
      rows={EXAMPLE_PAYOUTS}
      rowKey={({ tier }) => tier}
    />
  );
}
