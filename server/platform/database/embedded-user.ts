import { execFileSync, type SpawnOptions, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { StartError } from "#platform/process/start-error.ts";

const CAP_DAC_OVERRIDE = 1n;
const CAP_DAC_READ_SEARCH = 2n;
/** The working folder: the one we were started in may be closed to the other user. */
const NEUTRAL = "/";
const CANDIDATES = ["instainstru", "postgres"];

export interface RunAs {
  /** Owner of the data folder; null means the current user. */
  readonly ids: { readonly uid: number; readonly gid: number } | null;
  /** Command and arguments, changed where a wrapper is needed. */
  command(
    program: string,
    args: readonly string[],
  ): { program: string; args: string[]; options: SpawnOptions };
}

/**
 * PostgreSQL refuses to run as root, so root runs it as another user: the owner of an existing data folder, else a system user.
 * Where that user cannot enter the checkout (a root home of mode 700), the process keeps the one capability that passes folder
 * permissions, so that neither programs nor data have to live elsewhere.
 * @throws StartError with one line that says what to do.
 */
export function chooseUser(dataFolder: string, mustReach: readonly string[]): RunAs {
  if (process.getuid?.() !== 0) {
    refuseForeignFolder(dataFolder);
    return {
      ids: null,
      command: (program, args) => ({ program, args: [...args], options: { cwd: NEUTRAL } }),
    };
  }
  const ids = ownerOf(dataFolder) ?? systemUser();
  if (canReach(mustReach, ids)) {
    return {
      ids,
      command: (program, args) => ({ program, args: [...args], options: { ...ids, cwd: NEUTRAL } }),
    };
  }
  const capability = usableCapability();
  return {
    ids,
    command: (program, args) => ({
      program: "setpriv",
      args: [
        `--reuid=${ids.uid}`,
        `--regid=${ids.gid}`,
        "--clear-groups",
        // Without this bit access(2) ignores ambient capabilities, and PostgreSQL asks access(2) about its own program.
        "--securebits=+no_setuid_fixup",
        `--inh-caps=-all,+${capability}`,
        `--ambient-caps=-all,+${capability}`,
        `--bounding-set=-all,+${capability}`,
        "--",
        program,
        ...args,
      ],
      options: { cwd: NEUTRAL },
    }),
  };
}

function refuseForeignFolder(dataFolder: string): void {
  if (!existsSync(dataFolder)) return;
  const owner = statSync(dataFolder).uid;
  const me = process.getuid?.();
  if (me === undefined || owner === me) return;
  throw new StartError(
    `${dataFolder} belongs to another user (uid ${owner}); run as that user, or move the folder away to start with fresh data`,
  );
}

function ownerOf(folder: string): { uid: number; gid: number } | null {
  if (!existsSync(folder)) return null;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? null : { uid, gid };
}

function systemUser(): { uid: number; gid: number } {
  for (const name of CANDIDATES) {
    const found = lookUp(name);
    if (found) return found;
  }
  const name = "instainstru";
  const made = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", name], {
    stdio: "ignore",
  });
  const found = made.status === 0 ? lookUp(name) : null;
  if (!found)
    throw new StartError(
      "PostgreSQL does not run as root and no user could be made for it; run as an ordinary user",
    );
  return found;
}

function lookUp(name: string): { uid: number; gid: number } | null {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

function canReach(paths: readonly string[], ids: { uid: number; gid: number }): boolean {
  return paths.every((path) => spawnSync("test", ["-x", path], { ...ids, stdio: "ignore" }).status === 0);
}

function usableCapability(): "dac_read_search" | "dac_override" {
  const bounding = /^CapBnd:\s*([0-9a-f]+)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "0";
  const bits = BigInt(`0x${bounding}`);
  const has = (capability: bigint): boolean => ((bits >> capability) & 1n) === 1n;
  try {
    execFileSync("setpriv", ["--version"], { stdio: "ignore" });
  } catch {
    throw new StartError(
      "other users cannot enter this folder and `setpriv` is missing; move the checkout or open the folder (chmod o+x)",
    );
  }
  if (has(CAP_DAC_READ_SEARCH)) return "dac_read_search";
  if (has(CAP_DAC_OVERRIDE)) return "dac_override";
  throw new StartError(
    "other users cannot enter this folder; move the checkout or open the folder (chmod o+x)",
  );
}
