import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Config } from "#platform/config/config.ts";
import { explainListenError } from "#platform/process/port.ts";
import type { App } from "./app.ts";

const FINISH_MS = 20_000;
const REAP_MS = 100;

export interface Listening {
  readonly url: string;
  /** Not ready at once, no new connections after `drainSeconds`, then what is in flight for 20 s at most (operations §10). */
  stop(): Promise<void>;
}

/**
 * Serves the application on its port.
 * @throws StartError when the port cannot be had
 */
export async function listen(
  { http, draining }: Pick<App, "http" | "draining">,
  { host, port, drainSeconds }: Pick<Config, "host" | "port" | "drainSeconds">,
): Promise<Listening> {
  const inFlight = new Set<ServerResponse>();
  http.server.prependListener("request", (_request, response) => {
    if (draining.active) response.shouldKeepAlive = false;
    inFlight.add(response);
    response.once("close", () => inFlight.delete(response));
  });
  try {
    await http.listen({ host, port });
  } catch (error) {
    throw explainListenError(error, host, port);
  }
  const address = http.server.address();
  return {
    url: urlOf(host, typeof address === "object" && address !== null ? address.port : port),
    async stop() {
      draining.start();
      // The next request on these connections has to go to another process.
      for (const response of inFlight) response.shouldKeepAlive = false;
      await delay(drainSeconds * 1000);
      const started = performance.now();
      const reaper = setInterval(() => {
        if (performance.now() - started > FINISH_MS) http.server.closeAllConnections();
        else http.server.closeIdleConnections();
      }, REAP_MS);
      await http.close().finally(() => clearInterval(reaper));
    },
  };
}

function urlOf(host: string, port: number): string {
  const name = host === "127.0.0.1" || host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
