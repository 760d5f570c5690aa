import type { AuditEventName } from "./audit-entry.ts";
import { printBanner } from "./banner.ts";
import { confirm } from "./confirm.ts";
import { DatabaseRefused, type RefusalCode } from "./database-refused.ts";
import { type Allowed, type Decision, decideDatabase, type ResolvedDatabase } from "./decide-database.ts";
import type { DoorIo } from "./door.types.ts";
import { recordEvent } from "./record-event.ts";
import type { Purpose } from "./tiers.ts";

const MAX_BACKUP_AGE_HOURS = 24;

/**
 * The only door to a database (operations §5.2): decides the tier, prints its banner once per process, asks for the confirmation that is
 * due, and writes the audit lines. The caller opens what it gets and then calls `checkEnvironment`.
 * @throws DatabaseRefused with one line that says what to do.
 */
export async function resolveDatabase(purpose: Purpose, io: DoorIo): Promise<ResolvedDatabase> {
  const decision = decideDatabase({ ...io, purpose });
  reportIgnoredFlags(decision, purpose, io);
  if (decision.outcome === "deny") {
    const { tier, reason, detail, maskedUrl } = decision;
    recordEvent(io, { event: "deny", tier, purpose, outcome: "deny", reason, urlMasked: maskedUrl });
    throw new DatabaseRefused(reason, detail);
  }
  if (decision.needsBackup) await requireBackup(decision, io);
  printBanner(io.stderr, io.env, decision.database);
  await requireConfirmation(decision, io);
  recordEvent(io, { event: "select", outcome: "allow", reason: decision.reason, ...subject(decision) });
  return decision.database;
}

function subject({ database }: Allowed) {
  return { tier: database.tier, purpose: database.purpose, urlMasked: database.maskedUrl } as const;
}

function reportIgnoredFlags({ tier, flagsIgnored }: Decision, purpose: string, io: DoorIo): void {
  for (const flag of flagsIgnored) {
    io.stderr.write(`warning: ${flag} is ignored, tests and CI use INT\n`);
    recordEvent(io, {
      event: "flag_ignored",
      tier,
      purpose,
      outcome: "allow",
      reason: flag,
      urlMasked: null,
    });
  }
}

async function requireBackup(decision: Allowed, io: DoorIo): Promise<void> {
  const newest = (await io.newestBackup?.()) ?? null;
  const ageHours = newest ? io.clock.now().since(newest).total("hours") : null;
  if (ageHours !== null && ageHours >= 0 && ageHours < MAX_BACKUP_AGE_HOURS) return;
  const found = newest ? `the newest is of ${newest.toString({ smallestUnit: "second" })}` : "none was found";
  const detail = `${decision.database.purpose} on PROD needs a backup younger than ${MAX_BACKUP_AGE_HOURS} hours; ${found}`;
  refuse(io, decision, "deny", "backup_missing", detail);
}

async function requireConfirmation(decision: Allowed, io: DoorIo): Promise<void> {
  const expected = decision.needsConfirmation;
  if (expected === null) return;
  if (!(await confirm(io.ask, { ...decision.database, expected }))) {
    refuse(
      io,
      decision,
      "confirm",
      "not_confirmed",
      `not confirmed: ${expected} was not typed, nothing was done`,
    );
  }
  recordEvent(io, { event: "confirm", outcome: "allow", reason: "typed", ...subject(decision) });
}

function refuse(
  io: DoorIo,
  decision: Allowed,
  event: AuditEventName,
  reason: RefusalCode,
  detail: string,
): never {
  recordEvent(io, { event, outcome: "deny", reason, ...subject(decision) });
  throw new DatabaseRefused(reason, detail);
}
