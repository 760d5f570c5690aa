import { Problem } from "#platform/http/problem.ts";

export type HttpOutFailure =
  | "timeout"
  | "network"
  | "redirect"
  | "too_large"
  /** Not sent: the circuit breaker is open. */
  | "breaker_open"
  /** Not sent: the concurrency cap is reached. */
  | "too_busy";

/**
 * An outbound call without a usable answer. As a Problem it becomes 502, 503 or 504 where nobody handles it.
 * After `timeout`, `network`, `redirect` and `too_large` the call may have taken effect.
 */
export class HttpOutError extends Problem {
  override name = "HttpOutError";
  readonly destination: string;
  readonly kind: HttpOutFailure;

  constructor(destination: string, kind: HttpOutFailure, cause?: unknown) {
    super(PROBLEMS[kind]);
    this.destination = destination;
    this.kind = kind;
    this.message = `${destination}: ${kind}`;
    if (cause !== undefined) this.cause = cause;
  }
}

const detail = "A service that we rely on does not answer. Try again in a moment.";
const UPSTREAM = { status: 502, code: "upstream_error", detail };
const UNAVAILABLE = { status: 503, code: "service_unavailable", detail };

const PROBLEMS = {
  timeout: { status: 504, code: "timeout", detail },
  network: UPSTREAM,
  redirect: UPSTREAM,
  too_large: UPSTREAM,
  breaker_open: { ...UNAVAILABLE, headers: { "Retry-After": "30" } },
  too_busy: { ...UNAVAILABLE, headers: { "Retry-After": "2" } },
} as const;
