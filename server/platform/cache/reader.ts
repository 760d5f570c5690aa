import { addCache } from "#platform/logs/request-context.ts";
import type { Answer, Counters } from "./counters.ts";
import { type Filled, type FillParts, fill, judge, type Lookup } from "./fill.ts";
import type { LocalEntry } from "./local-store.ts";
import { cacheKey, epochNames, type IdPart, type Namespace } from "./namespaces.ts";

/** How long an entry is believed without a connection that would tell of its invalidation. */
const UNCONFIRMED_MS = 30_000;

export interface ReaderParts extends FillParts {
  readonly metrics: Counters;
  readonly isListening: () => boolean;
}

/** The read path of the cache: this process's entry, else the one fill per key that all who miss it wait for. */
export function createReader(parts: ReaderParts) {
  const { local, clock, metrics } = parts;
  const flights = new Map<string, Promise<Filled>>();
  const known = new Map<string, Namespace>();

  function locate(
    namespace: Namespace,
    id: readonly IdPart[],
    load: () => Promise<unknown>,
    entity?: string,
  ): Lookup {
    const names = epochNames(namespace.name, entity);
    const epoch = local.epoch(names);
    const key = cacheKey(namespace, epoch, id);
    const startedAt = clock.now().epochMilliseconds;
    return { namespace, id, epochNames: names, epoch, key, load, startedAt, began: performance.now() };
  }

  function admit(namespace: Namespace): void {
    const twin = known.get(namespace.name);
    if (twin === namespace) return;
    if (twin) throw new Error(`the cache namespace ${namespace.name} is declared twice`);
    known.set(namespace.name, namespace);
  }

  function judgeLocal(entry: LocalEntry, now: number) {
    if (now - entry.confirmedAt >= UNCONFIRMED_MS && !parts.isListening()) return "expired";
    return judge(entry, now);
  }

  /** Joins the fill of this key, or begins it. An invalidation changes the key, so nobody joins a load that began before it. */
  function join(lookup: Lookup, minimum: Filled["freshness"]): Promise<Filled> {
    const running = flights.get(lookup.key);
    if (running) return running;
    const flight = fill(parts, lookup, minimum).finally(() => flights.delete(lookup.key));
    flights.set(lookup.key, flight);
    return flight;
  }

  /** Its error is counted where it happens; whoever needs the value meets it again. */
  function refresh(lookup: Lookup): void {
    join(lookup, "fresh").catch(() => undefined);
  }

  function answer({ name }: Namespace, result: Answer, sharedMs = 0): void {
    metrics.answered(name, result);
    addCache(result !== "miss", sharedMs);
  }

  return async function read(
    namespace: Namespace,
    id: readonly IdPart[],
    load: () => Promise<unknown>,
    entity: string | undefined,
  ): Promise<unknown> {
    admit(namespace);
    const lookup = locate(namespace, id, load, entity);
    const held = local.read(lookup.key);
    const freshness = held ? judgeLocal(held, lookup.startedAt) : "expired";
    if (held && freshness !== "expired") {
      const result = freshness === "fresh" ? "hit" : "stale";
      metrics.request(namespace.name, "l1", result);
      answer(namespace, result);
      if (result === "stale") refresh(lookup);
      return held.value;
    }
    metrics.request(namespace.name, "l1", "miss");
    try {
      const filled = await join(lookup, "stale");
      answer(namespace, answerOf(filled), filled.sharedMs);
      if (filled.freshness === "stale") refresh(lookup);
      return filled.value;
    } catch (error) {
      answer(namespace, "miss");
      throw error;
    }
  };
}

function answerOf({ from, freshness }: Filled): Answer {
  if (from === "load") return "miss";
  return freshness === "fresh" ? "hit" : "stale";
}
