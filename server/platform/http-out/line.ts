import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "#platform/clock/clock.ts";
import type { Tier } from "#platform/config/config.ts";
import { type BreakerState, createBreaker } from "#platform/resilience/circuit-breaker.ts";
import { addressAt, checkDestination, type Destination } from "./destination.ts";
import { exchange, type OutboundResponse } from "./exchange.ts";
import { HttpOutError, type HttpOutFailure } from "./http-out-error.ts";

export interface OutboundRequest {
  readonly method?: string;
  /** Path and query, from a single `/`. */
  readonly path: string;
  readonly headers?: HeadersInit;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Sending it twice does no more than once: then it is tried up to three times. Default: GET and HEAD. */
  readonly idempotent?: boolean;
  readonly signal?: AbortSignal;
}

/** What became of one attempt; `status_4xx` and the like group the answers by class. */
export type AttemptOutcome = HttpOutFailure | "aborted" | `status_${number}xx`;

export interface LineOptions {
  readonly tier: Tier;
  readonly clock: Clock;
  /** From 0 to 1, for the jitter of retries. */
  readonly random?: () => number;
  readonly delay?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly timeoutSignal?: (milliseconds: number) => AbortSignal;
}

/** The way to one destination, with its own breaker and concurrency cap. */
export interface Line {
  readonly origin: string;
  send(request: OutboundRequest): Promise<OutboundResponse>;
  breakerState(): BreakerState;
}

const BREAKER = { failures: 5, openMs: 30_000 };
const MAX_RETRIES = 2;
const RETRY_BASE_MS = 200;
const DEFAULTS = { maxResponseBytes: 2 * 1024 * 1024, concurrency: 32 };

/** @throws RangeError when the destination may not be called in this tier */
export function createLine(
  name: string,
  destination: Destination,
  options: LineOptions,
  onAttempt: (outcome: AttemptOutcome, durationMs: number) => void,
): Line {
  const { random = Math.random, delay = pause, timeoutSignal = AbortSignal.timeout } = options;
  const origin = checkDestination(name, destination, options.tier);
  const { concurrency, maxResponseBytes, timeoutMs } = { ...DEFAULTS, ...destination };
  const breaker = createBreaker({ ...BREAKER, clock: options.clock });
  let inFlight = 0;

  async function attempt(
    url: URL,
    method: string,
    request: OutboundRequest,
  ): Promise<OutboundResponse | HttpOutError> {
    const started = performance.now();
    const count = (outcome: AttemptOutcome) => onAttempt(outcome, performance.now() - started);
    try {
      const { headers, body = null, signal } = request;
      const timeout = timeoutSignal(timeoutMs);
      const response = await exchange({
        destination: name,
        url,
        method,
        headers,
        body,
        maxResponseBytes,
        timeout,
        signal,
      });
      if (response.status >= 500) breaker.failure();
      else breaker.success();
      count(`status_${Math.floor(response.status / 100)}xx`);
      return response;
    } catch (error) {
      if (error instanceof HttpOutError) {
        breaker.failure();
        count(error.kind);
        return error;
      }
      count("aborted");
      throw error;
    }
  }

  function refuse(kind: HttpOutFailure): HttpOutError {
    onAttempt(kind, 0);
    return new HttpOutError(name, kind);
  }

  async function send(request: OutboundRequest): Promise<OutboundResponse> {
    const method = (request.method ?? "GET").toUpperCase();
    const url = addressAt(origin, request.path);
    const retries = (request.idempotent ?? (method === "GET" || method === "HEAD")) ? MAX_RETRIES : 0;
    if (inFlight >= concurrency) throw refuse("too_busy");
    if (!breaker.allow()) throw refuse("breaker_open");
    inFlight += 1;
    try {
      let result = await attempt(url, method, request);
      for (let retry = 0; retry < retries && mayPass(result); retry++) {
        await delay(random() * RETRY_BASE_MS * 2 ** retry, request.signal);
        if (!breaker.allow()) break;
        result = await attempt(url, method, request);
      }
      if (result instanceof HttpOutError) throw result;
      return result;
    } finally {
      inFlight -= 1;
    }
  }

  return { origin: origin.origin, send, breakerState: () => breaker.state() };
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await sleep(milliseconds, undefined, signal && { signal });
}

/** Whether a second try may fare better. */
function mayPass(result: OutboundResponse | HttpOutError): boolean {
  return result instanceof HttpOutError
    ? result.kind === "timeout" || result.kind === "network"
    : result.status >= 500;
}
