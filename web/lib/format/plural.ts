import { groupDigits } from "./money.ts";

/** A count with its noun: "1 lesson", "1,200 lessons". */
export function formatCount(count: number, one: string, many: string): string {
  return `${groupDigits(count)} ${count === 1 ? one : many}`;
}

/** "piano, guitar and drums". */
export function formatList(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
