import { formatMoney } from "../../lib/format/money.ts";
import { type Column, Table } from "../../ui/show/table.tsx";
import type { CancellationExample } from "./money-examples.ts";

const CANCELLATION: Column<CancellationExample> = {
  key: "title",
  header: "You cancel",
  renderCell: ({ title }) => title,
};
const CHARGED = amount("charged_cents", "Charged to card");
const COST = amount("cost_cents", "It costs you");

const PLAIN: readonly Column<CancellationExample>[] = [
  CANCELLATION,
  amount("lesson_cents", "Lesson"),
  CHARGED,
  amount("new_credit_cents", "Back as credit"),
  COST,
];

const WITH_CREDIT: readonly Column<CancellationExample>[] = [
  CANCELLATION,
  CHARGED,
  amount("released_cents", "Your credit back"),
  amount("new_credit_cents", "New credit"),
  COST,
];

export interface CancellationExamplesProps {
  readonly caption: string;
  readonly examples: readonly CancellationExample[];
  /** Part of the lesson was paid with credit. */
  readonly isWithCredit?: boolean;
}

/** The policy in exact cents. */
export function CancellationExamples({ caption, examples, isWithCredit = false }: CancellationExamplesProps) {
  return (
    <Table
      caption={caption}
      columns={isWithCredit ? WITH_CREDIT : PLAIN}
      rows={examples}
      rowKey={({ key }) => key}
    />
  );
}

function amount(
  key: keyof CancellationExample & `${string}_cents`,
  header: string,
): Column<CancellationExample> {
  return { key, header, align: "end", renderCell: (example) => formatMoney(example[key]) };
}
