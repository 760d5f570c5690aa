import type { AuditEvent } from "./audit-entry.ts";
import type { ErrorOutput } from "./banner.ts";
import { DatabaseRefused } from "./database-refused.ts";
import type { DoorIo } from "./door.types.ts";

const warned = new WeakSet<ErrorOutput>();

/**
 * Writes one event to the audit file. Where that fails, PROD is closed; the other tiers go on with one warning per process.
 * @throws DatabaseRefused `audit_unwritable` on PROD, unless the event is itself a denial.
 */
export function recordEvent(io: Pick<DoorIo, "audit" | "stderr">, event: AuditEvent): void {
  try {
    io.audit.write(event);
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : "write failed";
    const message = `the database audit file ${io.audit.path} cannot be written (${why})`;
    if (event.tier === "PROD" && event.outcome === "allow") {
      throw new DatabaseRefused("audit_unwritable", `${message}; PROD stays closed until it can`);
    }
    if (warned.has(io.stderr)) return;
    warned.add(io.stderr);
    io.stderr.write(`warning: ${message}\n`);
  }
}
