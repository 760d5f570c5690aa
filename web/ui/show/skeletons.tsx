import type { ReactNode } from "react";
import { Skeleton } from "./skeleton.tsx";

/** Shows its shapes only when waiting takes longer than 150 ms, and says to screen readers what is loading. */
export function Loading({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div aria-busy="true" className="animate-[appear_200ms_ease-out_150ms_both]">
      <output className="sr-only">{label}</output>
      {children}
    </div>
  );
}

/** The shape of `InstructorCard`. */
export function InstructorCardSkeleton() {
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 rounded-card border border-line bg-card p-4 md:gap-x-6">
      <Skeleton className="h-26 w-22 md:row-span-2 md:h-44 md:w-40" />
      <div className="flex flex-col gap-3 py-1">
        <Skeleton className="h-5 w-32" />
        <Skeleton className="h-4 w-48 max-w-full" />
        <Skeleton className="h-4 w-28" />
      </div>
      <div className="col-span-2 mt-3 flex items-end justify-between gap-3 md:col-span-1 md:col-start-2 md:mt-auto">
        <span className="flex gap-2">
          <Skeleton className="h-10 w-20" />
          <Skeleton className="h-10 w-20" />
          <Skeleton className="hidden h-10 w-20 md:block" />
        </span>
        <Skeleton className="h-8 w-24" />
      </div>
    </div>
  );
}

/** The shape of `InstructorTile`. */
export function InstructorTileSkeleton() {
  return (
    <div className="overflow-hidden rounded-card border border-line bg-card">
      <Skeleton className="h-49 rounded-none" />
      <div className="flex flex-col gap-3 p-4">
        <Skeleton className="h-5 w-28" />
        <Skeleton className="h-4 w-40" />
        <Skeleton className="mb-1 h-4 w-32" />
        <div className="border-t border-line pt-4">
          <Skeleton className="h-7 w-20" />
        </div>
      </div>
    </div>
  );
}

/** A paragraph to come; the last line is shorter. */
export function TextSkeleton({ lines = 3 }: { readonly lines?: number }) {
  return (
    <div className="flex flex-col gap-2 py-1">
      {Array.from({ length: lines }, (_, at) => (
        <Skeleton key={at} className={`h-4 ${at === lines - 1 ? "w-3/5" : "w-full"}`} />
      ))}
    </div>
  );
}

/** Rows of a list with a round picture. */
export function RowsSkeleton({ rows = 3 }: { readonly rows?: number }) {
  return (
    <div className="flex flex-col divide-y divide-line">
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className="flex items-center gap-3 py-4">
          <Skeleton className="size-11 shrink-0 rounded-pill" />
          <div className="flex grow flex-col gap-2">
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="h-4 w-4/5" />
          </div>
        </div>
      ))}
    </div>
  );
}
