import type { Clock } from "#platform/clock/clock.ts";
import type { Draining } from "./draining.ts";

export interface ReadinessCheck {
  /** A hard check that fails makes the process not ready; a soft one only degraded (operations §10). */
  readonly kind: "hard" | "soft";
  /** Resolves when all is well; anything it throws means failure. Given up after a second. */
  readonly run: () => Promise<void>;
}

export interface CheckResult {
  readonly name: string;
  readonly status: "ok" | "failed";
  readonly ms: number;
}

export interface Readiness {
  readonly status: "ok" | "degraded" | "unavailable";
  readonly checks: CheckResult[];
}

export interface ReadinessOptions {
  readonly clock: Clock;
  readonly draining: Draining;
  /** By name, in the order they are shown. */
  readonly checks: Readonly<Record<string, ReadinessCheck>>;
  /** Milliseconds before a check counts as failed. */
  readonly patienceMs?: number;
}

const FRESH_MS = 1_000;

/** Runs the checks at most once a second however often it is asked; draining counts at once. */
export function createReadiness({ clock, draining, checks, patienceMs = 1_000 }: ReadinessOptions) {
  let last: { readonly at: number; readonly result: Promise<Readiness> } | null = null;
  return async (): Promise<Readiness> => {
    const now = clock.now().epochMilliseconds;
    if (last === null || Math.abs(now - last.at) >= FRESH_MS) {
      last = { at: now, result: runChecks(checks, patienceMs) };
    }
    const result = await last.result;
    if (!draining.active) return result;
    return {
      status: "unavailable",
      checks: [{ name: "draining", status: "failed", ms: 0 }, ...result.checks],
    };
  };
}

async function runChecks(checks: ReadinessOptions["checks"], patienceMs: number): Promise<Readiness> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => ({
      kind: check.kind,
      result: await runCheck(name, check, patienceMs),
    })),
  );
  const failed = results.filter(({ result }) => result.status === "failed");
  const isDown = failed.some(({ kind }) => kind === "hard");
  return {
    status: isDown ? "unavailable" : failed.length > 0 ? "degraded" : "ok",
    checks: results.map(({ result }) => result),
  };
}

async function runCheck(name: string, check: ReadinessCheck, patienceMs: number): Promise<CheckResult> {
  const startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} did not answer in time`)), patienceMs);
  });
  const ms = () => Math.round(performance.now() - startedAt);
  try {
    await Promise.race([check.run(), tooLate]);
    return { name, status: "ok", ms: ms() };
  } catch {
    return { name, status: "failed", ms: ms() };
  } finally {
    clearTimeout(timer);
  }
}
