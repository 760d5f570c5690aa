import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { acquireOwnerLock, findOwner, type OwnerLock } from "#platform/process/owner-lock.ts";
import { StartError } from "#platform/process/start-error.ts";
import { type EmbeddedServer, startEmbeddedServer } from "./embedded-server.ts";

/** Under this name the owner tells visitors where its server listens. */
const PORT_FACT = "database_port";

export interface EmbeddedPlace {
  /** With the password inside: never print it. */
  connectionString(database: string): string;
  /** Stops the server if this process started it; a visitor leaves it running. */
  close(): Promise<void>;
}

export interface OwnedPlace extends EmbeddedPlace {
  /** Ends the server at once, without waiting for anything; committed data is safe. */
  kill(): void;
}

export interface EmbeddedPlaceOptions {
  readonly dataDir: string;
  readonly logDir: string;
}

export interface OwnedPlaceOptions extends EmbeddedPlaceOptions {
  /** Of the data folder; the caller releases it after `close`. */
  readonly lock: OwnerLock;
  readonly onProgress?: (step: string) => void;
  /** Gives up a start that is under way. */
  readonly signal?: AbortSignal;
  /** Called when the server died and was started again, or, with an error, could not be. */
  readonly onCrash?: (failure: unknown) => void;
}

/**
 * Starts the embedded server of a data folder as its one owner, and starts it again on the same port should it die.
 * @throws StartError
 */
export async function ownEmbeddedServer(options: OwnedPlaceOptions): Promise<OwnedPlace> {
  const { lock, onProgress, signal, onCrash } = options;
  const start = (more: { port: number; signal: AbortSignal } | object): Promise<EmbeddedServer> =>
    startEmbeddedServer({
      dataFolder: dataFolder(options.dataDir),
      logFile: join(options.logDir, "postgres.log"),
      durable: true,
      ...more,
    });
  let server = await start({ ...(onProgress ? { onProgress } : {}), ...(signal ? { signal } : {}) });
  lock.publish({ [PORT_FACT]: server.port });
  const closing = new AbortController();
  const keepUp = async (): Promise<void> => {
    for (;;) {
      await server.exited;
      if (closing.signal.aborted) return;
      server = await start({ port: server.port, signal: closing.signal });
      if (closing.signal.aborted) return server.stop();
      onCrash?.(null);
    }
  };
  const watching = keepUp().catch((error: unknown) => {
    if (!closing.signal.aborted) onCrash?.(error);
  });
  return {
    connectionString: (database) => server.connectionString(database),
    kill() {
      closing.abort();
      server.kill();
    },
    async close() {
      closing.abort();
      await server.stop();
      await watching;
    },
  };
}

/** Visits the server of the process that owns the data folder, else starts it for the time being. */
export async function visitEmbeddedServer(options: EmbeddedPlaceOptions): Promise<EmbeddedPlace> {
  const owner = findOwner(options.dataDir);
  if (owner) return visit(options.dataDir, owner.facts[PORT_FACT]);
  const lock = acquireOwnerLock(options.dataDir);
  try {
    const place = await ownEmbeddedServer({ ...options, lock });
    return {
      connectionString: place.connectionString,
      close: () => place.close().finally(() => lock.release()),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function visit(dataDir: string, port: string | number | undefined): EmbeddedPlace {
  if (port === undefined) {
    throw new StartError(
      `another process is using ${dataDir} and its database is not up; try again in a moment`,
    );
  }
  const password = readFileSync(`${dataFolder(dataDir)}.password`, "utf8").trim();
  return {
    connectionString: (database) =>
      `postgres://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    close: async () => undefined,
  };
}

/** Creates the database on its server unless it is there. */
export async function ensureDatabase(place: EmbeddedPlace, name: string): Promise<"created" | "existing"> {
  const client = new pg.Client({ connectionString: place.connectionString("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return "existing";
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    return "created";
  } finally {
    await client.end();
  }
}

function dataFolder(dataDir: string): string {
  return join(resolve(dataDir), "postgres");
}
