import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useState } from "react";
import { PageContext, type PageFacts } from "./page-context.ts";
import { ThemeProvider } from "./theme-choice.tsx";

/** Remembers which page the visitor was last told about. */
export interface VisitedPage {
  /** True when `path` is another page than the last one, which it then is. */
  readonly enter: (path: string) => boolean;
}

const VisitedPageContext = createContext<VisitedPage>({ enter: () => false });

export function useVisitedPage(): VisitedPage {
  return use(VisitedPageContext);
}

function startAt(url: string): VisitedPage {
  let [last] = url.split("?");
  return {
    enter(path) {
      const isNew = path !== last;
      last = path;
      return isNew;
    },
  };
}

export interface DocumentProviderProps {
  readonly facts: PageFacts;
  readonly queries: QueryClient;
  readonly children: ReactNode;
}

/** What lives as long as the document. It stands above the router, which draws even `<html>` anew around an error page. */
export function DocumentProvider({ facts, queries, children }: DocumentProviderProps) {
  const [visited] = useState(() => startAt(facts.path));
  return (
    <PageContext value={facts}>
      <ThemeProvider initial={facts.theme}>
        <VisitedPageContext value={visited}>
          <QueryClientProvider client={queries}>{children}</QueryClientProvider>
        </VisitedPageContext>
      </ThemeProvider>
    </PageContext>
  );
}
