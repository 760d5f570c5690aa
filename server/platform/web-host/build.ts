import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Environment } from "../config/config.ts";
import { fingerprintWebInputs } from "./build-fingerprint.ts";
import { precompressAssets } from "./precompress.ts";

/** A running site may still serve an older build; this many are kept beside the current one. */
const OLDER_BUILDS_KEPT = 2;
const BUILD_NAME = /^web-[0-9a-f]{16}$/;
const UNFINISHED_NAME = /^unfinished-(\d+)-/;

export interface WebBuildOptions {
  /** The folder that holds `web/`, `vite.config.ts` and `package-lock.json`. */
  readonly root: string;
  /** Gets one line per step worth telling a person. */
  readonly log: (line: string) => void;
  /** The environment of this process, handed on to the build tool. */
  readonly environment: Environment;
  /** Stops a running build. */
  readonly signal?: AbortSignal;
  /** Writes a build of `root` into `directory`; replaced only by tests. */
  readonly build?: (options: BuildRun) => Promise<void>;
}

export interface BuildRun extends Pick<WebBuildOptions, "root" | "environment" | "signal"> {
  readonly directory: string;
}

export interface WebBuild {
  readonly directory: string;
  /** False when a build of the same sources was there already. */
  readonly built: boolean;
}

/** The web app could not be built; the message ends with what the build tool said. */
export class WebBuildError extends Error {
  override name = "WebBuildError";
}

/**
 * Makes sure that a build of the present sources exists under `build/` and says where. A build lives in a folder named for
 * the fingerprint of its inputs and appears there complete, by one rename: processes that start together cannot see
 * half a build, and a site that runs on an older one keeps its files.
 * @throws WebBuildError when the build fails.
 */
export async function ensureWebBuild(options: WebBuildOptions): Promise<WebBuild> {
  const { root, log } = options;
  const builds = join(root, "build");
  const directory = join(builds, `web-${await fingerprintWebInputs(root)}`);
  if (await isThere(directory)) return { directory, built: false };

  log("Building the web app (sources changed) …");
  const started = performance.now();
  await mkdir(builds, { recursive: true });
  const unfinished = await mkdtemp(join(builds, `unfinished-${process.pid}-`));
  try {
    await (options.build ?? runReactRouterBuild)({ ...options, directory: unfinished });
    await moveIntoPlace(unfinished, directory);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  log(`Web app built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  await removeOldBuilds(builds, directory);
  return { directory, built: true };
}

async function runReactRouterBuild(options: BuildRun): Promise<void> {
  const output: string[] = [];
  const child = spawn(
    process.execPath,
    [join(options.root, "node_modules/@react-router/dev/bin.cjs"), "build"],
    {
      cwd: options.root,
      env: { ...options.environment, NODE_ENV: "production", WEB_BUILD_DIR: options.directory },
      stdio: ["ignore", "pipe", "pipe"],
      ...(options.signal && { signal: options.signal }),
    },
  );
  child.stdout.setEncoding("utf8").on("data", (text: string) => output.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => output.push(text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  }).catch((error: Error) => {
    throw new WebBuildError(`The web app could not be built: ${error.message}`, { cause: error });
  });
  if (code !== 0) {
    throw new WebBuildError(
      `The web app could not be built. The build said:\n${lastLines(output.join(""), 30)}`,
    );
  }
  await precompressAssets(join(options.directory, "client"));
}

/** When another process was first with the same build, its copy is as good as ours. */
async function moveIntoPlace(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(await isThere(to))) throw error;
  }
}

async function removeOldBuilds(builds: string, current: string): Promise<void> {
  const names = await readdir(builds);
  const older = await Promise.all(
    names
      .filter((name) => BUILD_NAME.test(name) && join(builds, name) !== current)
      .map(async (name) => ({
        path: join(builds, name),
        modified: (await stat(join(builds, name))).mtimeMs,
      })),
  );
  older.sort((a, b) => b.modified - a.modified);
  const abandoned = names.filter((name) => isAbandoned(name)).map((name) => join(builds, name));
  for (const path of [...older.slice(OLDER_BUILDS_KEPT).map((build) => build.path), ...abandoned]) {
    await rm(path, { recursive: true, force: true });
  }
}

/** An unfinished build whose process is gone. */
function isAbandoned(name: string): boolean {
  const pid = UNFINISHED_NAME.exec(name)?.[1];
  if (pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

function lastLines(text: string, count: number): string {
  return text.trim().split("\n").slice(-count).join("\n");
}
