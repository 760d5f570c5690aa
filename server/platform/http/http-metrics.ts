import type { Metrics } from "#platform/metrics/metrics.ts";

/** The one route label of everything that has no route, so that made-up paths add no series. */
export const UNMATCHED = "unmatched";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

interface Ended {
  observe(seconds: number): void;
  count(): void;
}

interface InProgress {
  readonly method: string;
  readonly route: string;
  count: number;
}

export interface HttpMetrics {
  /** Counts a request as in progress; `end` moves it to the finished ones. `milliseconds` is its whole time. */
  start(method: string, route: string): { end(route: string, status: number, milliseconds: number): void };
}

/** The three HTTP metrics of operations §11, labelled with method, route template and status. */
export function createHttpMetrics(metrics: Metrics): HttpMetrics {
  const labels = ["method", "route", "status"] as const;
  const duration = metrics.histogram({
    name: "http_request_duration_seconds",
    help: "Time from the first byte of a request to the last of its reply; for event streams to the first",
    labels,
  });
  const total = metrics.counter({ name: "http_requests_total", help: "Requests answered", labels });
  const running = new Map<string, InProgress>();
  metrics.gauge({
    name: "http_requests_in_progress",
    help: "Requests being answered",
    labels: ["method", "route"] as const,
    collect(gauge) {
      for (const { method, route, count } of running.values()) gauge.set({ method, route }, count);
    },
  });
  const known = new Map<string, Ended>();

  function series(method: string, route: string, status: number): Ended {
    const key = `${method} ${route} ${status}`;
    let found = known.get(key);
    if (found === undefined) {
      const observer = duration.labels(method, route, String(status));
      const counter = total.labels(method, route, String(status));
      found = { observe: (seconds) => observer.observe(seconds), count: () => counter.inc() };
      known.set(key, found);
    }
    return found;
  }

  function inProgress(method: string, route: string): InProgress {
    const key = `${method} ${route}`;
    let found = running.get(key);
    if (found === undefined) {
      found = { method, route, count: 0 };
      running.set(key, found);
    }
    return found;
  }

  return {
    start(method, route) {
      const name = METHODS.has(method) ? method : "OTHER";
      const beside = inProgress(name, route);
      beside.count += 1;
      return {
        end(finalRoute, status, milliseconds) {
          beside.count -= 1;
          const ended = series(name, finalRoute, status);
          ended.observe(milliseconds / 1_000);
          ended.count();
        },
      };
    },
  };
}
