import type {} from "fastify";

/** How a service proves itself (API spec §2.1): each has one authenticator, given to the kernel by name. */
export type ServiceGuard = "metrics_basic" | "metrics_token" | "internal_hmac" | "webhook";

/**
 * Who may call a route, in the words of the API spec's Who column. A route without one stops the start.
 * `permission` and `service` carry a name; `participant` and `owner` need a signed-in user and are finished by the SQL of the use case.
 */
export type Guard =
  | "public"
  | "guest"
  | "user"
  | "participant"
  | "owner"
  | { readonly permission: string }
  | { readonly service: ServiceGuard };

/** Rate buckets of operations §4.3. `none` is allowed for health and readiness only. */
export type Bucket =
  | "none"
  | "read"
  | "write"
  | "search"
  | "booking"
  | "auth_login"
  | "auth_register"
  | "auth_code"
  | "auth_bootstrap"
  | "auth_refresh"
  | "conv_msg"
  | "typing"
  | "financial"
  | "upload"
  | "export"
  | "expensive"
  | "sse_connect"
  | "webhook"
  | "video"
  | "admin"
  | "metrics";

/** What a route declares beside its schema; the kernel refuses to start when `guard` or `bucket` is missing. */
export interface RouteConfig {
  readonly guard: Guard;
  readonly bucket: Bucket;
  /** `required` is [idem] of the API spec; `accepted` is the default of every POST. */
  readonly idempotency?: "required" | "accepted" | "none";
  /** Statuses of problems the handler itself can answer with, for the documentation (403, 404, 409, ...). */
  readonly problems?: readonly number[];
  /** Skips the origin check; only for provider webhooks and signed service calls. */
  readonly originCheck?: "exempt";
  /** Which OpenAPI document shows it: `public` (default) also in `/openapi.json`, `internal` only in the full one. */
  readonly audience?: "public" | "internal";
  /** Outside `/api/v1` and outside the API: pages, assets, documents. The kernel's API rules do not apply to it. */
  readonly kind?: "api" | "web" | "document";
}

/** The person behind a request. Supplied by the identity module; the kernel only reads it. */
export interface Caller {
  readonly userId: string;
  readonly permissions: ReadonlySet<string>;
  readonly status: "active" | "suspended" | "deactivated";
  /** Cookie callers are subject to the origin check; bearer callers are not. */
  readonly credential: "cookie" | "bearer";
}

declare module "fastify" {
  interface FastifyContextConfig extends Partial<RouteConfig> {}

  interface FastifyRequest {
    /** Null for anonymous callers. */
    caller: Caller | null;
  }
}
