import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { createBrowserApi } from "./lib/api/client.ts";
import { createQueryClient } from "./lib/api/query-client.ts";
import { DocumentProvider } from "./lib/document-provider.tsx";
import { readPageFacts } from "./lib/page-context.ts";

// Times are drawn with Temporal, so an older browser gets it before the page comes to life; others load nothing.
if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");

const facts = readPageFacts();
const queries = createQueryClient(createBrowserApi(), { onServer: false });

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <DocumentProvider facts={facts} queries={queries}>
        <HydratedRouter />
      </DocumentProvider>
    </StrictMode>,
  );
});
