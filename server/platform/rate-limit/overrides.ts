import type { Clock } from "#platform/clock/clock.ts";
import type { Database, Queryable } from "#platform/database/database.types.ts";
import { type FieldError, Problem } from "#platform/http/problem.ts";
import type { IdFactory } from "#platform/ids/ids.ts";
import { normalizeRouteId, type Override } from "./override.rules.ts";
import { deleteOverride, insertOverride, listOverrides, OVERRIDES_CHANNEL } from "./overrides.repository.ts";
import { isLimitedBucket } from "./policies.ts";

const POLL_MS = 30_000;

export type NewOverride = Omit<Override, "id" | "createdAt">;

export interface OverridesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdFactory;
  /** False in PROD: overrides cannot switch limiting off there. */
  readonly allowOff: boolean;
  /** After each reload, with the overrides in force. */
  readonly onLoaded?: (active: readonly Override[]) => void;
  /** A reload in the background failed; the overrides known so far stay in force. */
  readonly onError?: (error: unknown) => void;
}

/** What the limiter needs to know of overrides. */
export interface ActiveOverrides {
  /** Those in force at this moment, by the injected clock. */
  active(): readonly Override[];
}

export interface Overrides extends ActiveOverrides {
  /** Loads, subscribes to changes and polls every 30 s (operations §4.4). @throws what the database throws when the first load fails. */
  start(): Promise<void>;
  stop(): Promise<void>;
  reload(): Promise<void>;
  /** From the table, also where another process has just written; newest first. */
  list(db: Queryable): Promise<Override[]>;
  /**
   * Takes effect on every process once the transaction commits. The caller audits it in the same transaction.
   * @throws Problem 422 `validation_error`
   */
  create(db: Queryable, input: NewOverride): Promise<Override>;
  /** @throws Problem 404 `not_found` */
  delete(db: Queryable, id: string): Promise<void>;
}

export function createOverrides(options: OverridesOptions): Overrides {
  const { database, clock, ids } = options;
  let loaded: readonly Override[] = [];
  let lastStarted = 0;
  let lastApplied = 0;
  let unlisten: (() => Promise<void>) | null = null;
  let poll: NodeJS.Timeout | null = null;

  async function reload(): Promise<void> {
    const turn = ++lastStarted;
    const rows = await listOverrides(database.db, clock.now());
    if (turn < lastApplied) return; // a later reload was faster and has read newer rows
    lastApplied = turn;
    loaded = options.allowOff ? rows : rows.filter((row) => row.mode !== "off");
    options.onLoaded?.(loaded);
  }

  const reloadInBackground = (): void => {
    reload().catch((error: unknown) => options.onError?.(error));
  };

  return {
    async start() {
      unlisten = await database.listen(OVERRIDES_CHANNEL, reloadInBackground, reloadInBackground);
      poll = setInterval(reloadInBackground, POLL_MS).unref();
      await reload();
    },
    async stop() {
      if (poll) clearInterval(poll);
      await unlisten?.();
    },
    reload,
    active() {
      if (loaded.length === 0) return loaded;
      const now = clock.now();
      return loaded.filter((override) => Temporal.Instant.compare(override.expiresAt, now) > 0);
    },
    list: (db) => listOverrides(db, clock.now()),
    async create(db, input) {
      const now = clock.now();
      refuseInvalid(input, now, options.allowOff);
      const target = input.match === "bucket" ? input.target : normalizeRouteId(input.target);
      const override: Override = { ...input, target, id: ids(), createdAt: now };
      await insertOverride(db, override);
      return override;
    },
    async delete(db, id) {
      if (await deleteOverride(db, id)) return;
      throw new Problem({ status: 404, code: "not_found", detail: "There is no such rate-limit override." });
    },
  };
}

/** Rules that the table cannot know or would only answer with a constraint name; its CHECKs still have the last word. */
function refuseInvalid(input: NewOverride, now: Temporal.Instant, allowOff: boolean): void {
  const errors: FieldError[] = [];
  const refuse = (field: string, code: string, message: string): void => {
    errors.push({ in: "body", pointer: `/${field}`, code, message });
  };
  if (input.match === "bucket" ? !isLimitedBucket(input.target) : !input.target.startsWith("/")) {
    refuse("target", "invalid_value", "Name an existing bucket, or a route or prefix that starts with /.");
  }
  if ((input.ratePerMin === null) !== (input.burst === null)) {
    refuse("burst", "required", "Give rate_per_min and burst together.");
  }
  if (input.ratePerMin === null && input.mode === null) {
    refuse("rate_per_min", "required", "Give rate_per_min with burst, or a mode.");
  }
  if (input.mode === "off" && !allowOff) {
    refuse("mode", "invalid_value", "Limiting cannot be switched off in production. Use shadow.");
  }
  if (Temporal.Instant.compare(input.expiresAt, now) <= 0) {
    refuse("expires_at", "invalid_value", "Choose a time in the future.");
  }
  if (errors.length === 0) return;
  throw new Problem({
    status: 422,
    code: "validation_error",
    detail: "This override cannot be saved. Correct the fields named below.",
    errors,
  });
}
