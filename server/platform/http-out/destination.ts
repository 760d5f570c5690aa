import type { Tier } from "#platform/config/config.ts";

export interface Destination {
  /** Scheme, host and port, for example `https://api.example.com`. */
  readonly origin: string;
  /** For one attempt, from the connection to the last byte, in milliseconds (operations §10). */
  readonly timeoutMs: number;
  /** After decompression; default 2 MiB. */
  readonly maxResponseBytes?: number;
  /** Calls in flight at once; further ones are refused. Default 32. */
  readonly concurrency?: number;
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The checked origin of a destination (operations §3 "SSRF"): https, or http to a stand-in on loopback outside PROD; in INT loopback only.
 * @throws RangeError when the origin is not one, or may not be called in this tier
 */
export function checkDestination(name: string, { origin }: Destination, tier: Tier): URL {
  const url = URL.parse(origin);
  if (!url || url.origin !== origin) {
    throw new RangeError(
      `destination ${name}: ${JSON.stringify(origin)} must be an origin such as https://api.example.com`,
    );
  }
  const isLoopback = LOOPBACK.has(url.hostname);
  if (tier === "INT" && !isLoopback) {
    throw new RangeError(`destination ${name}: INT calls only stand-ins on loopback, not ${url.host}`);
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback && tier !== "PROD")) {
    throw new RangeError(`destination ${name}: ${origin} must use https`);
  }
  return url;
}

/**
 * The address of `path` at a destination.
 * @throws RangeError when the path would leave the destination's origin
 */
export function addressAt(origin: URL, path: string): URL {
  const url = /^\/(?![/\\])/.test(path) ? URL.parse(path, origin.origin) : null;
  if (!url || url.origin !== origin.origin)
    throw new RangeError("the path must start with a single / and stay on its host");
  return url;
}
