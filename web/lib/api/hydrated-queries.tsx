import { type DehydratedState, HydrationBoundary } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useMatches } from "react-router";

/** Puts what the loaders of all shown routes have read into the cache before their pages are drawn. */
export function HydratedQueries({ children }: { readonly children: ReactNode }) {
  const states = useMatches().flatMap((match) => queriesOf(match.loaderData));
  return <HydratedStates states={states}>{children}</HydratedStates>;
}

/** The same for queries that came another way, such as with an error. */
export function HydratedStates(props: {
  readonly states: readonly DehydratedState[];
  readonly children: ReactNode;
}) {
  const queries = props.states.flatMap((state) => arrival(state).queries);
  return <HydrationBoundary state={{ mutations: [], queries }}>{props.children}</HydrationBoundary>;
}

const arrivals = new WeakMap<DehydratedState, DehydratedState>();

/** The same state, read when it arrived: the server's clock and the visitor's can differ by more than an answer stays fresh. */
function arrival(state: DehydratedState): DehydratedState {
  const known = arrivals.get(state);
  if (known) return known;
  const now = Math.floor(performance.timeOrigin + performance.now());
  const stamped = {
    ...state,
    queries: state.queries.map((query) => ({
      ...query,
      dehydratedAt: now,
      state: { ...query.state, dataUpdatedAt: query.state.dataUpdatedAt === 0 ? 0 : now },
    })),
  };
  arrivals.set(state, stamped);
  return stamped;
}

function queriesOf(loaderData: unknown): DehydratedState[] {
  return typeof loaderData === "object" && loaderData !== null && "queries" in loaderData
    ? [loaderData.queries as DehydratedState]
    : [];
}
