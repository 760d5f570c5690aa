import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { BlockList, isIPv4, isIPv6 } from "node:net";
import type { FastifyRequest } from "fastify";
import type { Clock } from "#platform/clock/clock.ts";
import type { Config } from "#platform/config/config.ts";
import type { ServiceAuthenticator } from "./guards.ts";
import { Problem } from "./problem.ts";

export interface ServiceAuthOptions {
  readonly config: Pick<Config, "tier" | "metrics" | "internalHmacSecrets">;
  readonly clock: Clock;
}

export interface OurServiceGuards {
  readonly metrics_basic: ServiceAuthenticator;
  readonly metrics_token: ServiceAuthenticator;
  readonly internal_hmac: ServiceAuthenticator;
}

/** The authenticators of our own services (API spec §2.1). Every comparison of secrets takes the same time whatever differs. */
export function createServiceGuards({ config, clock }: ServiceAuthOptions): OurServiceGuards {
  return {
    metrics_basic: metricsBasic(config),
    metrics_token: metricsToken(config.metrics),
    internal_hmac: internalHmac(config.internalHmacSecrets, clock),
  };
}

function metricsBasic({ tier, metrics }: ServiceAuthOptions["config"]): ServiceAuthenticator {
  return (request) => {
    if (metrics.basicAuth === null) return tier !== "PROD";
    const sent = credentials(request, "basic");
    if (sent !== null && equal(Buffer.from(sent, "base64").toString(), metrics.basicAuth.reveal()))
      return true;
    throw new Problem({
      status: 401,
      code: "not_authenticated",
      detail: "Sign in with the metrics user and password.",
      headers: { "www-authenticate": 'Basic realm="metrics", charset="UTF-8"' },
    });
  };
}

function metricsToken({ token, ipAllowlist }: Config["metrics"]): ServiceAuthenticator {
  const allowed = addressList(ipAllowlist);
  return (request) => {
    const address = request.ip.replace(/^::ffff:/, "");
    if (allowed.check(address, isIPv6(address) ? "ipv6" : "ipv4")) return true;
    const sent = credentials(request, "bearer");
    return token !== null && sent !== null && equal(sent, token.reveal());
  };
}

/** @throws TypeError for an entry that is neither an address nor a network in CIDR form. */
function addressList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", bits] = entry.split("/");
    const family = isIPv4(address) ? "ipv4" : isIPv6(address) ? "ipv6" : null;
    if (family === null) throw new TypeError(`METRICS_IP_ALLOWLIST: "${entry}" is not an address`);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

const TOLERANCE_S = 300;
const REMEMBER_S = 600;
const MOST_REMEMBERED = 10_000;

/**
 * `X-Internal-Signature` is hex HMAC-SHA256 over `timestamp.body`, `X-Internal-Timestamp` is epoch seconds within five minutes of the
 * clock. A signature is good once: it is remembered for ten minutes in this process (operations §3.2).
 */
function internalHmac(secrets: Config["internalHmacSecrets"], clock: Clock): ServiceAuthenticator {
  const used = new Map<string, number>();
  return (request) => {
    if (secrets.length === 0) {
      throw new Problem({
        status: 503,
        code: "service_unavailable",
        detail: "Signed internal calls are not set up on this server.",
      });
    }
    const timestamp = header(request, "x-internal-timestamp");
    const signature = header(request, "x-internal-signature")?.toLowerCase();
    if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
    const now = Math.floor(clock.now().epochMilliseconds / 1000);
    if (Math.abs(now - Number(timestamp)) > TOLERANCE_S) return false;
    const signed = Buffer.concat([Buffer.from(`${timestamp}.`), request.rawBody ?? Buffer.alloc(0)]);
    const matches = secrets.map((secret) =>
      equal(signature, createHmac("sha256", secret.reveal()).update(signed).digest("hex")),
    );
    return matches.includes(true) && isFirstUse(used, signature, now);
  };
}

function isFirstUse(used: Map<string, number>, signature: string, now: number): boolean {
  for (const [old, at] of used) {
    if (now - at <= REMEMBER_S && used.size < MOST_REMEMBERED) break;
    used.delete(old);
  }
  if (used.has(signature)) return false;
  used.set(signature, now);
  return true;
}

function credentials(request: FastifyRequest, scheme: "basic" | "bearer"): string | null {
  const [name, value] = (request.headers.authorization ?? "").split(" ", 2);
  return name?.toLowerCase() === scheme && value !== undefined && value !== "" ? value : null;
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" ? value : undefined;
}

function equal(sent: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(sent), digest(expected));
}
