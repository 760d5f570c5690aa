import { createHash } from "node:crypto";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import pg from "pg";
import { asAvailability } from "./database-errors.ts";

/** Distinct SQL texts that get a server-side name; further ones run unnamed, so that no connection collects plans without bound. */
const MAX_NAMED_STATEMENTS = 1000;

const OID = {
  int8: 20,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  timestamptzArray: 1185,
  dateArray: 1182,
};

export interface PoolOptions {
  readonly connectionString: string;
  readonly applicationName: string;
  readonly max: number;
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
  /** Called after every statement, also failed ones, with its time on the wire in milliseconds. */
  readonly onQuery?: ((durationMs: number) => void) | undefined;
  /** Called with the milliseconds a caller waited for a connection. */
  readonly onAcquire?: ((waitMs: number) => void) | undefined;
  /** May throw to refuse a connection, see `transaction-scope.ts`. */
  readonly beforeAcquire?: (() => void) | undefined;
}

/** Timestamps arrive as Temporal values and 64-bit integers as numbers; a number that JavaScript cannot hold exactly is an error. */
export const temporalTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") => {
    switch (oid) {
      case OID.timestamptz:
        return parseInstant;
      case OID.date:
        return (text: string) => Temporal.PlainDate.from(text);
      case OID.int8:
        return parseSafeInteger;
      default:
        return pg.types.getTypeParser(oid, format);
    }
  }) satisfies (oid: number, format?: "text" | "binary") => unknown,
};

function parseInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(" ", "T"));
}

function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("a 64-bit integer is beyond 2^53");
  return value;
}

function toParameter(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map(toParameter);
  return isTemporal(value) ? value.toString() : value;
}

function isTemporal(value: unknown): value is Temporal.Instant | Temporal.PlainDate | Temporal.PlainTime {
  return (
    value instanceof Temporal.Instant ||
    value instanceof Temporal.PlainDate ||
    value instanceof Temporal.PlainTime
  );
}

/**
 * A `pg` pool in the form Kysely takes. Statements are prepared once per connection under a name, and each checkout is a lease:
 * after its release no query goes through it, so a transaction handle that outlives its transaction fails instead of writing elsewhere.
 */
export function createConnectionPool(options: PoolOptions): PostgresPool & { readonly raw: pg.Pool } {
  const raw = new pg.Pool({
    connectionString: options.connectionString,
    application_name: options.applicationName,
    max: options.max,
    connectionTimeoutMillis: 2000,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: 1800,
    types: temporalTypes,
    options: [
      `-c statement_timeout=${options.statementTimeoutMs}`,
      `-c lock_timeout=${options.lockTimeoutMs}`,
      "-c idle_in_transaction_session_timeout=10000",
      "-c timezone=UTC",
    ].join(" "),
  });
  // An idle connection that dies (server restart) is replaced by the pool; without a listener it would end the process.
  raw.on("error", () => undefined);
  const names = new Map<string, string>();

  async function connect(): Promise<PostgresPoolClient> {
    options.beforeAcquire?.();
    const started = performance.now();
    const client = await raw.connect().catch((error: unknown) => {
      throw asAvailability(error);
    });
    options.onAcquire?.(performance.now() - started);
    return lease(client, names, options.onQuery);
  }

  return { raw, connect, end: () => raw.end(), options: raw.options };
}

function lease(
  client: pg.PoolClient,
  names: Map<string, string>,
  onQuery: PoolOptions["onQuery"],
): PostgresPoolClient {
  let released = false;
  const query = async (text: string, parameters: readonly unknown[]): Promise<unknown> => {
    if (released) throw new Error("query on a connection that was given back: the transaction has ended");
    const name = statementName(names, text);
    const values = parameters.map(toParameter);
    const started = performance.now();
    try {
      return await client.query(name === undefined ? { text, values } : { name, text, values });
    } finally {
      onQuery?.(performance.now() - started);
    }
  };
  const release = (destroy?: boolean): void => {
    released = true;
    client.release(destroy);
  };
  const { processID } = client as unknown as { processID?: number };
  return { query: query as PostgresPoolClient["query"], release, ...(processID ? { processID } : {}) };
}

function statementName(names: Map<string, string>, text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MAX_NAMED_STATEMENTS) return known;
  const name = createHash("sha1").update(text).digest("base64url").slice(0, 16);
  names.set(text, name);
  return name;
}
