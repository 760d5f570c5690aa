import {
  type DehydratedState,
  dehydrate,
  type QueryClient,
  type QueryExecuteOptions,
  type QueryKey,
} from "@tanstack/react-query";
import { data, type RouterContextProvider } from "react-router";
import { pageQueries, pageRequest } from "../page-request.ts";
import { type ApiFailure, failureOf } from "./problem.ts";

/** What `queryOptions` makes, for any resource. */
export interface PageQuery {
  readonly queryKey: QueryKey;
  readonly queryFn?: unknown;
}

export interface QueriesToLoad {
  /** Without these there is no page: a failure becomes the status of the page. */
  readonly must?: readonly PageQuery[];
  /** Each of these fills a region, which shows its own failure. */
  readonly may?: readonly PageQuery[];
}

/** What a loader returns so that the browser starts with what the server has read; the root puts it into the cache. */
export interface LoadedQueries {
  readonly queries: DehydratedState;
}

/** What a page that could not be made carries to the error page. */
export interface PageFailure extends LoadedQueries {
  readonly failure: ApiFailure;
}

type Context = Readonly<RouterContextProvider>;

/**
 * For loaders: reads the page's resources, all at once.
 * @throws a route error with the status of the first `must` that failed: 403, 404 and 410 as they are, 500 for all others
 */
export async function loadQueries(
  context: Context,
  { must = [], may = [] }: QueriesToLoad,
): Promise<LoadedQueries> {
  const client = context.get(pageQueries);
  const extras = may.map((query) => run(client, query).catch(() => undefined));
  const outcomes = await Promise.allSettled(must.map((query) => run(client, query)));
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed) throw pageFailure(context, failureOf(failed.reason));
  await Promise.all(extras);
  return { queries: takeQueries(client) };
}

/** The route error for a page that cannot be shown, for `throw`. What was read before comes along. */
export function pageFailure(
  context: Context,
  failure: Partial<ApiFailure> & Pick<ApiFailure, "status" | "code">,
) {
  const body: PageFailure = {
    failure: failureOf({ detail: "", requestId: context.get(pageRequest).requestId, ...failure }),
    queries: takeQueries(context.get(pageQueries)),
  };
  const { status } = failure;
  return data(body, { status: status === 403 || status === 404 || status === 410 ? status : 500 });
}

async function run(client: QueryClient, query: PageQuery): Promise<unknown> {
  return await client.query(query as QueryExecuteOptions);
}

/** All that has an outcome. Failures travel as plain facts, because an `Error` would lose them on its way into the page. */
function takeQueries(client: QueryClient): DehydratedState {
  const state = dehydrate(client, {
    shouldDehydrateQuery: ({ state: { status } }) => status === "success" || status === "error",
  });
  for (const query of state.queries) {
    if (query.state.status !== "error") continue;
    query.state.error = failureOf(query.state.error) as never;
    query.state.fetchFailureReason = null;
  }
  return state;
}
