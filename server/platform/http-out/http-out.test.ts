import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createFakeClock, type FakeClock } from "../../../test/support/fake-clock.ts";
import { createHttpOut, type HttpOut, type HttpOutOptions } from "./http-out.ts";

let server: Server;
let origin: string;
let respond: RequestListener;
let received: { method: string; url: string; headers: IncomingMessage["headers"]; body: string }[];
let attempts: string[];
let delays: number[];
let clock: FakeClock;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      received.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      respond(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(() => {
  received = [];
  attempts = [];
  delays = [];
  clock = createFakeClock();
  respond = json(200, { ok: true });
});

function json(status: number, body: unknown, headers = {}): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  };
}

/** Answers the n-th request with the n-th listener; the last one stays. */
function inTurn(...listeners: readonly RequestListener[]): RequestListener {
  return (request, response) =>
    listeners[Math.min(received.length, listeners.length) - 1]?.(request, response);
}

const hangUp: RequestListener = (request) => request.socket.destroy();

function open(overrides: Partial<HttpOutOptions<"pay">> = {}, limits: object = {}): HttpOut<"pay"> {
  return createHttpOut({
    destinations: { pay: { origin, timeoutMs: 10_000, ...limits } },
    tier: "INT",
    clock,
    assertNotInTransaction: () => undefined,
    onAttempt: (_name, outcome) => attempts.push(outcome),
    random: () => 0.5,
    delay: async (milliseconds) => void delays.push(milliseconds),
    ...overrides,
  });
}

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return await promise.then(
    () => "no failure",
    (error: unknown) => error,
  );
}

describe("request", () => {
  it("sends method, path, headers and body, and reads the whole answer", async () => {
    respond = json(201, { id: "p1" }, { "x-kind": "test" });
    const answer = await open().request("pay", {
      method: "POST",
      path: "/v1/payments?expand=all",
      headers: { "content-type": "text/plain", authorization: "Bearer k" },
      body: "amount=5",
    });
    expect(received).toMatchObject([
      {
        method: "POST",
        url: "/v1/payments?expand=all",
        body: "amount=5",
        headers: { authorization: "Bearer k" },
      },
    ]);
    expect([answer.status, answer.headers.get("x-kind"), answer.json()]).toEqual([201, "test", { id: "p1" }]);
    expect(attempts).toEqual(["status_2xx"]);
  });

  it("returns errors of the other side as answers", async () => {
    respond = json(402, { code: "declined" });
    expect((await open().request("pay", { path: "/" })).status).toBe(402);
    expect(attempts).toEqual(["status_4xx"]);
  });

  it("asks first whether a transaction is open, and sends nothing when one is", async () => {
    const http = open({
      assertNotInTransaction() {
        throw new Error("network call inside a transaction");
      },
    });
    await expect(http.request("pay", { path: "/" })).rejects.toThrow("inside a transaction");
    await expect(http.fetchFor("pay")(`${origin}/`)).rejects.toThrow("inside a transaction");
    expect(received).toEqual([]);
  });

  it.each([
    "",
    "x",
    "//evil.com/",
    "/\\evil.com/",
    "https://evil.com/",
    "@evil.com",
    ":80@evil.com/",
    "\t//evil.com",
  ])("refuses the path %j", async (path) => {
    await expect(open().request("pay", { path })).rejects.toThrow(RangeError);
    expect(received).toEqual([]);
  });

  it("keeps odd paths on the host", async () => {
    await open().request("pay", { path: "/@evil.com/..//x" });
    expect(received.map(({ url }) => url)).toEqual(["//x"]);
  });

  it("does not count a request that cannot be built as a failure of the destination", async () => {
    const http = open();
    for (let count = 0; count < 6; count++) {
      await expect(http.request("pay", { path: "/", headers: { "bad name": "x" } })).rejects.toThrow(
        TypeError,
      );
    }
    expect(http.breakerState("pay")).toBe("closed");
  });
});

