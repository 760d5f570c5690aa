import { DatabaseUnavailable, isLockTimeout } from "#platform/database/database-errors.ts";
import { Problem } from "./problem.ts";

/** What the database's own failures mean to a caller (operations §10): no connection is 503, a lock that stays taken is 409 `busy`. */
export function translateDatabaseError(error: unknown): Problem | null {
  if (error instanceof DatabaseUnavailable) {
    return new Problem({
      status: 503,
      code: "service_unavailable",
      detail: "We cannot answer this moment. Try again in a few seconds.",
      headers: { "retry-after": "2" },
    });
  }
  if (isLockTimeout(error)) {
    return new Problem({
      status: 409,
      code: "busy",
      detail: "Somebody else is changing this right now. Try again.",
      headers: { "retry-after": "1" },
    });
  }
  return null;
}
