import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { StartError } from "#platform/process/start-error.ts";
import type { Binaries } from "./embedded-binaries.ts";
import { explainServerOutput } from "./embedded-log.ts";
import type { RunAs } from "./embedded-user.ts";

export interface DataFolderOptions {
  readonly dataFolder: string;
  readonly durable: boolean;
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  readonly onProgress?: ((step: string) => void) | undefined;
  /** Ends a creation at once. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes PostgreSQL's data folder unless it is there, and returns the superuser's password. The folder is filled under another name and
 * moved into place when it is complete, so that a creation which was cut off can never be mistaken for a database.
 * @throws StartError
 */
export async function ensureDataFolder(options: DataFolderOptions): Promise<string> {
  const { dataFolder, onProgress } = options;
  const passwordFile = `${dataFolder}.password`;
  removeUnfinished(dataFolder);
  if (!existsSync(dataFolder)) {
    onProgress?.("creating the database folder");
    await createDataFolder(options, passwordFile);
  } else if (!existsSync(join(dataFolder, "PG_VERSION"))) {
    throw new StartError(
      `${dataFolder} exists and is not a database; move it away, or set DATA_DIR to another folder`,
    );
  }
  if (!existsSync(passwordFile)) {
    throw new StartError(
      `${passwordFile} is missing, and without it ${dataFolder} cannot be opened; put it back, or move that folder away to start with fresh data`,
    );
  }
  return readFileSync(passwordFile, "utf8").trim();
}

async function createDataFolder(options: DataFolderOptions, passwordFile: string): Promise<void> {
  const { dataFolder, durable, binaries, runAs, signal } = options;
  const unfinished = mkdtempSync(unfinishedPrefix(dataFolder));
  try {
    writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
    if (runAs.ids) {
      chownSync(unfinished, runAs.ids.uid, runAs.ids.gid);
      chownSync(passwordFile, runAs.ids.uid, runAs.ids.gid);
    }
    ensureExecutable(binaries);
    await initialise(options, [
      ...["-D", unfinished, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256"],
      ...[`--pwfile=${passwordFile}`, durable ? "--data-checksums" : "--no-sync"],
    ]);
    signal?.throwIfAborted();
    renameSync(unfinished, dataFolder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true, maxRetries: 20 });
    throw error;
  }
}

async function initialise({ binaries, runAs, signal }: DataFolderOptions, args: string[]): Promise<void> {
  signal?.throwIfAborted();
  const command = runAs.command(binaries.initdb, args);
  // A process group of its own, to end it together with the servers that it runs.
  const child = spawn(command.program, command.args, {
    ...command.options,
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const kill = (): void => killGroup(child);
  signal?.addEventListener("abort", kill, { once: true });
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  }).finally(() => signal?.removeEventListener("abort", kill));
  signal?.throwIfAborted();
  if (code !== 0) throw new StartError(`the database could not be created: ${explainServerOutput(errors)}`);
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
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

function unfinishedPrefix(dataFolder: string): string {
  return `${dataFolder}.unfinished-`;
}

/** What creations that were killed left behind. */
function removeUnfinished(dataFolder: string): void {
  const prefix = basename(unfinishedPrefix(dataFolder));
  for (const name of readdirSync(dirname(dataFolder))) {
    if (!name.startsWith(prefix)) continue;
    try {
      rmSync(join(dirname(dataFolder), name), { recursive: true, force: true });
    } catch {
      // Its orphan is still writing; the next start removes it.
    }
  }
}
