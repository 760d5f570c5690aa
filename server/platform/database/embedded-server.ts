import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { StartError } from "#platform/process/start-error.ts";
import { type Binaries, findBinaries } from "./embedded-binaries.ts";
import { ensureDataFolder } from "./embedded-folder.ts";
import { clearLeftovers, readPidFile } from "./embedded-leftovers.ts";
import { explainServerOutput, prepareServerLog, readServerLog } from "./embedded-log.ts";
import { chooseUser, type RunAs } from "./embedded-user.ts";

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 15_000;

export interface EmbeddedServerOptions {
  /** The data folder of PostgreSQL itself; made when absent. */
  readonly dataFolder: string;
  /** False only for throw-away data: commits do not wait for the disk. */
  readonly durable: boolean;
  /** Where the server writes its log. */
  readonly logFile: string;
  readonly maxConnections?: number;
  /** Comes back on this port, where clients look for it; a free one when absent. */
  readonly port?: number;
  readonly onProgress?: (step: string) => void;
  /** Gives up at once and ends what was started; has no effect on a server that is up. */
  readonly signal?: AbortSignal;
}

export interface EmbeddedServer {
  readonly port: number;
  /** With the password inside: never print it. */
  connectionString(database: string): string;
  /** Resolves when the server process has ended, wanted or not. */
  readonly exited: Promise<void>;
  readonly pid: number;
  /** Fast shutdown: sessions are ended, data is written. */
  stop(): Promise<void>;
  /** Ends it without waiting for anything; committed data is safe. */
  kill(): void;
}

/**
 * Creates the data folder when it is absent, clears what a killed server left, and starts PostgreSQL on a loopback port.
 * The caller guarantees that no other process of ours uses the folder.
 * @throws StartError: wrong owner, disk full, no programs, or what the server's log says last; the signal's reason when it was aborted.
 */
export async function startEmbeddedServer(given: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const options = { ...given, dataFolder: resolve(given.dataFolder), logFile: resolve(given.logFile) };
  const { dataFolder, logFile, durable, onProgress, signal } = options;
  const binaries = await findBinaries();
  mkdirSync(dirname(dataFolder), { recursive: true });
  mkdirSync(dirname(logFile), { recursive: true });
  const runAs = chooseUser(dataFolder, [binaries.postgres, dirname(dataFolder)]);
  const password = await ensureDataFolder({ dataFolder, durable, binaries, runAs, onProgress, signal });
  await clearLeftovers(dataFolder, { onProgress, signal });
  const { child, exited, port } = await launch(options, binaries, runAs);
  return {
    port,
    pid: child.pid ?? 0,
    exited,
    connectionString: (database) =>
      `postgres://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    kill: () => void child.kill("SIGQUIT"),
    async stop() {
      child.kill("SIGINT");
      const done = await Promise.race([
        exited.then(() => true),
        delay(STOP_TIMEOUT_MS, false, { ref: false }),
      ]);
      if (!done) child.kill("SIGQUIT");
      await exited;
    },
  };
}

interface Launched {
  readonly child: ChildProcess;
  readonly exited: Promise<void>;
  readonly port: number;
}

async function launch(options: EmbeddedServerOptions, binaries: Binaries, runAs: RunAs): Promise<Launched> {
  const { dataFolder, logFile, signal } = options;
  const deadline = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    const port = options.port ?? (await freePort());
    signal?.throwIfAborted();
    const logStart = prepareServerLog(logFile);
    const child = spawnServer(options, binaries, runAs, port);
    const exited = new Promise<void>((done) => {
      child.once("exit", () => done()).once("error", () => done());
    });
    const kill = (): void => void child.kill("SIGQUIT");
    signal?.addEventListener("abort", kill, { once: true });
    const isReady = await waitUntilReady(dataFolder, child, exited, deadline);
    signal?.removeEventListener("abort", kill);
    if (isReady && !signal?.aborted) return { child, exited, port };
    kill();
    await exited;
    signal?.throwIfAborted();
    const log = readServerLog(logFile, logStart);
    // Backends of a killed server hold its shared memory until they notice; another program may have been given the free port first.
    const transient = /shared memory block|could not bind|Address already in use/.test(log);
    if (!transient || performance.now() > deadline) {
      throw new StartError(`PostgreSQL did not start: ${explainServerOutput(log)} (log: ${logFile})`);
    }
    await delay(100);
  }
}

function spawnServer(
  options: EmbeddedServerOptions,
  binaries: Binaries,
  runAs: RunAs,
  port: number,
): ChildProcess {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: String(options.maxConnections ?? 100),
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    log_checkpoints: "off",
    ...(options.durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const command = runAs.command(binaries.postgres, [
    ...["-D", options.dataFolder, "-p", String(port)],
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
  const log = openSync(options.logFile, "a", 0o600);
  try {
    // Detached: Ctrl-C reaches the whole foreground group, and the database must outlive the requests that are being finished.
    return spawn(command.program, command.args, {
      ...command.options,
      detached: true,
      stdio: ["ignore", log, log],
    });
  } finally {
    closeSync(log);
  }
}

async function waitUntilReady(
  dataFolder: string,
  child: ChildProcess,
  exited: Promise<void>,
  deadline: number,
): Promise<boolean> {
  const state = { ended: false };
  void exited.then(() => (state.ended = true));
  while (!state.ended && performance.now() < deadline) {
    const file = readPidFile(dataFolder);
    if (file?.status === "ready" && file.pid === child.pid) return true;
    await delay(20);
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