describe("limits", () => {
  it.each([301, 302, 303, 307, 308])("does not follow a %i", async (status) => {
    respond = json(status, {}, { location: `${origin}/elsewhere` });
    expect(await failure(open().request("pay", { path: "/" }))).toMatchObject({
      kind: "redirect",
      status: 502,
    });
    expect(received).toHaveLength(1);
  });

  it("takes an answer of exactly the limit and refuses one byte more, also compressed", async () => {
    const send = (bytes: number, compressed: boolean): RequestListener => {
      const body = Buffer.alloc(bytes, "x");
      return (_request, response) => {
        response.writeHead(200, compressed ? { "content-encoding": "gzip" } : {});
        response.end(compressed ? gzipSync(body) : body);
      };
    };
    const http = open({}, { maxResponseBytes: 1000 });
    for (const compressed of [false, true]) {
      respond = send(1000, compressed);
      expect((await http.request("pay", { path: "/" })).bytes).toHaveLength(1000);
      respond = send(1001, compressed);
      expect(await failure(http.request("pay", { path: "/" }))).toMatchObject({ kind: "too_large" });
    }
  });

  it("the limit is 2 MiB unless configured", async () => {
    respond = (_request, response) => response.end(Buffer.alloc(2 * 1024 * 1024 + 1));
    expect(await failure(open().request("pay", { path: "/" }))).toMatchObject({ kind: "too_large" });
  });

  it.each([
    ["before the answer", (_response: ServerResponse) => undefined],
    ["in the middle of the body", (response: ServerResponse) => response.write("half")],
  ])("gives up after the time limit %s", async (_name, begin) => {
    const timer = new AbortController();
    respond = (_request, response) => {
      begin(response);
      response.flushHeaders();
      timer.abort(new DOMException("late", "TimeoutError"));
    };
    const asked: number[] = [];
    const http = open({
      timeoutSignal(milliseconds) {
        asked.push(milliseconds);
        return timer.signal;
      },
    });
    const error = await failure(http.request("pay", { path: "/", idempotent: false }));
    expect(error).toMatchObject({ kind: "timeout", status: 504, destination: "pay" });
    expect(asked).toEqual([10_000]);
  });

  it("refuses calls over the concurrency cap and lets them in again afterwards", async () => {
    const bothIn = Promise.withResolvers<void>();
    const held: ServerResponse[] = [];
    respond = (_request, response) => {
      held.push(response);
      if (held.length === 2) bothIn.resolve();
    };
    const http = open({}, { concurrency: 2 });
    const running = [http.request("pay", { path: "/1" }), http.request("pay", { path: "/2" })];
    await bothIn.promise;
    expect(await failure(http.request("pay", { path: "/3" }))).toMatchObject({
      kind: "too_busy",
      status: 503,
    });
    for (const response of held) response.end();
    await Promise.all(running);
    respond = json(200, {});
    expect((await http.request("pay", { path: "/4" })).status).toBe(200);
    expect(attempts).toEqual(["too_busy", "status_2xx", "status_2xx", "status_2xx"]);
  });

  it("stops when the caller does, without blaming the destination", async () => {
    const stop = new AbortController();
    const reason = new Error("no longer needed");
    respond = () => stop.abort(reason);
    expect(await failure(open().request("pay", { path: "/", signal: stop.signal }))).toBe(reason);
    expect(attempts).toEqual(["aborted"]);
  });
});

describe("retries", () => {
  it("tries idempotent calls up to three times, with growing jittered pauses", async () => {
    respond = inTurn(hangUp, json(503, {}), json(200, { third: true }));
    expect((await open().request("pay", { path: "/" })).json()).toEqual({ third: true });
    expect(delays).toEqual([100, 200]);
    expect(attempts).toEqual(["network", "status_5xx", "status_2xx"]);
  });

  it("then gives the last answer or failure", async () => {
    respond = json(503, { still: true });
    expect((await open().request("pay", { path: "/" })).status).toBe(503);
    expect(received).toHaveLength(3);
    respond = hangUp;
    expect(await failure(open().request("pay", { path: "/" }))).toMatchObject({
      kind: "network",
      status: 502,
    });
    expect(received).toHaveLength(6);
  });

  it.each([
    ["POST", undefined, 1],
    ["POST", true, 3],
    ["PUT", undefined, 1],
    ["GET", undefined, 3],
    ["GET", false, 1],
    ["HEAD", undefined, 3],
  ])("%s with idempotent %s is sent %i times", async (method, idempotent, times) => {
    respond = json(500, {});
    await open().request("pay", { method, path: "/", ...(idempotent !== undefined && { idempotent }) });
    expect(received).toHaveLength(times);
  });

  it("does not repeat what a repetition will not mend", async () => {
    respond = json(429, {});
    await open().request("pay", { path: "/" });
    respond = json(302, {}, { location: "/" });
    await failure(open().request("pay", { path: "/" }));
    expect(received).toHaveLength(2);
  });
});

