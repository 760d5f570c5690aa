import type { Kysely, Transaction } from "kysely";
import type { DB } from "./rows.gen.ts";

declare const inTransaction: unique symbol;

/** Reads and single statements outside a transaction. Repository functions take this or a `Tx` as their first argument. */
export type Db = Kysely<DB>;

/** An open transaction of ours. Only `Database.transaction` makes one, so holding it proves that one is open. */
export type Tx = Transaction<DB> & { readonly [inTransaction]: true };

/** Either: for repository functions that are correct in and out of a transaction. */
export type Queryable = Db | Tx;

export interface TransactionOptions {
  /** Waiting longer for a lock fails with 55P03; default 2000 ms (operations §10). */
  readonly lockTimeoutMs?: number;
  readonly isolation?: "read committed" | "repeatable read" | "serializable";
}

export interface Database {
  /** Statements outside a transaction. */
  readonly db: Db;
  /**
   * Runs `work` in one transaction and commits. 40001 and 40P01 run the whole of `work` again (at most 3 tries), so `work` has no
   * effect outside the transaction. Nesting, using `tx` after the end and a network call inside all throw.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Calls `effect` once after `tx` has committed; never after a roll-back. For dropping caches, nothing that must not be lost. */
  afterCommit(tx: Tx, effect: () => void): void;
  /** Subscribes to a NOTIFY channel on the process's one LISTEN connection; `onReconnect` runs whenever notifications may have been missed. */
  listen(
    channel: string,
    onNotify: (payload: string) => void,
    onReconnect?: () => void,
  ): Promise<() => Promise<void>>;
  /** Sends a NOTIFY outside a transaction (payload at most 7,900 bytes). */
  notify(channel: string, payload: string): Promise<void>;
  /** Connection settings for pg-boss's own pool. Secrets inside: never log it. */
  readonly connectionString: string;
  pool(): { readonly size: number; readonly inUse: number; readonly waiting: number; readonly max: number };
  /** True while the LISTEN connection is up. */
  isListening(): boolean;
  close(): Promise<void>;
}
