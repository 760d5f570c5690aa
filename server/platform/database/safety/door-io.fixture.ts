import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AuditEvent } from "./audit-entry.ts";
import { createAuditFile } from "./audit-file.ts";
import type { DoorIo } from "./door.types.ts";
import { describeOrigin } from "./process-io.ts";

export const NOW = Temporal.Instant.from("2026-03-08T06:59:59Z");

export const URLS = {
  INT_DATABASE_URL: "postgres://app:int-pass@localhost/instainstru_int",
  STG_DATABASE_URL: "postgres://app:stg-pass@stg.example.com/instainstru_stg",
  PROD_DATABASE_URL: "postgres://app:prod-pass@db.example.com/instainstru",
} as const;

export interface FakeIo extends DoorIo {
  readonly events: AuditEvent[];
  readonly questions: string[];
  output(): string;
  auditText(): string;
}

/** A door on a real audit file in a new folder, with a person who gives `answer` to every question. */
export function fakeIo(
  overrides: Partial<DoorIo> & { answer?: string | null; colour?: boolean } = {},
): FakeIo {
  const { answer = null, colour = false, ...rest } = overrides;
  const path = join(mkdtempSync(join(tmpdir(), "database-door-")), "logs", "database_audit.jsonl");
  const questions: string[] = [];
  const events: AuditEvent[] = [];
  let output = "";
  const base = {
    env: {},
    argv: ["node", "script.ts"],
    entrypoint: "script",
    isTty: true,
    testRunner: false,
    clock: { now: () => NOW },
    ...rest,
  } as const;
  const file = createAuditFile({ path, clock: base.clock, origin: describeOrigin(base) });
  return {
    stderr: {
      isTTY: colour,
      write: (text) => {
        output += text;
      },
    },
    ask: async (question) => {
      questions.push(question);
      return answer;
    },
    audit: {
      path,
      write: (event) => {
        events.push(event);
        file.write(event);
      },
    },
    ...base,
    events,
    questions,
    output: () => output,
    auditText: () => readFileSync(path, "utf8"),
  };
}