describe("breaker", () => {
  const once = { path: "/", idempotent: false };

  it("opens after five failures for 30 s, then lets one call probe", async () => {
    const http = open();
    respond = inTurn(hangUp, json(500, {}), hangUp, json(503, {}), hangUp, json(200, {}));
    for (let count = 0; count < 5; count++) await failure(http.request("pay", once));
    expect(http.breakerState("pay")).toBe("open");
    expect(await failure(http.request("pay", once))).toMatchObject({
      kind: "breaker_open",
      status: 503,
      headers: { "Retry-After": "30" },
    });
    clock.advance({ milliseconds: 29_999 });
    expect(await failure(http.request("pay", once))).toMatchObject({ kind: "breaker_open" });
    expect(received).toHaveLength(5);
    clock.advance({ milliseconds: 1 });
    expect((await http.request("pay", once)).status).toBe(200);
    expect(http.breakerState("pay")).toBe("closed");
  });

  it("stays closed for refusals", async () => {
    const http = open();
    respond = json(429, {});
    for (let count = 0; count < 10; count++) await http.request("pay", once);
    expect(http.breakerState("pay")).toBe("closed");
  });

  it("ends retries, which then report what happened and not that nothing was sent", async () => {
    const http = open();
    respond = hangUp;
    await failure(http.request("pay", { path: "/" }));
    expect(await failure(http.request("pay", { path: "/" }))).toMatchObject({ kind: "network" });
    expect(received).toHaveLength(5);
  });

  it("is one per destination", async () => {
    const http = createHttpOut({
      destinations: { a: { origin, timeoutMs: 1000 }, b: { origin, timeoutMs: 1000 } },
      tier: "STG",
      clock,
      assertNotInTransaction: () => undefined,
    });
    respond = json(500, {});
    for (let count = 0; count < 5; count++) await http.request("a", once);
    expect([http.breakerState("a"), http.breakerState("b")]).toEqual(["open", "closed"]);
  });
});

describe("fetchFor", () => {
  it("behaves as fetch for an SDK", async () => {
    respond = (_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip", "content-type": "application/json" });
      response.end(gzipSync('{"ok":true}'));
    };
    const send = open().fetchFor("pay");
    const answer = await send(new URL(`${origin}/v1/x?y=1`), {
      method: "POST",
      body: "a=1",
      headers: { "x-a": "b" },
    });
    expect(answer).toBeInstanceOf(Response);
    expect([answer.status, await answer.json(), answer.headers.get("content-encoding")]).toEqual([
      200,
      { ok: true },
      null,
    ]);
    expect(received).toMatchObject([
      { method: "POST", url: "/v1/x?y=1", body: "a=1", headers: { "x-a": "b" } },
    ]);
  });

  it("gives empty answers and errors of the other side, and does not retry", async () => {
    const send = open().fetchFor("pay");
    respond = (_request, response) => response.writeHead(204).end();
    expect((await send(new Request(`${origin}/`))).status).toBe(204);
    respond = json(500, {});
    expect((await send(`${origin}/`)).status).toBe(500);
    expect(received).toHaveLength(2);
  });

  it.each(["https://evil.com/", "http://127.0.0.1:1/", "http://localhost/"])(
    "never goes to %s",
    async (url) => {
      await expect(open().fetchFor("pay")(url)).rejects.toThrow(RangeError);
      expect(received).toEqual([]);
    },
  );
});
