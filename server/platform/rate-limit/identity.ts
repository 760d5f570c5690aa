import { isIP, isIPv4 } from "node:net";
import type { LimitedBucket } from "./policies.ts";

export interface AddressSource {
  /** Peer of the socket; undefined on a UNIX socket. */
  readonly socketAddress: string | undefined;
  readonly forwardedFor: string | readonly string[] | undefined;
  /** How many proxies of ours stand before this process (`TRUSTED_PROXY_HOPS`); 0 ignores the header. */
  readonly hops: number;
}

/**
 * The address that is counted (operations §4.3): the entry that our outermost proxy wrote, `hops` from the right of X-Forwarded-For,
 * else the socket's peer. Entries further left come from the client and are never believed. IPv6 counts as its /64, IPv4 mapped into
 * IPv6 as IPv4. A missing or malformed entry falls back to the socket, which can only be stricter. It is personal data: never log it.
 */
export function clientAddress(source: AddressSource): string {
  const forwarded = source.hops > 0 ? forwardedEntry(source.forwardedFor, source.hops) : undefined;
  return normalizeAddress(forwarded) ?? normalizeAddress(source.socketAddress) ?? "unknown";
}

/** `rl:{bucket}:{identity}[:{extra}]` with the identity from `userIdentity` or `addressIdentity`. */
export function limitKey(bucket: LimitedBucket, identity: string, ...extra: readonly string[]): string {
  const key = `rl:${bucket}:${identity}`;
  return extra.length === 0 ? key : [key, ...extra].join(":");
}

export function userIdentity(userId: string): string {
  return `user:${userId}`;
}

export function addressIdentity(address: string): string {
  return `ip:${address}`;
}

function forwardedEntry(header: AddressSource["forwardedFor"], hops: number): string | undefined {
  const text = typeof header === "string" ? header : header?.join(",");
  return text?.split(",").at(-hops)?.trim();
}

/** Proxies write plain addresses, `1.2.3.4:5678`, or `[2001:db8::1]:443`. */
function normalizeAddress(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (isIPv4(text)) return text;
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/, "");
  const family = isIP(address);
  if (family === 4) return address;
  return family === 6 ? normalizeIpv6(address) : undefined;
}

function normalizeIpv6(address: string): string {
  const groups = expandIpv6(address);
  const [g0 = 0, g1 = 0, g2 = 0, g3 = 0, g4 = 0, g5 = 0, g6 = 0, g7 = 0] = groups;
  const mapped = g5 === 0xffff && [g0, g1, g2, g3, g4].every((group) => group === 0);
  if (mapped) return [g6 >> 8, g6 & 255, g7 >> 8, g7 & 255].join(".");
  return `${[g0, g1, g2, g3].map((group) => group.toString(16)).join(":")}::/64`;
}

/** The eight 16-bit groups of an address that `isIP` has accepted. */
function expandIpv6(address: string): number[] {
  const [left = "", right] = address.split("::");
  const head = parseGroups(left);
  if (right === undefined) return head;
  const tail = parseGroups(right);
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}

function parseGroups(text: string): number[] {
  if (text === "") return [];
  return text.split(":").flatMap((group) => {
    if (!group.includes(".")) return [Number.parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split(".").map(Number);
    return [(a << 8) | b, (c << 8) | d];
  });
}
