import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { EVENT_INTERVAL_MS, PATHS } from "./contract.ts";
import { addressOf, USERS } from "./users.ts";

export interface StreamFigures {
  readonly expected: number;
  /** Events that came in their order. */
  readonly received: number;
  readonly lost: number;
  /** Longest time between two events of one stream; the server sends one every 50 ms. */
  readonly worstGapMs: number;
  /** Longest time from the request to the first event. */
  readonly worstFirstMs: number;
  /** What went wrong with streams, one line each. */
  readonly faults: readonly string[];
}

interface Held {
  last: number;
  worstGap: number;
  first: number;
  fault: string | null;
}

/** Opens `count` streams at once and reads each to its end, `seconds` later. Never rejects: what goes wrong is a figure. */
export async function holdStreams(port: number, count: number, seconds: number): Promise<StreamFigures> {
  const events = Math.round((seconds * 1000) / EVENT_INTERVAL_MS);
  const streams = await Promise.all(
    // Users that the load beside it does not play.
    Array.from({ length: count }, (_, index) => holdStream(port, events, addressOf(USERS + index))),
  );
  const received = streams.reduce((sum, { last }) => sum + last, 0);
  return {
    expected: events * count,
    received,
    lost: events * count - received,
    worstGapMs: Math.max(...streams.map(({ worstGap }) => worstGap)),
    worstFirstMs: Math.max(...streams.map(({ first }) => first)),
    faults: streams.flatMap(({ fault }) => fault ?? []),
  };
}

async function holdStream(port: number, events: number, address: string): Promise<Held> {
  const held: Held = { last: 0, worstGap: 0, first: Number.POSITIVE_INFINITY, fault: null };
  const sentAt = performance.now();
  try {
    const response = await open(port, events, address);
    let before = sentAt;
    let rest = "";
    response.setEncoding("utf8");
    for await (const chunk of response as AsyncIterable<string>) {
      const blocks = `${rest}${chunk}`.split("\n\n");
      rest = blocks.pop() ?? "";
      const now = performance.now();
      if (held.last === 0) held.first = now - sentAt;
      else held.worstGap = Math.max(held.worstGap, now - before);
      before = now;
      for (const block of blocks) accept(held, block);
    }
  } catch (error) {
    held.fault = `a stream broke after event ${held.last}: ${String(error)}`;
  }
  return held;
}

/** Asks as a browser does, which takes compressed replies: one that is compressed is buffered. */
async function open(port: number, events: number, address: string): Promise<IncomingMessage> {
  const request = get({
    port,
    host: "127.0.0.1",
    agent: false,
    path: `${PATHS.stream}?events=${events}`,
    headers: {
      accept: "text/event-stream",
      "accept-encoding": "gzip, deflate, br",
      "x-forwarded-for": address,
    },
  });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const encoding = response.headers["content-encoding"];
  if (response.statusCode === 200 && encoding === undefined) return response;
  response.destroy();
  throw new Error(`status ${response.statusCode}, content-encoding ${encoding ?? "none"}`);
}

function accept(held: Held, block: string): void {
  const number = Number(/^id: (\d+)$/m.exec(block)?.[1]);
  if (number === held.last + 1) held.last = number;
  else held.fault ??= `event ${number} came after ${held.last}`;
}
