import type { FastifyReply, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import type { Observed } from "./request-observer.ts";

/**
 * `Server-Timing` (app, db, cache; milliseconds), `X-Process-Time` (milliseconds) and, outside PROD, `X-DB-Query-Count` on every reply
 * (operations §11). For a stream they stand at its first byte.
 */
export const serverTiming = fp<{ readonly countQueries: boolean }>(
  (app, { countQueries }, done) => {
    app.addHook("onSend", (request, reply, payload, next) => {
      stamp(request, reply, countQueries);
      next(null, payload);
    });
    done();
  },
  { name: "server-timing", fastify: "5.x", dependencies: ["request-observer"] },
);

/** A path that is no valid URL never reaches the observer, so there is nothing to say about it. */
function stamp(request: FastifyRequest, reply: FastifyReply, countQueries: boolean): void {
  const observed: Observed | undefined = request.observed;
  if (observed === undefined) return;
  observed.respondedAt = performance.now();
  const { context } = observed;
  const app = (observed.respondedAt - observed.startedAt).toFixed(2);
  reply.header(
    "server-timing",
    `app;dur=${app}, db;dur=${context.databaseMs.toFixed(2)}, cache;dur=${context.cacheMs.toFixed(2)}`,
  );
  reply.header("x-process-time", app);
  if (countQueries) reply.header("x-db-query-count", context.databaseQueries);
}
