import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from "fastify";
import { sql } from "kysely";
import { beforeEach } from "vitest";
import { useDatabase } from "../../../test/support/database.ts";
import { createFakeClock, type FakeClock } from "../../../test/support/fake-clock.ts";
import { createPluginApp } from "../../../test/support/plugin-app.ts";
import type { Database } from "#platform/database/database.types.ts";
import { idempotency } from "./idempotency.ts";

interface Call {
  readonly method?: "POST" | "PUT" | "PATCH";
  readonly url?: string;
  readonly key?: string;
  readonly user?: string;
  readonly ip?: string;
  readonly body?: unknown;
  readonly type?: string;
}

/** An app with the idempotency plugin whose routes all run `handler`; fresh for each test. Call at the top level of a test file. */
export function useIdempotentApp() {
  const database = useDatabase();
  const harness = {
    app: undefined as FastifyInstance | undefined,
    clock: createFakeClock(),
    /** How often a handler ran. */
    runs: 0,
    handler: ordinary,
    database,
    call,
    crashDuringRequest,
  };

  beforeEach(async () => {
    await sql`truncate idempotency_keys`.execute(database().db);
    harness.clock = createFakeClock();
    harness.runs = 0;
    harness.handler = ordinary;
    harness.app = await createApp(database(), harness.clock, function (request, reply) {
      harness.runs += 1;
      return harness.handler.call(this, request, reply);
    });
  });

  function ordinary(this: FastifyInstance, ...[, reply]: Parameters<RouteHandlerMethod>): unknown {
    const { runs } = harness;
    return reply
      .code(201)
      .headers({ location: `/api/v1/things/${runs}`, etag: `"${runs}"`, "x-other": "1" })
      .send({ run: runs });
  }

  async function call({
    method = "POST",
    url = "/things",
    key = "k1",
    user = "u1",
    ip,
    body = { a: 1 },
    type = "application/json",
  }: Call = {}) {
    if (!harness.app) throw new Error("only inside a test");
    const reply = await harness.app.inject({
      method,
      url,
      payload: typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      headers: {
        "content-type": type,
        ...(key && { "idempotency-key": key }),
        ...(user && { "x-user": user }),
      },
      ...(ip && { remoteAddress: ip }),
    });
    const { headers } = reply;
    const { code } = String(headers["content-type"]).includes("json") ? reply.json<{ code?: string }>() : {};
    return {
      status: reply.statusCode,
      code,
      replayed: headers["idempotency-replayed"],
      body: reply.body,
      headers,
    };
  }

  /** A request whose process goes away after `work`: its handler never comes back. Later requests get the handler of before. */
  async function crashDuringRequest(
    work: (request: FastifyRequest) => Promise<void> = async () => undefined,
  ) {
    const before = harness.handler;
    const died = Promise.withResolvers<void>();
    harness.handler = async (request) => {
      await work(request);
      died.resolve();
      return await new Promise<never>(() => undefined);
    };
    void call();
    await died.promise;
    harness.handler = before;
  }

  return harness;
}

async function createApp(
  database: Database,
  clock: FakeClock,
  run: RouteHandlerMethod,
): Promise<FastifyInstance> {
  const app = createPluginApp();
  app.addHook("onRequest", async (request) => {
    const user = request.headers["x-user"];
    if (user) {
      request.caller = {
        userId: String(user),
        permissions: new Set(),
        status: "active",
        credential: "cookie",
      };
    }
  });
  await app.register(idempotency, { database, clock });
  app.post("/things", run);
  app.post("/things/:id/copy", run);
  app.put("/things", run);
  app.post("/required", { config: { idempotency: "required" } }, run);
  app.patch("/required", { config: { idempotency: "required" } }, run);
  app.post("/none", { config: { idempotency: "none" } }, run);
  app.addContentTypeParser("multipart/form-data", (_request, _body, done) => done(null));
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );
  return app;
}
