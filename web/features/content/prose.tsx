import type { ReactNode } from "react";

/*
 * Only direct children are set, so that components between the paragraphs keep their own looks. Text is 32 rem wide,
 * which is 70 characters; tables and timelines may take the whole column.
 */
const PROSE = [
  "[&>*+*]:mt-4 [&>:is(div,figure):not(:first-child)]:mt-6 [&>:is(div,figure)+*]:mt-6",
  "[&>:is(p,ul,ol,dl,h3)]:max-w-128",
  "[&>h3]:mt-8 [&>h3]:text-18 [&>h3]:font-semibold [&>h3+*]:mt-2",
  "[&>ul]:list-disc [&>ol]:list-decimal [&>:is(ul,ol)]:ps-5 [&>:is(ul,ol)>li]:ps-1 [&>:is(ul,ol)>li+li]:mt-2",
  "[&>:is(ul,ol)>li]:marker:text-muted [&>ol>li]:marker:font-medium",
  "[&>dl>dt]:font-semibold [&>dl>dd]:mt-1 [&>dl>dd]:text-muted [&>dl>dd+dt]:mt-4",
].join(" ");

/** Running text: `p`, `ul`, `ol`, `dl` and `h3` as plain elements, with the rhythm of an article. */
export function Prose({ children }: { readonly children: ReactNode }) {
  return <div className={`figures ${PROSE}`}>{children}</div>;
}
