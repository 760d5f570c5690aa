import type { HelpArticleFacts, HelpGroup } from "./help-articles.ts";

/** The groups with the articles that hold every word of the query, each as the start of a word; all of them for an empty query. */
export function filterHelp(groups: readonly HelpGroup[], query: string): readonly HelpGroup[] {
  const wanted = wordsOf(query);
  return groups
    .map(({ title, articles }) => ({
      title,
      articles: articles.filter((article) => wanted.every((word) => holds(article, title, word))),
    }))
    .filter(({ articles }) => articles.length > 0);
}

function holds({ title, summary, keywords }: HelpArticleFacts, group: string, word: string): boolean {
  return wordsOf(`${title} ${summary} ${keywords} ${group}`).some((held) => held.startsWith(word));
}

/** Words that say nothing about what is looked for. */
const FILLERS: ReadonlySet<string> = new Set([
  ...[
    "a",
    "an",
    "and",
    "can",
    "do",
    "does",
    "for",
    "how",
    "i",
    "if",
    "in",
    "is",
    "it",
    "my",
    "of",
    "on",
    "or",
  ],
  ...["the", "to", "what", "when", "where", "why", "you", "your"],
]);

function wordsOf(text: string): readonly string[] {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !FILLERS.has(word));
  return telling.length > 0 ? telling : words;
}
