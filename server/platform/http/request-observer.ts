import type { FastifyReply, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { createRequestContext, type RequestContext, runInRequest } from "#platform/logs/request-context.ts";
import type { Logger } from "#platform/logs/logger.ts";
import type { Metrics } from "#platform/metrics/metrics.ts";
import { createHttpMetrics, UNMATCHED } from "./http-metrics.ts";
import { Problem } from "./problem.ts";

/** What the kernel knows about a request from its first to its last byte. */
export interface Observed {
  readonly context: RequestContext;
  /** `performance.now()` when the request came in. */
  readonly startedAt: number;
  /** The same when the reply's head was ready; null before. */
  respondedAt: number | null;
  /** Route template for logs and metrics; never a raw path. */
  route: string;
}

declare module "fastify" {
  interface FastifyRequest {
    observed: Observed;
  }
  interface FastifyContextConfig {
    /** Milliseconds after which an unanswered request gets a 504; absent for routes that hold a stream open. */
    deadlineMs?: number;
  }
}

export interface ObserverOptions {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly siteMode: string;
  readonly betaPhase: () => string;
  /** Connection pool figures, added to the line of a request slower than a second. */
  readonly poolState: (() => object) | undefined;
}

const LONGEST_URL = 8 * 1024;
const SLOW_MS = 500;
const VERY_SLOW_MS = 1_000;

/**
 * The first hook of every request: opens its context, counts it, sets the headers every reply has, gives up on it at its deadline, and
 * writes its one log line when it ends (operations §11). Bodies and streams pass untouched.
 */
export const requestObserver = fp<ObserverOptions>(
  (app, options, done) => {
    const { siteMode, betaPhase } = options;
    const http = createHttpMetrics(options.metrics);
    app.addHook("onRequest", (request, reply, next) => {
      const { url, config } = request.routeOptions;
      const observed: Observed = {
        context: createRequestContext(request.id, header(request, "traceparent")),
        startedAt: performance.now(),
        respondedAt: null,
        route: url ?? UNMATCHED,
      };
      request.observed = observed;
      reply
        .header("x-request-id", request.id)
        .header("x-site-mode", siteMode)
        .header("x-beta-phase", betaPhase());
      const counted = http.start(request.method, observed.route);
      const deadline = setDeadline(reply, config.deadlineMs);
      onEnd(reply, () => {
        clearTimeout(deadline);
        const status = reply.raw.headersSent ? reply.raw.statusCode : 499;
        const duration = durationOf(observed, reply);
        counted.end(observed.route, status, duration);
        writeLine(options, request, { status, duration, quiet: config.bucket === "none" });
      });
      if (request.url.length > LONGEST_URL) return next(urlTooLong());
      return runInRequest(observed.context, next);
    });
    done();
  },
  { name: "request-observer", fastify: "5.x" },
);

function urlTooLong(): Problem {
  return new Problem({ status: 414, code: "uri_too_long", detail: "The URL is longer than 8 KiB." });
}

/** Fastify's own handler time-out stops counting once a body has been read, so this one replaces it. */
function setDeadline(reply: FastifyReply, milliseconds: number | undefined): NodeJS.Timeout | undefined {
  if (milliseconds === undefined) return undefined;
  return setTimeout(() => {
    if (reply.sent || reply.raw.headersSent) return;
    reply.send(
      new Problem({
        status: 504,
        code: "timeout",
        detail: "This took too long and was given up. Try again.",
      }),
    );
  }, milliseconds);
}

function onEnd(reply: FastifyReply, effect: () => void): void {
  let ended = false;
  const once = () => {
    if (ended) return;
    ended = true;
    effect();
  };
  reply.raw.once("finish", once).once("close", once);
}

/** A stream is as fast as its first byte: how long it stays open says nothing about us. */
function durationOf(observed: Observed, reply: FastifyReply): number {
  const isEventStream = String(reply.getHeader("content-type") ?? "").startsWith("text/event-stream");
  const end = isEventStream && observed.respondedAt !== null ? observed.respondedAt : performance.now();
  return end - observed.startedAt;
}

interface Ending {
  readonly status: number;
  readonly duration: number;
  readonly quiet: boolean;
}

function writeLine({ log, poolState }: ObserverOptions, request: FastifyRequest, ending: Ending): void {
  const { context, route } = request.observed;
  const slow = ending.duration > SLOW_MS;
  const line = {
    request_id: context.requestId,
    trace_id: context.traceId,
    user_id: context.userId,
    route,
    method: request.method,
    status: ending.status,
    duration_ms: hundredths(ending.duration),
    db_ms: hundredths(context.databaseMs),
    db_queries: context.databaseQueries,
    cache_hits: context.cacheHits,
    cache_misses: context.cacheMisses,
    ...(ending.duration > VERY_SLOW_MS && poolState !== undefined ? { db_pool: poolState() } : {}),
  };
  if (slow) log.warn(line, "slow request");
  else if (ending.quiet) log.debug(line, "request");
  else log.info(line, "request");
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" ? value : undefined;
}
