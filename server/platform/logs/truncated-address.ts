import { isIPv4, isIPv6 } from "node:net";

/** The network of an address, as logs may keep it: IPv4 as /24, IPv6 as /48 (operations §3.3). Anything else becomes `invalid`. */
export function truncateAddress(address: string): string {
  const plain = address.startsWith("::ffff:") && isIPv4(address.slice(7)) ? address.slice(7) : address;
  if (isIPv4(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  if (!isIPv6(plain)) return "invalid";
  return `${ipv6Groups(plain).slice(0, 3).join(":")}::/48`;
}

function ipv6Groups(address: string): string[] {
  const [withoutZone = ""] = address.split("%");
  const [head = "", tail] = withoutZone.split("::");
  const left = head === "" ? [] : head.split(":");
  if (tail === undefined) return left;
  const right = tail === "" ? [] : tail.split(":");
  const missing = Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(missing).fill("0"), ...right];
}
