import { readFileSync } from "node:fs";
import { join } from "node:path";
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
  readonly lock: OwnerLock;
  /** Ends the server at once, without waiting for anything; committed data is safe. */
  abort(): void;
}

export interface EmbeddedPlaceOptions {
  readonly dataDir: string;
  readonly logDir: string;
  readonly onProgress?: (step: string) => void;
  /** Called when the server died and was started again, or, with an error, could not be. */
  readonly onCrash?: (failure: unknown) => void;
}

/**
 * Starts the embedded server of a data folder as its one owner, and starts it again on the same port should it die.
 * @throws StartError when another process owns the folder.
 */
export async function ownEmbeddedServer(options: EmbeddedPlaceOptions): Promise<OwnedPlace> {
  const lock = acquireOwnerLock(options.dataDir);
  const start = (port?: number): Promise<EmbeddedServer> =>
    startEmbeddedServer({
      dataFolder: dataFolder(options.dataDir),
      logFile: join(options.logDir, "postgres.log"),
      durable: true,
      ...(port === undefined ? {} : { port }),
      ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    });
  let server: EmbeddedServer;
  try {
    server = await start();
  } catch (error) {
    lock.release();
    throw error;
  }
  let closing = false;
  const watch = async (): Promise<void> => {
    await server.exited;
    if (closing) return;
    try {
      server = await start(server.port);
      options.onCrash?.(null);
    } catch (error) {
      options.onCrash?.(error);
      return;
    }
    await watch();
  };
  void watch();
  lock.publish({ [PORT_FACT]: server.port });
  return {
    lock: { ...lock, publish: (facts) => lock.publish({ ...facts, [PORT_FACT]: server.port }) },
    connectionString: (database) => server.connectionString(database),
    abort() {
      closing = true;
      process.kill(server.pid, "SIGQUIT");
    },
    async close() {
      closing = true;
      await server.stop();
      lock.release();
    },
  };
}

/** Visits the server of the process that owns the data folder, else starts it for the time being. */
export async function visitEmbeddedServer(options: EmbeddedPlaceOptions): Promise<EmbeddedPlace> {
  const owner = findOwner(options.dataDir);
  if (!owner) return ownEmbeddedServer(options);
  const port = owner.facts[PORT_FACT];
  if (port === undefined) {
    throw new StartError(
      `process ${owner.pid} is using ${options.dataDir} and has no database up; try again in a moment`,
    );
  }
  const password = readFileSync(`${dataFolder(options.dataDir)}.password`, "utf8").trim();
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
  return join(dataDir, "postgres");
}
