import { type UseQueryOptions, useQuery, useQueryErrorResetBoundary } from "@tanstack/react-query";
import { Component, type ReactNode } from "react";
import { failureOf } from "../lib/api/problem.ts";
import { FailurePanel } from "./failure-panel.tsx";

export interface RegionProps {
  /** As the end of "We couldn’t show …": "the categories". */
  readonly what: string;
  readonly children: ReactNode;
}

/** A part of a page that can fail by itself: when drawing it throws, only its place shows the failure. */
export function Region({ what, children }: RegionProps) {
  const { reset } = useQueryErrorResetBoundary();
  return (
    <Boundary what={what} onRetry={reset}>
      {children}
    </Boundary>
  );
}

export interface QueryRegionProps<Data, Key extends readonly unknown[]> {
  /** From `queryOptions`; load it in the route's loader under `may`. */
  readonly query: UseQueryOptions<Data, Error, Data, Key>;
  readonly what: string;
  /** A skeleton with the final sizes. */
  readonly pending: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** A region that shows one resource: its skeleton, its data (the old while new is on the way), or its failure. */
export function QueryRegion<Data, Key extends readonly unknown[]>(props: QueryRegionProps<Data, Key>) {
  return (
    <Region what={props.what}>
      <QueryState {...props} />
    </Region>
  );
}

function QueryState<Data, Key extends readonly unknown[]>(props: QueryRegionProps<Data, Key>) {
  const { data, error, isFetching, refetch } = useQuery(props.query);
  if (data !== undefined) {
    return (
      <div aria-busy={isFetching || undefined} className="relative">
        {isFetching && (
          <span aria-hidden="true" className="absolute inset-x-0 -top-1 h-0.5 animate-shimmer bg-brand" />
        )}
        {props.children(data)}
      </div>
    );
  }
  if (error === null) return <div aria-busy="true">{props.pending}</div>;
  const { detail, requestId } = failureOf(error);
  return (
    <FailurePanel
      what={props.what}
      detail={detail}
      supportCode={requestId}
      onRetry={() => void refetch()}
      busy={isFetching}
    />
  );
}

interface BoundaryProps extends RegionProps {
  readonly onRetry: () => void;
}

class Boundary extends Component<BoundaryProps, { readonly error: { readonly thrown: unknown } | null }> {
  override state = { error: null as { readonly thrown: unknown } | null };

  static getDerivedStateFromError(thrown: unknown) {
    return { error: { thrown } };
  }

  override render() {
    const { what, onRetry, children } = this.props;
    const { error } = this.state;
    if (!error) return children;
    const { detail, requestId } = failureOf(error.thrown);
    const retry = () => {
      onRetry();
      this.setState({ error: null });
    };
    return <FailurePanel what={what} detail={detail} supportCode={requestId} onRetry={retry} />;
  }
}
