/**
 * Finds what a typed text means in a list: the next label after `at` that begins with it. One letter typed again and
 * again walks through the labels that begin with it.
 * @returns the position, or null when no label begins so
 */
export function findByTyping(labels: readonly string[], typed: string, at: number): number | null {
  const text = typed.toLocaleLowerCase("en");
  const [letter = ""] = text;
  const isRepeated = text.length > 1 && text === letter.repeat(text.length);
  const wanted = isRepeated ? letter : text;
  // A growing word may stay where it is; a single letter goes on.
  const from = wanted.length > 1 ? at : at + 1;
  for (let step = 0; step < labels.length; step++) {
    const position = (Math.max(from, 0) + step) % labels.length;
    if (labels[position]?.toLocaleLowerCase("en").startsWith(wanted)) return position;
  }
  return null;
}
