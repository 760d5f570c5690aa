import { AsyncLocalStorage } from "node:async_hooks";

/** What one request has cost so far and who it belongs to. Mutable on purpose: counters are bumped from anywhere below the request. */
export interface RequestContext {
  readonly requestId: string;
  /** From a valid W3C `traceparent`, else null. */
  readonly traceId: string | null;
  userId: string | null;
  databaseMs: number;
  databaseQueries: number;
  cacheMs: number;
  cacheHits: number;
  cacheMisses: number;
}

const storage = new AsyncLocalStorage<RequestContext>();

export function createRequestContext(requestId: string, traceparent?: string): RequestContext {
  return {
    requestId,
    traceId: traceIdOf(traceparent),
    userId: null,
    databaseMs: 0,
    databaseQueries: 0,
    cacheMs: 0,
    cacheHits: 0,
    cacheMisses: 0,
  };
}

/** Runs `work` and everything it starts inside `context`. */
export function runInRequest<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The request on whose behalf the current code runs; undefined in jobs, timers and at the start. */
export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}

/** Adds one statement and its time in milliseconds to the current request, if there is one. */
export function addDatabaseTime(milliseconds: number): void {
  const context = storage.getStore();
  if (context === undefined) return;
  context.databaseMs += milliseconds;
  context.databaseQueries += 1;
}

/** Adds one cache lookup, and its time in milliseconds when it left the process, to the current request, if there is one. */
export function addCache(hit: boolean, milliseconds = 0): void {
  const context = storage.getStore();
  if (context === undefined) return;
  context.cacheMs += milliseconds;
  if (hit) context.cacheHits += 1;
  else context.cacheMisses += 1;
}

const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

function traceIdOf(traceparent: string | undefined): string | null {
  if (traceparent === undefined) return null;
  return TRACEPARENT.exec(traceparent)?.[1] ?? null;
}
