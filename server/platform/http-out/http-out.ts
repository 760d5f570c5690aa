import type { BreakerState } from "#platform/resilience/circuit-breaker.ts";
import type { Destination } from "./destination.ts";
import type { OutboundResponse } from "./exchange.ts";
import {
  type AttemptOutcome,
  createLine,
  type Line,
  type LineOptions,
  type OutboundRequest,
} from "./line.ts";

export interface HttpOut<Name extends string> {
  /**
   * Sends a request to a named destination and returns its answer, whatever its status.
   * @throws HttpOutError without an answer, RangeError when `path` would leave the host, Error inside a database transaction
   */
  request(name: Name, request: OutboundRequest): Promise<OutboundResponse>;
  /** `fetch` bound to one destination, for SDKs. It never retries: SDKs do that themselves. Aborts and failures reject as in `request`. */
  fetchFor(name: Name): typeof fetch;
  breakerState(name: Name): BreakerState;
}

export interface HttpOutOptions<Name extends string> extends LineOptions {
  readonly destinations: Readonly<Record<Name, Destination>>;
  /** Throws inside an open database transaction. */
  readonly assertNotInTransaction: () => void;
  /** Counts attempts; every label value is from a fixed set. */
  readonly onAttempt?: (destination: Name, outcome: AttemptOutcome, durationMs: number) => void;
}

/**
 * The only way out (operations §3 "SSRF", §10): named destinations with fixed hosts, no redirects, a time limit and a size limit, a breaker
 * and a concurrency cap for each, and never from inside a database transaction.
 * @throws RangeError when a destination may not be called in this tier
 */
export function createHttpOut<Name extends string>(options: HttpOutOptions<Name>): HttpOut<Name> {
  const lines = new Map<string, Line>();
  for (const [name, destination] of Object.entries<Destination>(options.destinations)) {
    const onAttempt = (outcome: AttemptOutcome, durationMs: number) =>
      options.onAttempt?.(name as Name, outcome, durationMs);
    lines.set(name, createLine(name, destination, options, onAttempt));
  }

  function lineOf(name: Name): Line {
    const line = lines.get(name);
    if (!line) throw new RangeError(`no destination ${name}`);
    return line;
  }

  async function request(name: Name, asked: OutboundRequest): Promise<OutboundResponse> {
    options.assertNotInTransaction();
    return await lineOf(name).send(asked);
  }

  function fetchFor(name: Name): typeof fetch {
    const { origin } = lineOf(name);
    return async (input, init) => {
      const { url, ...rest } = await readFetchArguments(input, init);
      const target = new URL(url);
      if (target.origin !== origin) throw new RangeError(`${target.origin} is not the destination ${name}`);
      return toResponse(
        await request(name, { ...rest, path: target.pathname + target.search, idempotent: false }),
      );
    };
  }

  return { request, fetchFor, breakerState: (name) => lineOf(name).breakerState() };
}

async function readFetchArguments(input: RequestInfo | URL, init: RequestInit | undefined) {
  const request = new Request(input, init);
  const { method, url, headers, signal } = request;
  return request.body === null
    ? { method, url, headers, signal }
    : { method, url, headers, signal, body: new Uint8Array(await request.arrayBuffer()) };
}

const BODYLESS = new Set([204, 205, 304]);

function toResponse({ status, headers: received, bytes }: OutboundResponse): Response {
  const headers = new Headers(received);
  // The bytes are decoded already.
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(BODYLESS.has(status) ? null : bytes, { status, headers });
}
