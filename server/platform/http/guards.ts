import type { FastifyRequest } from "fastify";
import { Problem } from "./problem.ts";
import type { Caller, Guard, ServiceGuard } from "./route-config.ts";

/** Proves that a call comes from the service it claims to come from. May throw a Problem of its own, for example 503 when it is not set up. */
export type ServiceAuthenticator = (request: FastifyRequest) => boolean | Promise<boolean>;
export type ServiceGuards = Partial<Record<ServiceGuard, ServiceAuthenticator>>;

/** Service guards that sign the body: they run once the bytes are there, before anything parses them. */
const SIGNED: ReadonlySet<ServiceGuard> = new Set(["internal_hmac", "webhook"]);

export function signsBody(guard: Guard): boolean {
  return typeof guard === "object" && "service" in guard && SIGNED.has(guard.service);
}

/** A guard as one word, for lists: `user`, `permission:manage_users`, `service:webhook`. */
export function guardName(guard: Guard): string {
  if (typeof guard === "string") return guard;
  return "permission" in guard ? `permission:${guard.permission}` : `service:${guard.service}`;
}

/**
 * Lets a request pass or throws (operations §2 "Deny by default"). `participant` and `owner` ask for a signed-in user here; whose thing it
 * is decides the use case's SQL.
 * @throws Problem 401 `not_authenticated`, 403 `account_suspended`, 403 `permission_denied` with `required`.
 */
export async function checkGuard(
  guard: Guard,
  request: FastifyRequest,
  services: ServiceGuards,
): Promise<void> {
  if (guard === "public" || guard === "guest") return;
  if (typeof guard === "object" && "service" in guard) {
    const accepted = await services[guard.service]?.(request);
    if (accepted !== true) throw notAuthenticated("This path takes calls from our own services only.");
    return;
  }
  const caller = activeCaller(request.caller);
  if (typeof guard === "object" && !caller.permissions.has(guard.permission)) {
    throw new Problem({
      status: 403,
      code: "permission_denied",
      detail: "Your account may not do this.",
      extensions: { required: guard.permission },
    });
  }
}

function activeCaller(caller: Caller | null): Caller {
  if (caller === null || caller.status === "deactivated") throw notAuthenticated("Sign in first.");
  if (caller.status === "suspended") {
    throw new Problem({
      status: 403,
      code: "account_suspended",
      detail: "This account is suspended. Write to support to have it looked at.",
    });
  }
  return caller;
}

function notAuthenticated(detail: string): Problem {
  return new Problem({ status: 401, code: "not_authenticated", detail });
}
