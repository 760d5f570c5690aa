import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Binaries, findBinaries } from "./embedded-binaries.ts";
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
  /** Port of the first attempt, to come back where clients look for it; a free one when absent or taken. */
  readonly port?: number;
  readonly onProgress?: (step: string) => void;
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
}

/**
 * Creates the data folder when it is absent, clears what a killed server left, and starts PostgreSQL on a free loopback port.
 * The caller guarantees that no other process of ours uses the folder.
 * @throws Error with one line for a person: wrong owner, disk full, no programs, or the end of the server's log.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const binaries = await findBinaries();
  mkdirSync(dirname(options.dataFolder), { recursive: true });
  mkdirSync(dirname(options.logFile), { recursive: true });
  const runAs = chooseUser(options.dataFolder, [binaries.postgres, dirname(options.dataFolder)]);
  const passwordFile = `${options.dataFolder}.password`;
  if (!existsSync(join(options.dataFolder, "PG_VERSION"))) {
    options.onProgress?.("creating the database folder");
    await createDataFolder(options, binaries, runAs, passwordFile);
  }
  const password = readFileSync(passwordFile, "utf8").trim();
  await clearLeftovers(options.dataFolder, options.onProgress);
  const { child, port } = await launch(options, binaries, runAs);
  const exited = child.exitCode === null ? once(child, "exit").then(() => undefined) : Promise.resolve();
  return {
    port,
    pid: child.pid ?? 0,
    exited,
    connectionString: (database) =>
      `postgres://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
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

async function createDataFolder(
  options: EmbeddedServerOptions,
  binaries: Binaries,
  runAs: RunAs,
  passwordFile: string,
): Promise<void> {
  // Whatever is there has no PG_VERSION: an earlier creation was cut off.
  rmSync(options.dataFolder, { recursive: true, force: true });
  mkdirSync(options.dataFolder, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (runAs.ids) {
    chownSync(options.dataFolder, runAs.ids.uid, runAs.ids.gid);
    chownSync(passwordFile, runAs.ids.uid, runAs.ids.gid);
  }
  ensureExecutable(binaries);
  const command = runAs.command(binaries.initdb, [
    ...["-D", options.dataFolder, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256"],
    ...[`--pwfile=${passwordFile}`, options.durable ? "--data-checksums" : "--no-sync"],
  ]);
  const child = spawn(command.program, command.args, {
    ...command.options,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  await ended(child);
  if (child.exitCode !== 0) {
    rmSync(options.dataFolder, { recursive: true, force: true });
    throw new Error(`the database could not be created: ${explain(errors)}`);
  }
}

/** The package manager may drop the execute bits. Only an owner can give them back, and only when they are missing. */
function ensureExecutable(binaries: Binaries): void {
  for (const program of [binaries.postgres, binaries.initdb]) {
    try {
      chmodSync(program, 0o755);
    } catch {
      // Not ours to change: the start itself will tell.
    }
  }
}

async function launch(
  options: EmbeddedServerOptions,
  binaries: Binaries,
  runAs: RunAs,
): Promise<{ child: ChildProcess; port: number }> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  for (let attempt = 0; ; attempt++) {
    const port = options.port !== undefined && attempt < 20 ? options.port : await freePort();
    const child = spawnServer(options, binaries, runAs, port);
    const outcome = await waitUntilReady(options.dataFolder, child, deadline);
    if (outcome === "ready") return { child, port };
    const log = readFileSync(options.logFile, "utf8");
    const transient = /shared memory block|could not bind|Address already in use/.test(log.slice(-4000));
    if (outcome === "timeout" || !transient || performance.now() > deadline) {
      child.kill("SIGQUIT");
      throw new Error(`PostgreSQL did not start: ${explain(log)} (log: ${options.logFile})`);
    }
    // Backends of a killed server hold its shared memory until they notice, at most a few seconds.
    await delay(200);
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
  const log = openSync(options.logFile, "w", 0o600);
  // Detached: Ctrl-C reaches the whole foreground group, and the database must outlive the requests that are being finished.
  return spawn(command.program, command.args, {
    ...command.options,
    detached: true,
    stdio: ["ignore", log, log],
  });
}

async function waitUntilReady(
  dataFolder: string,
  child: ChildProcess,
  deadline: number,
): Promise<"ready" | "exited" | "timeout"> {
  let failed = false;
  child.once("error", () => {
    failed = true;
  });
  while (performance.now() < deadline) {
    if (failed || child.exitCode !== null || child.signalCode !== null) return "exited";
    const file = readPidFile(dataFolder);
    if (file?.status === "ready" && file.pid === child.pid) return "ready";
    await delay(20);
  }
  return "timeout";
}

interface PidFile {
  readonly pid: number;
  readonly status: string;
}

function readPidFile(dataFolder: string): PidFile | null {
  try {
    const lines = readFileSync(join(dataFolder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), status: lines[7]?.trim() ?? "" };
  } catch {
    return null;
  }
}

/** A server whose owner was killed is stopped; a lock file whose process is gone, or now another program, is removed. */
async function clearLeftovers(dataFolder: string, onProgress?: (step: string) => void): Promise<void> {
  const left = readPidFile(dataFolder);
  if (!left) return;
  if (isServerOf(left.pid, dataFolder)) {
    onProgress?.("stopping the database server that an earlier run left behind");
    process.kill(left.pid, "SIGINT");
    const deadline = performance.now() + STOP_TIMEOUT_MS;
    while (isServerOf(left.pid, dataFolder)) {
      if (performance.now() > deadline)
        throw new Error(`a database server (process ${left.pid}) does not stop; end it and start again`);
      await delay(50);
    }
  }
  onProgress?.("clearing the lock that an earlier run left behind");
  rmSync(join(dataFolder, "postmaster.pid"), { force: true });
}

function isServerOf(pid: number, dataFolder: string): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return words.includes(dataFolder) && (words[0]?.includes("postgres") ?? false);
  } catch {
    // No /proc on this system: believe the lock file.
    return process.platform !== "linux";
  }
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

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  await Promise.race([
    once(child, "exit"),
    once(child, "error").then(([error]) => Promise.reject(error as Error)),
  ]);
}

function explain(output: string): string {
  if (/No space left on device/i.test(output)) return "the disk is full; free some space and start again";
  const lines = output.trim().split("\n");
  const telling = lines.filter((line) => /FATAL|PANIC|error|could not/i.test(line));
  return (telling.at(-1) ?? lines.at(-1) ?? "no output").trim();
}
