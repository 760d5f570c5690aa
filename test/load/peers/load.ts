import { createHistogram } from "node:perf_hooks";
import autocannon, { type Client, type Request } from "autocannon";
import { addressOf, idOf, USERS } from "../users.ts";

export interface LoadOrder {
  readonly port: number;
  readonly path: string;
  readonly seconds: number;
  readonly connections: number;
  /** Each simulated user brings a bearer token. */
  readonly signedIn: boolean;
}

/** One round as the client saw it. Times in milliseconds. */
export interface LoadReport {
  readonly requests: number;
  readonly perSecond: number;
  /** Replies outside 2xx, broken connections, replies that did not come. */
  readonly failures: number;
  /** One of the statuses outside 2xx. */
  readonly failedStatus: number | null;
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
  /** Mean of `Server-Timing: app`; null unless there was one connection, and the server sent it. */
  readonly appMean: number | null;
}

const NANOSECONDS = 1_000_000;
/** For one connection, which can get through few of them. */
const USERS_OF_ONE = 5_000;

/** Keep-alive connections with one request in flight each; every connection takes turns through simulated users of its own. */
async function run(order: LoadOrder): Promise<LoadReport> {
  const latencies = createHistogram();
  let connection = 0;
  let first = Number.NaN;
  let last = Number.NaN;
  let requests = 0;
  let appTotal = 0;
  let failedStatus: number | null = null;
  const generator = autocannon({
    url: `http://127.0.0.1:${order.port}${order.path}`,
    connections: order.connections,
    duration: order.seconds,
    setupClient(client) {
      client.setRequests(prepareRequests(order, connection++));
      if (order.connections === 1) {
        client.on("headers", ({ headers }) => {
          appTotal += appTime(headers);
        });
      }
    },
  });
  generator.on("response", (_client: Client, status, _bytes, milliseconds) => {
    last = performance.now();
    if (requests === 0) first = last;
    requests += 1;
    latencies.record(Math.max(1, Math.round(milliseconds * NANOSECONDS)));
    if (status < 200 || status > 299) failedStatus = status;
  });
  const { non2xx, errors, timeouts } = await generator;
  return {
    requests,
    perSecond: requests / ((last - first) / 1000),
    failures: non2xx + errors + timeouts,
    failedStatus,
    mean: latencies.mean / NANOSECONDS,
    p50: latencies.percentile(50) / NANOSECONDS,
    p99: latencies.percentile(99) / NANOSECONDS,
    appMean: appTotal > 0 ? appTotal / requests : null,
  };
}

function prepareRequests({ path, connections, signedIn }: LoadOrder, connection: number): Request[] {
  const share = connections === 1 ? USERS_OF_ONE : Math.floor(USERS / connections);
  return Array.from({ length: share }, (_, turn) => {
    const user = connection * share + turn;
    return {
      method: "GET",
      path,
      headers: {
        "x-forwarded-for": addressOf(user),
        ...(signedIn ? { authorization: `Bearer ${idOf(user)}` } : {}),
      },
    };
  });
}

/** `headers` is a flat list of names and values. */
function appTime(headers: readonly string[]): number {
  const index = headers.findIndex((name) => name.toLowerCase() === "server-timing");
  return Number(/^app;dur=([\d.]+)/.exec(headers[index + 1] ?? "")?.[1] ?? 0);
}

process.on("SIGINT", () => undefined);
process.on("disconnect", () => process.exit(0));
process.on("message", (order: LoadOrder) => {
  void run(order).then((report) => process.send?.(report));
});
