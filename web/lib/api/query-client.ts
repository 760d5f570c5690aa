import { QueryClient } from "@tanstack/react-query";
import type { Api } from "./client.ts";
import { failureOf, isPassing } from "./problem.ts";

const apis = new WeakMap<QueryClient, Api>();

/** Milliseconds that an answer counts as fresh where its resource says nothing else. */
const FRESH_MS = 60_000;
const RETRY_MS = 3_000;

/** One per request on the server, one per visit in the browser. Reads that failed in passing are tried once more, by the browser. */
export function createQueryClient(api: Api, { onServer }: { readonly onServer: boolean }): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // A failure that came with the page is shown as it is; "Try again" asks anew.
        retryOnMount: false,
        retry: (failures, error) => !onServer && failures < 1 && isPassing(error),
        retryDelay: (_failures, error) => (failureOf(error).retryAfter ?? RETRY_MS / 1000) * 1000,
      },
      mutations: { retry: false },
    },
  });
  apis.set(client, api);
  return client;
}

/** The API behind a client: `queryFn: ({ client, signal }) => read(apiOf(client).GET(…))`; in components `apiOf(useQueryClient())`. */
export function apiOf(client: QueryClient): Api {
  const api = apis.get(client);
  if (!api) throw new Error("this QueryClient was not made by createQueryClient");
  return api;
}
