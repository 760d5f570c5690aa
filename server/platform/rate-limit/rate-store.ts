import type { Attempt, Taken } from "./gcra.ts";

/**
 * Where the counters live. `take` is one atomic step on the key's stored time: of parallel attempts exactly as many are allowed as one
 * after the other. A store in this process answers at once; a remote one answers with a promise that may reject.
 */
export interface RateStore {
  take(key: string, attempt: Attempt): Taken | Promise<Taken>;
}
