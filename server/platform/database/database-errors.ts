/** The database cannot be reached or has no free connection: the caller may try again (503, operations §10). */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
}

const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "53300", // too_many_connections
  "08006", // connection_failure
]);

const RETRYABLE = new Set(["40001", "40P01"]);

/** The SQLSTATE or system code of a driver error, else null. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

/** The violated constraint's name (SQLSTATE class 23), else null. Repositories translate it to their typed error. */
export function violatedConstraint(error: unknown): string | null {
  const code = errorCode(error);
  if (code === null || !code.startsWith("23") || typeof error !== "object" || error === null) return null;
  return "constraint" in error && typeof error.constraint === "string" ? error.constraint : null;
}

/** Serialization failure or deadlock: the transaction may be run again from its start. */
export function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(errorCode(error) ?? "");
}

/** True when a wait for a lock ran out (55P03). */
export function isLockTimeout(error: unknown): boolean {
  return errorCode(error) === "55P03";
}

/** Turns a failed attempt to get a connection into `DatabaseUnavailable`; leaves every other error as it is. */
export function asAvailability(error: unknown): unknown {
  const message = error instanceof Error ? error.message : "";
  // The pool's acquire timeout has no code of its own.
  const timedOut = /timeout exceeded when trying to connect|Connection terminated/i.test(message);
  return timedOut || UNREACHABLE.has(errorCode(error) ?? "")
    ? new DatabaseUnavailable("no database connection", { cause: error })
    : error;
}
