/** How names are compared: without case, diacritics and punctuation, with single spaces. `Hell's Kitchen` is `hells kitchen`. */
export function normalizePlaceText(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/['’ʼ`]/g, "")
    .replaceAll("&", " and ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
