import { LRUCache } from "lru-cache";

/** A parsed object takes 1.5 to 1.9 times the length of its JSON. */
const HEAP_BYTES_PER_CHARACTER = 2;
const ENTRY_OVERHEAD_BYTES = 256;
/** An epoch that falls out is replaced by a new one: its entries are missed, never wrongly found. */
const MAX_EPOCHS = 50_000;

/** Instants in milliseconds since the Unix epoch. */
export interface Entry {
  readonly value: unknown;
  readonly freshUntil: number;
  /** From `freshUntil` to here it may be served while one refresh runs. */
  readonly staleUntil: number;
}

export interface LocalEntry extends Entry {
  /** When this process began the lookup that found it. */
  readonly confirmedAt: number;
}

/**
 * The entries of this process and the epochs they hang on. An epoch is a number that this process never uses twice; dropping
 * it makes every entry under it unreachable at once, and the LRU makes room when it needs to.
 */
export interface LocalStore {
  /** The current epochs of `names`, as part of a key. */
  epoch(names: readonly string[]): string;
  /** Whether none of `names` was dropped since `epoch` was read. */
  isCurrent(names: readonly string[], epoch: string): boolean;
  drop(name: string): void;
  dropAll(): void;
  read(key: string): LocalEntry | undefined;
  write(key: string, entry: LocalEntry, jsonLength: number): void;
  size(): {
    readonly entries: number;
    readonly bytes: number;
    readonly maxBytes: number;
    readonly evictions: number;
  };
}

export function createLocalStore(maxBytes: number): LocalStore {
  let evictions = 0;
  let lastEpoch = 0;
  const epochs = new LRUCache<string, number>({ max: MAX_EPOCHS });
  const entries = new LRUCache<string, LocalEntry>({
    maxSize: maxBytes,
    dispose: (_entry, _key, reason) => {
      if (reason === "evict") evictions += 1;
    },
  });

  function ensureEpoch(name: string): number {
    let epoch = epochs.get(name);
    if (epoch === undefined) {
      epoch = ++lastEpoch;
      epochs.set(name, epoch);
    }
    return epoch;
  }

  return {
    epoch: (names) => names.map(ensureEpoch).join("."),
    isCurrent: (names, epoch) => names.map((name) => epochs.peek(name)).join(".") === epoch,
    drop(name) {
      epochs.delete(name);
    },
    dropAll() {
      epochs.clear();
      entries.clear();
    },
    read: (key) => entries.get(key),
    write(key, entry, jsonLength) {
      const size = HEAP_BYTES_PER_CHARACTER * (jsonLength + key.length) + ENTRY_OVERHEAD_BYTES;
      entries.set(key, entry, { size });
    },
    size: () => ({ entries: entries.size, bytes: entries.calculatedSize, maxBytes, evictions }),
  };
}
