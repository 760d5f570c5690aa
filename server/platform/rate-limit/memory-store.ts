import { LRUCache } from "lru-cache";
import type { Clock } from "#platform/clock/clock.ts";
import { type Attempt, step, type Taken } from "./gcra.ts";

export interface MemoryStoreOptions {
  readonly clock: Clock;
  /** Keys kept; beyond it the longest unused is forgotten, that is, starts with a full bucket again. */
  readonly maxKeys?: number;
}

/** Counters of this process alone. `take` is synchronous and cannot fail. */
export interface MemoryStore {
  take(key: string, attempt: Attempt): Taken;
}

export function createMemoryStore({ clock, maxKeys = 50_000 }: MemoryStoreOptions): MemoryStore {
  const tats = new LRUCache<string, number>({ max: maxKeys });
  return {
    take(key, attempt) {
      const taken = step(attempt, tats.peek(key) ?? null, clock.now().epochMilliseconds);
      if (taken.allowed) tats.set(key, taken.tat);
      else tats.get(key); // stays recent, so that a refused caller is not forgotten
      return taken;
    },
  };
}
