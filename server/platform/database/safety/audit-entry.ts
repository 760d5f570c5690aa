import { createHash } from "node:crypto";
import type { Tier } from "#platform/config/config.ts";
import type { Flag } from "./decide-database.ts";
import type { Entrypoint } from "./tiers.ts";

export type AuditEventName =
  | "select"
  | "confirm"
  | "deny"
  | "flag_ignored"
  | "migrate"
  | "seed"
  | "reset"
  | "script_start"
  | "script_end";

/** What happened; the writer adds who, where and when. */
export interface AuditEvent {
  readonly event: AuditEventName;
  readonly tier: Tier | null;
  readonly purpose: string | null;
  readonly outcome: "allow" | "deny";
  readonly reason: string;
  readonly urlMasked: string | null;
  readonly durationMs?: number;
}

/** The same in every line of one process. */
export interface AuditOrigin {
  readonly os_user: string;
  readonly hostname: string;
  readonly pid: number;
  readonly entrypoint: Entrypoint;
  readonly argv_redacted: readonly string[];
  readonly git_sha: string;
  readonly ci: boolean;
  readonly interactive: boolean;
  readonly flags: Readonly<Partial<Record<Flag, string>>>;
}

/** `prev_hash` of the first line of a process. */
export const FIRST_LINK = "0".repeat(64);

export interface AuditLine {
  readonly text: string;
  readonly hash: string;
}

/** One line of the audit file, the fields in the order of operations §5.3; `hash` covers every byte in front of it. */
export function formatAuditLine(
  ts: string,
  event: AuditEvent,
  origin: AuditOrigin,
  previousHash: string,
): AuditLine {
  const json = JSON.stringify({
    ts,
    event: event.event,
    tier: event.tier,
    purpose: event.purpose,
    outcome: event.outcome,
    reason: event.reason,
    url_masked: event.urlMasked,
    os_user: origin.os_user,
    hostname: origin.hostname,
    pid: origin.pid,
    entrypoint: origin.entrypoint,
    argv_redacted: origin.argv_redacted,
    git_sha: origin.git_sha,
    ci: origin.ci,
    interactive: origin.interactive,
    flags: origin.flags,
    duration_ms: event.durationMs ?? null,
    prev_hash: previousHash,
  });
  // JSON leaves these two as they are, and many readers take them for the end of a line.
  const body = json.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  const hash = sha256(body);
  return { text: `${body.slice(0, -1)},"hash":"${hash}"}`, hash };
}

export interface ParsedAuditLine {
  /** Names the process; its lines form one chain. */
  readonly process: string;
  readonly previousHash: string;
  readonly hash: string;
  /** False when any byte of the line was changed after it was written. */
  readonly isIntact: boolean;
}

/** Reads a line for verification; null when it is no audit line at all. */
export function parseAuditLine(text: string): ParsedAuditLine | null {
  const match = /^(\{.*),"hash":"([0-9a-f]{64})"\}$/.exec(text);
  const [, front, hash] = match ?? [];
  if (front === undefined || hash === undefined) return null;
  const body = `${front}}`;
  const fields = parseObject(body);
  const previousHash = fields?.["prev_hash"];
  if (!fields || typeof previousHash !== "string") return null;
  return {
    process: `${String(fields["hostname"])}:${String(fields["pid"])}`,
    previousHash,
    hash,
    isIntact: sha256(body) === hash,
  };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
