import { Kysely, PostgresDialect, sql } from "kysely";
import { createConnectionPool } from "./connection-pool.ts";
import { isRetryable } from "./database-errors.ts";
import type { Database, Db, TransactionOptions, Tx } from "./database.types.ts";
import { Listener } from "./listener.ts";
import type { DB } from "./rows.gen.ts";
import { assertNotInTransaction, insideTransaction } from "./transaction-scope.ts";

const MAX_TRIES = 3;
const DEFAULT_LOCK_TIMEOUT_MS = 2000;
const MAX_NOTIFY_BYTES = 7900;

/** What waits for the commit of each open transaction; one map, so that a cache on one pool can follow a transaction of another. */
const effects = new WeakMap<Tx, (() => void)[]>();

export interface OpenDatabaseOptions {
  readonly connectionString: string;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  /** Connections at most; web 14, worker handlers 6 (operations §10). */
  readonly max?: number;
  /** 5,000 ms for web, 120,000 ms for workers (operations §10). */
  readonly statementTimeoutMs?: number;
  readonly onQuery?: (durationMs: number) => void;
  readonly onAcquire?: (waitMs: number) => void;
}

/**
 * Opens the pool. Connections are made when first needed, so this neither waits nor fails; `/ready` tells whether the database answers.
 * Statements throw the driver's errors, and `DatabaseUnavailable` when no connection can be had within 2 s.
 */
export function openDatabase(options: OpenDatabaseOptions): Database {
  const max = options.max ?? 14;
  const pool = createConnectionPool({
    connectionString: options.connectionString,
    applicationName: options.applicationName,
    max,
    statementTimeoutMs: options.statementTimeoutMs ?? 5000,
    lockTimeoutMs: DEFAULT_LOCK_TIMEOUT_MS,
    onQuery: options.onQuery,
    onAcquire: options.onAcquire,
    beforeAcquire: () => assertNotInTransaction("a second database connection"),
  });
  const db: Db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  const listener = new Listener(options.connectionString, `${options.applicationName} listen`);

  async function transaction<T>(work: (tx: Tx) => Promise<T>, settings: TransactionOptions = {}): Promise<T> {
    assertNotInTransaction("another transaction");
    for (let attempt = 1; ; attempt++) {
      try {
        return await runOnce(work, settings);
      } catch (error) {
        if (attempt === MAX_TRIES || !isRetryable(error)) throw error;
      }
    }
  }

  async function runOnce<T>(work: (tx: Tx) => Promise<T>, settings: TransactionOptions): Promise<T> {
    const committed: (() => void)[] = [];
    const builder = db.transaction();
    const begin = settings.isolation ? builder.setIsolationLevel(settings.isolation) : builder;
    const result = await begin.execute((transactionHandle) =>
      insideTransaction(async () => {
        const tx = transactionHandle as Tx;
        effects.set(tx, committed);
        if (settings.lockTimeoutMs !== undefined) {
          await sql`select set_config('lock_timeout', ${`${settings.lockTimeoutMs}ms`}, true)`.execute(tx);
        }
        return await work(tx);
      }),
    );
    for (const effect of committed) effect();
    return result;
  }

  return {
    db,
    connectionString: options.connectionString,
    transaction,
    afterCommit(tx, effect) {
      const waiting = effects.get(tx);
      if (!waiting) throw new Error("afterCommit needs a transaction of ours");
      waiting.push(effect);
    },
    listen: (channel, onNotify, onReconnect) => listener.listen(channel, onNotify, onReconnect),
    isListening: () => listener.isListening(),
    async notify(channel, payload) {
      if (Buffer.byteLength(payload) > MAX_NOTIFY_BYTES) throw new RangeError("NOTIFY payload is too large");
      await sql`select pg_notify(${channel}, ${payload})`.execute(db);
    },
    pool: () => ({
      size: pool.raw.totalCount,
      inUse: pool.raw.totalCount - pool.raw.idleCount,
      waiting: pool.raw.waitingCount,
      max,
    }),
    async close() {
      await listener.close();
      await db.destroy();
      if (!pool.raw.ended) await pool.raw.end();
    },
  };
}
