import type { ReactNode } from "react";

interface SpecimenProps {
  readonly title: string;
  /** What a keyboard and a screen reader meet. */
  readonly note: string;
  readonly children: ReactNode;
}

/** One component of the gallery: its name, all its states, its accessibility note. */
export function Specimen({ title, note, children }: SpecimenProps) {
  return (
    <section className="border-t border-line py-8">
      <h3 className="text-20 font-semibold">{title}</h3>
      <p className="mt-1 max-w-reading text-14 text-muted">{note}</p>
      <div className="mt-6">{children}</div>
    </section>
  );
}

/** States beside each other that wrap. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className="mt-4 flex flex-wrap items-center gap-4 first:mt-0">{children}</div>;
}

/** States of something as wide as a form, two beside each other where there is room. */
export function Grid({ children }: { readonly children: ReactNode }) {
  return <div className="grid items-start gap-x-8 gap-y-8 md:grid-cols-2">{children}</div>;
}
