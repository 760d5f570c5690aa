import type { ReactNode } from "react";

/** A part of an article; its table of contents and its headings are drawn from the same list. */
export interface ArticleSection {
  /** The anchor, stable once published: others link to it. */
  readonly id: string;
  readonly title: string;
  /** Children of `Prose`. */
  readonly body: ReactNode;
}
