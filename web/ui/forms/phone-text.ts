/** Digits of a US number without the country code, at most ten. */
function digitsOf(text: string): string {
  const digits = text.replace(/\D/g, "");
  // No area code starts with 1, so a leading 1 is the country.
  return (digits.startsWith("1") ? digits.slice(1) : digits).slice(0, 10);
}

/** As people write it, for as many digits as there are: "(212) 555-0123". */
export function formatUsPhone(text: string): string {
  const digits = digitsOf(text);
  const [area, exchange, line] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  if (exchange === "") return area;
  return line === "" ? `(${area}) ${exchange}` : `(${area}) ${exchange}-${line}`;
}

/** The number as the API wants it ("+12125550123"), or null when it is no complete US number. */
export function toE164(text: string): string | null {
  if (text.replace(/\D/g, "").replace(/^1/, "").length !== 10) return null;
  const digits = digitsOf(text);
  return /^[2-9]\d\d[2-9]\d{6}$/.test(digits) ? `+1${digits}` : null;
}
