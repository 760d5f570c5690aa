import { Secret } from "#platform/config/secret.ts";

const UNREADABLE = "//***:***@unreadable";
const DEFAULT_PORT = 5432;

/** The driver lets query parameters override the host, port, user and database, so only harmless ones may be in the URL. */
const QUERY_PARAMETERS = new Set([
  "sslmode",
  "sslrootcert",
  "sslcert",
  "sslkey",
  "sslnegotiation",
  "uselibpqcompat",
  "channel_binding",
  "application_name",
  "connect_timeout",
]);

export interface DatabaseUrl {
  readonly readable: true;
  /** With the port always written out, or the driver would take it from PGPORT. */
  readonly url: Secret;
  readonly host: string;
  readonly isLoopback: boolean;
  readonly database: string;
  /** `//***:***@host/database`; the port is shown when it is not 5432. */
  readonly masked: string;
  /** Equal for two URLs that lead to the same (host, port, database); all names of this machine are one host. */
  readonly identity: string;
}

export interface UnreadableUrl {
  readonly readable: false;
  /** Says what to change; holds no part of the URL but a parameter's name. */
  readonly problem: string;
  readonly masked: string;
}

/** Reads a PostgreSQL URL the way the driver does, and refuses every form in which the driver could end up somewhere else. */
export function readDatabaseUrl(text: string): DatabaseUrl | UnreadableUrl {
  const url = URL.canParse(text) && !/\s/.test(text) ? new URL(text) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    return unreadable(
      "must have the form postgres://user:password@host:port/database (encode special characters)",
    );
  }
  const host = readHost(url.hostname);
  if (!host) return unreadable("must name its host");
  const database = url.pathname.slice(1);
  if (!/^[A-Za-z0-9_$.-]{1,63}$/.test(database)) {
    return unreadable("must name its database, in letters, digits and _ $ . -");
  }
  if (url.hash !== "") return unreadable("must not hold # (write it as %23)");
  const stranger = [...url.searchParams.keys()].find((name) => !QUERY_PARAMETERS.has(name));
  if (stranger !== undefined) {
    const shown = /^\w{1,30}$/.test(stranger) ? stranger : "that";
    return unreadable(
      `must not carry the parameter ${shown}: host, port, user and database go in front of the ?`,
    );
  }
  const port = url.port === "" ? DEFAULT_PORT : Number(url.port);
  url.port = String(port);
  const shownPort = port === DEFAULT_PORT ? "" : `:${port}`;
  return {
    readable: true,
    url: new Secret(url.href),
    ...host,
    database,
    masked: `//***:***@${host.host}${shownPort}/${database}`,
    identity: `${host.isLoopback ? "loopback" : host.host}:${port}/${database}`,
  };
}

function unreadable(problem: string): UnreadableUrl {
  return { readable: false, problem, masked: UNREADABLE };
}

function readHost(raw: string): { host: string; isLoopback: boolean } | null {
  if (/^(%2f[\w.-]*)+$/i.test(raw)) return { host: raw.toLowerCase(), isLoopback: true };
  if (!/^([\w.-]+|\[[0-9a-f:.]+\])$/i.test(raw) || !URL.canParse(`http://${raw}`)) return null;
  // An http URL brings every spelling of an address (127.1, 0x7f000001, ::0001) to one.
  const host = new URL(`http://${raw}`).hostname.replace(/\.$/, "");
  const isLoopback =
    host === "localhost" || host === "[::1]" || /^127(\.\d+){3}$/.test(host) || host.startsWith("[::ffff:7f");
  return { host, isLoopback };
}
