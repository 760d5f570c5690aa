/** What a typed amount means. */
export type MoneyText =
  | { readonly kind: "empty" }
  | { readonly kind: "amount"; readonly cents: number }
  | { readonly kind: "invalid" };

const AMOUNT = /^\$?(\d{1,3}(?:,\d{3})+|\d{1,9})?(?:\.(\d{0,2}))?$/;

/** Reads dollars as people type them ("90", "$1,250.5", ".75") without ever going through a fraction. */
export function parseMoney(text: string): MoneyText {
  const typed = text.replace(/\s/g, "");
  if (typed === "") return { kind: "empty" };
  const match = AMOUNT.exec(typed);
  const [, dollars = "", fraction = ""] = match ?? [];
  if (!match || dollars + fraction === "") return { kind: "invalid" };
  return {
    kind: "amount",
    cents: Number(dollars.replaceAll(",", "")) * 100 + Number(fraction.padEnd(2, "0")),
  };
}

/** Cents as the text of an amount field: two decimals, no sign, no separators. */
export function formatMoneyInput(cents: number): string {
  return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}
