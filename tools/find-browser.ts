import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import type { Children } from "./child-processes.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

const ADVICE = `The browser tests need Chromium and none could be found or installed. Do one of:
  apt-get install chromium          (Debian, as root)
  npx playwright install chromium   (any system with network access)
  CHROMIUM_PATH=/path/to/chromium npm test`;

/**
 * The path of a Chromium that starts: `CHROMIUM_PATH`, the system's, Playwright's own, else newly installed (Debian's package as
 * root, else Playwright's download).
 * @throws Error that says what to do
 */
export async function findBrowser(children: Pick<Children, "run">): Promise<string> {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (starts(named)) return named;
    throw new Error(`CHROMIUM_PATH=${named} does not start.\n${ADVICE}`);
  }
  const present = presentBrowser();
  if (present !== null) return present;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await children.run(["apt-get", "update", "-qq"], { env, capture: true });
    await children.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      env,
      capture: true,
    });
    const installed = presentBrowser();
    if (installed !== null) return installed;
  }
  await children.run(["playwright", "install", "chromium"]);
  const downloaded = presentBrowser();
  if (downloaded !== null) return downloaded;
  throw new Error(ADVICE);
}

function presentBrowser(): string | null {
  const candidates = [...browsersOnPath(process.env["PATH"] ?? ""), chromium.executablePath()];
  return candidates.find((file) => existsSync(file) && starts(file)) ?? null;
}

/** Executable Chromium files on a search path, the preferred name first. */
export function browsersOnPath(searchPath: string): string[] {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== "");
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Some systems put a stub on the path that only tells how to install the real one. */
function starts(file: string): boolean {
  return spawnSync(file, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}
