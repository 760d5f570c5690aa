import type { Clock } from "#platform/clock/clock.ts";
import type { Environment } from "#platform/config/config.ts";
import type { AuditEvent } from "./audit-entry.ts";
import type { ErrorOutput } from "./banner.ts";
import type { Ask } from "./confirm.ts";
import type { Entrypoint } from "./tiers.ts";

/** Everything that the door touches outside itself. `processIo` gives the real one. */
export interface DoorIo {
  readonly env: Environment;
  readonly argv: readonly string[];
  readonly entrypoint: Entrypoint;
  readonly isTty: boolean;
  readonly testRunner: boolean;
  readonly stderr: ErrorOutput;
  readonly ask: Ask;
  readonly clock: Clock;
  readonly audit: { readonly path: string; write(event: AuditEvent): void };
  /** When the newest complete backup of PROD was made; null when there is none. Without it PROD cannot be migrated. */
  readonly newestBackup?: () => Promise<Temporal.Instant | null>;
}
