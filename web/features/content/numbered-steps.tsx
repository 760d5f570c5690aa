import type { ReactNode } from "react";

export interface NumberedStep {
  readonly title: string;
  readonly text: ReactNode;
}

/** Steps under an ink rule each, three beside each other on wide screens. */
export function NumberedSteps({ steps }: { readonly steps: readonly NumberedStep[] }) {
  return (
    <ol className="figures grid gap-x-10 gap-y-8 md:grid-cols-2 md:gap-y-12 lg:grid-cols-3">
      {steps.map(({ title, text }, at) => (
        <li key={title} className="border-t-2 border-control pt-5">
          <h3 className="flex text-18 font-semibold">
            <span aria-hidden="true" className="w-7 shrink-0 text-muted">
              {at + 1}
            </span>
            {title}
          </h3>
          <p className="mt-2 text-muted md:ps-7">{text}</p>
        </li>
      ))}
    </ol>
  );
}
