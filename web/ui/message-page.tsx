import type { ReactNode } from "react";
import { ButtonLink } from "./actions/button-link.tsx";

export interface MessagePageProps {
  readonly title: string;
  /** One or two sentences: what happened and what to do. */
  readonly children: ReactNode;
  /** Beside the way home. */
  readonly action?: ReactNode;
  /** Below the message. */
  readonly more?: ReactNode;
}

/** A page that is one message and a way on: not found, something failed. */
export function MessagePage({ title, children, action, more }: MessagePageProps) {
  return (
    <div className="page-width flex flex-1 flex-col justify-center py-16 md:py-24">
      <div className="max-w-form">
        <h1 className="text-30 md:text-40">{title}</h1>
        <div className="mt-4 text-18 text-muted">{children}</div>
        <div className="mt-8 flex flex-wrap gap-3">
          {action}
          <ButtonLink to="/" variant={action ? "secondary" : "primary"}>
            Go to the home page
          </ButtonLink>
        </div>
      </div>
      {more}
    </div>
  );
}
