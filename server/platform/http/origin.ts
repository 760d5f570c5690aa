import type { Tier } from "#platform/config/config.ts";

/** Answers, for CSRF, CORS, redirects and payment return URLs alike, whether an address is ours (operations §3 "Allowed-origin rule"). */
export interface OriginPolicy {
  /** `text` as it stands in an `Origin` header or a configuration list: scheme, host and port, nothing after them. Never throws. */
  isAllowedOrigin(text: string): boolean;
  /** The URL when it is absolute, well formed and on an allowed origin, else null. For `Referer` and return URLs. Never throws. */
  allowedReturnUrl(text: string): URL | null;
  /** `text` when it is a path of this site, percent-encoded, else `/`. For `next`-style parameters. Never throws. */
  safeNextPath(text: string): string;
}

export interface OriginPolicyOptions {
  readonly tier: Tier;
  /** Exact origins, for example `https://app.example.org:8443`. */
  readonly publicOrigins: readonly string[];
}

interface Address {
  readonly url: URL;
  /** Whether anything, even a lone slash, follows the authority. */
  readonly bare: boolean;
}

const OWN_DOMAIN = "instainstru.com";
const LOOPBACK = new Set(["localhost", "127.0.0.1"]);
const MAX_LENGTH = 2048;
/** Scheme, host and port as written; userinfo, brackets, escapes, backslashes and empty ports do not match. */
const ADDRESS = /^https?:\/\/(?<host>[a-z0-9.-]+)(?::(?<port>[1-9][0-9]{0,4}))?(?<rest>[/?#].*)?$/i;
const PRINTABLE = /^[\x21-\x7e]+$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * One rule for all uses: `localhost` and `127.0.0.1` on any port outside PROD, the exact `publicOrigins`, and over HTTPS on its
 * default port `instainstru.com` with its subdomains.
 * @throws RangeError when a public origin is not a plain origin, or in PROD is not HTTPS or is loopback
 */
export function createOriginPolicy({ tier, publicOrigins }: OriginPolicyOptions): OriginPolicy {
  const listed = new Set(publicOrigins.map((text) => readPublicOrigin(text, tier)));

  const isAllowed = ({ url }: Address): boolean =>
    listed.has(url.origin) || isOwnDomain(url) || (tier !== "PROD" && LOOPBACK.has(url.hostname));

  return {
    isAllowedOrigin(text) {
      const address = parseAddress(text);
      return address !== null && address.bare && isAllowed(address);
    },
    allowedReturnUrl(text) {
      const address = parseAddress(text);
      return address !== null && !address.url.pathname.includes("//") && isAllowed(address)
        ? address.url
        : null;
    },
    safeNextPath,
  };
}

function readPublicOrigin(text: string, tier: Tier): string {
  const address = parseAddress(text);
  if (!address?.bare) throw new RangeError(`PUBLIC_ORIGINS: ${text} is not an origin such as https://host`);
  const { protocol, hostname, origin } = address.url;
  if (tier === "PROD" && (protocol !== "https:" || LOOPBACK.has(hostname))) {
    throw new RangeError(`PUBLIC_ORIGINS: ${text} must be a public https origin in PROD`);
  }
  return origin;
}

/**
 * The URL parser repairs what it reads (127.1, 0x7f.1, full-width letters, tabs, %2e), so the host it found must also be the
 * host that was written; whoever compares text downstream then sees the same host.
 */
function parseAddress(text: string): Address | null {
  if (text.length > MAX_LENGTH || !PRINTABLE.test(text) || text.includes("\\")) return null;
  const written = ADDRESS.exec(text)?.groups;
  if (!written) return null;
  const url = URL.parse(text);
  if (!url || url.hostname !== written["host"]?.toLowerCase()) return null;
  return { url, bare: written["rest"] === undefined };
}

function isOwnDomain(url: URL): boolean {
  if (url.protocol !== "https:" || url.port !== "") return false;
  const labels = url.hostname.split(".");
  return labels.slice(-2).join(".") === OWN_DOMAIN && labels.every((label) => LABEL.test(label));
}

const NEXT_BASE = "https://next.invalid";
const CONTROL = /\p{Cc}/u;

function safeNextPath(text: string): string {
  if (text.length > MAX_LENGTH || !text.startsWith("/") || CONTROL.test(text) || text.includes("\\"))
    return "/";
  const url = URL.parse(text, NEXT_BASE);
  if (!url || url.origin !== NEXT_BASE) return "/";
  const writtenPath = text.split(/[?#]/, 1)[0] ?? "";
  if (writtenPath.includes("//") || url.pathname.includes("//")) return "/";
  const path = url.pathname + url.search + url.hash;
  return path.length > MAX_LENGTH ? "/" : path;
}
