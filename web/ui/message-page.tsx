import type { ReactNode } from "react";
import { ButtonLink } from "./button-link.tsx";

export interface MessagePageProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A page that is one message and a way home: not found, something failed. */
export function MessagePage({ title, children }: MessagePageProps) {
  return (
    <section className="page-width flex flex-1 flex-col justify-center py-16">
      <div className="max-w-form">
        <h1 className="text-30 md:text-40">{title}</h1>
        <div className="mt-4 mb-8 text-18 text-muted">{children}</div>
        <ButtonLink to="/">Go to the home page</ButtonLink>
      </div>
    </section>
  );
}
