import { AssertionError } from "node:assert";
import type { AuditEventName } from "./audit-entry.ts";
import { DatabaseRefused } from "./database-refused.ts";
import type { ResolvedDatabase } from "./decide-database.ts";
import type { DoorIo } from "./door.types.ts";
import { processIo } from "./process-io.ts";
import { recordEvent } from "./record-event.ts";
import { createRedact } from "./redact.ts";
import { resolveDatabase } from "./resolve-database.ts";
import type { Purpose } from "./tiers.ts";

export interface Script {
  readonly database: ResolvedDatabase;
  /** True under `--dry-run`: say what would be done, and do nothing. */
  readonly dryRun: boolean;
  readonly io: DoorIo;
}

const EVENT_BY_PURPOSE: Readonly<Partial<Record<Purpose, AuditEventName>>> = {
  migrate: "migrate",
  seed_system: "seed",
  seed_demo: "seed",
  reset: "reset",
  drop: "reset",
  truncate: "reset",
};

/** These mean a mistake in the program, where the stack is the message. Everything else thrown is meant for the person. */
const BUGS = [TypeError, ReferenceError, RangeError, SyntaxError, AssertionError];

/**
 * Runs a script that needs a database (operations §5.2 "Structural guards"): through the door, with its start and end in the audit file.
 * @returns the exit code: what `work` returned, 0 when it returned nothing, 1 when it failed or the door stayed closed.
 */
export async function runScript(
  name: string,
  purpose: Purpose,
  work: (script: Script) => Promise<number | void>,
  io: DoorIo = processIo({ entrypoint: "script" }),
): Promise<number> {
  try {
    const database = await resolveDatabase(purpose, io);
    return await runAudited(name, work, { database, dryRun: io.argv.includes("--dry-run"), io });
  } catch (error) {
    io.stderr.write(`${name}: ${createRedact(io.env)(describeFailure(error))}\n`);
    return 1;
  }
}

async function runAudited(
  name: string,
  work: (script: Script) => Promise<number | void>,
  script: Script,
): Promise<number> {
  const { database, dryRun, io } = script;
  const { tier, purpose, maskedUrl: urlMasked } = database;
  const mode = dryRun ? ", dry run" : "";
  const record = (event: AuditEventName, reason: string, durationMs?: number): void =>
    recordEvent(io, {
      ...{ event, tier, purpose, outcome: "allow", reason, urlMasked },
      ...(durationMs === undefined ? {} : { durationMs }),
    });

  record("script_start", `${name}${mode}`);
  const startedAt = performance.now();
  let exitCode = 1;
  try {
    exitCode = (await work(script)) ?? 0;
  } finally {
    const durationMs = Math.round(performance.now() - startedAt);
    const action = EVENT_BY_PURPOSE[purpose];
    if (action) record(action, `${purpose}${mode}, exit ${exitCode}`, durationMs);
    record("script_end", `${name}${mode}, exit ${exitCode}`, durationMs);
  }
  return exitCode;
}

function describeFailure(error: unknown): string {
  if (error instanceof DatabaseRefused) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (BUGS.some((bug) => error instanceof bug)) return error.stack ?? error.message;
  // A failed connection to a name with several addresses arrives as an AggregateError without words.
  const message = error.message || (error instanceof AggregateError ? String(error.errors[0]) : error.name);
  return message.split("\n", 1)[0] ?? message;
}
