import * as build from "virtual:react-router/server-build";
import { createRequestHandler, RouterContextProvider } from "react-router";
import { createPageApi } from "./lib/api/client.ts";
import { createQueryClient } from "./lib/api/query-client.ts";
import { type PageRequest, pageQueries, pageRequest } from "./lib/page-request.ts";

// The generated types say `| undefined` where the handler's own type says "absent".
const { basename = "/", allowedActionOrigins = false, unstable_getCriticalCss, ...required } = build;

const handle = createRequestHandler(
  {
    ...required,
    basename,
    allowedActionOrigins,
    ...(unstable_getCriticalCss && { unstable_getCriticalCss }),
  },
  import.meta.env.MODE,
);

/** The whole web app as one function, for the server to mount: answers pages, their data requests and form posts. */
export async function handleRequest(request: Request, page: PageRequest): Promise<Response> {
  const queries = createQueryClient(createPageApi(page), { onServer: true });
  const context = new RouterContextProvider();
  context.set(pageRequest, page);
  context.set(pageQueries, queries);
  return await handle(request, context);
}
