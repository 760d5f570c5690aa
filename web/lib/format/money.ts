/** Whole cents as people read them: `9000` is "$90.00", `-2500` is "−$25.00". Two decimals always (web §8). */
export function formatMoney(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100);
  const rest = Math.abs(cents) % 100;
  return `${cents < 0 ? "−" : ""}$${groupDigits(whole)}.${String(rest).padStart(2, "0")}`;
}

/** A limit as it was typed, for chips: "Up to $90/hr" has no decimals unless there are cents. */
export function formatMoneyLimit(cents: number): string {
  return cents % 100 === 0 ? formatMoney(cents).slice(0, -3) : formatMoney(cents);
}

/** "1,234". The same on every machine, so that server and browser draw the same text. */
export function groupDigits(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
}
