import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { isatty } from "node:tty";
import { systemClock } from "#platform/clock/clock.ts";
import type { Environment } from "#platform/config/config.ts";
import type { AuditOrigin } from "./audit-entry.ts";
import { AUDIT_FILE_NAME, createAuditFile } from "./audit-file.ts";
import { askTerminal } from "./confirm.ts";
import { FLAGS } from "./decide-database.ts";
import type { DoorIo } from "./door.types.ts";
import { createRedact, redactArgv } from "./redact.ts";
import { isCi, isTestRunner } from "./surroundings.ts";
import type { Entrypoint } from "./tiers.ts";

export interface ProcessIoOptions {
  readonly entrypoint: Entrypoint;
  /** Default: the process's own. `npm start` passes `withStartDefaults(process.env, process.argv)`. */
  readonly env?: Environment;
  readonly newestBackup?: NonNullable<DoorIo["newestBackup"]>;
}

/** The door's surroundings in a real process. Make one per process: the audit chain lives in it. */
export function processIo({ entrypoint, env = process.env, newestBackup }: ProcessIoOptions): DoorIo {
  const { argv } = process;
  const isTty = isatty(process.stdin.fd) && isatty(process.stderr.fd);
  return {
    env,
    argv,
    entrypoint,
    isTty,
    testRunner: isTestRunner(env, argv),
    stderr: process.stderr,
    ask: askTerminal,
    clock: systemClock,
    audit: createAuditFile({
      path: auditPath(env),
      clock: systemClock,
      origin: describeOrigin({ env, argv, entrypoint, isTty }),
    }),
    ...(newestBackup ? { newestBackup } : {}),
  };
}

export function auditPath(env: Environment): string {
  return join(env["LOG_DIR"] || "logs", AUDIT_FILE_NAME);
}

/** Who and where, for every audit line of this process; nothing secret in it. */
export function describeOrigin({
  env,
  argv,
  entrypoint,
  isTty,
}: Pick<DoorIo, "env" | "argv" | "entrypoint" | "isTty">): AuditOrigin {
  const redact = createRedact(env);
  const flags = FLAGS.flatMap((flag) => (env[flag] ? [[flag, redact(env[flag])] as const] : []));
  return {
    os_user: userName(),
    hostname: hostname(),
    pid: process.pid,
    entrypoint,
    argv_redacted: redactArgv(argv, redact),
    git_sha: redact(env["GIT_SHA"] || "unknown"),
    ci: isCi(env),
    interactive: isTty,
    flags: Object.fromEntries(flags),
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return `uid ${process.getuid?.() ?? "unknown"}`;
  }
}
