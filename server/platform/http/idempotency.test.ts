import { Readable } from "node:stream";
import type { RouteHandlerMethod } from "fastify";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { deleteExpiredIdempotencyKeys } from "./idempotency.repository.ts";
import { useIdempotentApp } from "./idempotency.test-support.ts";
import { Problem } from "./problem.ts";

const t = useIdempotentApp();

async function countRows(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from idempotency_keys`.execute(
    t.database().db,
  );
  return rows[0]?.count ?? -1;
}

describe("a repetition", () => {
  it("gets the first reply again: status, body, Location, ETag and type", async () => {
    const first = await t.call();
    const second = await t.call();
    expect(first).toMatchObject({ status: 201, replayed: undefined, body: '{"run":1}' });
    expect(second).toMatchObject({ status: 201, replayed: "true", body: '{"run":1}' });
    expect(second.headers).toMatchObject({
      location: "/api/v1/things/1",
      etag: '"1"',
      "content-type": first.headers["content-type"],
    });
    expect(second.headers).not.toHaveProperty("x-other");
    expect(t.runs).toBe(1);
  });

  it("is known by content, not by the order of keys or blanks", async () => {
    await t.call({ body: '{"a":1,"b":{"c":2,"d":3}}' });
    expect(await t.call({ body: '{ "b": {"d":3,"c":2}, "a": 1 }' })).toMatchObject({
      status: 201,
      replayed: "true",
    });
  });

  it("replays replies without a body", async () => {
    t.handler = async (_request, reply) => reply.code(204).send();
    await t.call();
    expect(await t.call()).toMatchObject({ status: 204, replayed: "true", body: "" });
    expect(t.runs).toBe(1);
  });

  it("replays rule errors", async () => {
    t.handler = async () => {
      throw new Problem({
        status: 409,
        code: "slot_unavailable",
        detail: "Taken.",
        extensions: { starts: ["10:00"] },
      });
    };
    const first = await t.call();
    expect(await t.call()).toMatchObject({
      status: 409,
      code: "slot_unavailable",
      replayed: "true",
      body: first.body,
    });
    expect(t.runs).toBe(1);
  });

  it.each([
    ["another body", { body: { a: 2 } }],
    ["another query", { url: "/things?x=1" }],
    ["no body", { body: "null" }],
  ])("with %s is refused", async (_name, other) => {
    await t.call();
    expect(await t.call(other)).toMatchObject({
      status: 422,
      code: "idempotency_key_reused",
      replayed: undefined,
    });
    expect(t.runs).toBe(1);
  });

  it("of a raw body is told from other bytes", async () => {
    const type = "application/octet-stream";
    await t.call({ type, body: Buffer.from([1, 2]) });
    expect(await t.call({ type, body: Buffer.from([1, 2]) })).toMatchObject({ replayed: "true" });
    expect(await t.call({ type, body: Buffer.from([1, 3]) })).toMatchObject({
      code: "idempotency_key_reused",
    });
  });

  it.each<[string, Parameters<typeof t.call>[0]]>([
    ["another key", { key: "k2" }],
    ["another user", { user: "u2" }],
    ["no user", { user: "" }],
    ["another path", { url: "/things/1/copy" }],
  ])("means nothing to %s", async (_name, other) => {
    await t.call();
    expect(await t.call(other)).toMatchObject({ status: 201, replayed: undefined });
    expect(t.runs).toBe(2);
  });

  it("tells anonymous callers apart by address, and actual paths by their parameters", async () => {
    const anonymous = { user: "", url: "/things/1/copy" };
    await t.call({ ...anonymous, ip: "192.0.2.1" });
    expect(await t.call({ ...anonymous, ip: "192.0.2.1" })).toMatchObject({ replayed: "true" });
    expect(await t.call({ ...anonymous, ip: "192.0.2.2" })).toMatchObject({ replayed: undefined });
    expect(await t.call({ ...anonymous, ip: "192.0.2.1", url: "/things/2/copy" })).toMatchObject({
      replayed: undefined,
    });
  });

  it("a user cannot pose as an address", async () => {
    await t.call({ user: "", ip: "192.0.2.1" });
    expect(await t.call({ user: "ip:192.0.2.1" })).toMatchObject({ replayed: undefined });
  });
});

describe("the header", () => {
  it("is required where the route says so", async () => {
    for (const method of ["POST", "PATCH"] as const) {
      expect(await t.call({ method, url: "/required", key: "" })).toMatchObject({
        status: 400,
        code: "idempotency_key_required",
      });
      expect(await t.call({ method, url: "/required" })).toMatchObject({ status: 201 });
      expect(await t.call({ method, url: "/required" })).toMatchObject({ replayed: "true" });
    }
  });

  it("is optional on every other POST and means nothing elsewhere", async () => {
    await t.call({ key: "" });
    await t.call({ key: "" });
    await t.call({ url: "/none" });
    await t.call({ url: "/none" });
    await t.call({ method: "PUT" });
    await t.call({ method: "PUT" });
    expect(t.runs).toBe(6);
    expect(await countRows()).toBe(0);
  });

  it.each(["x".repeat(256), "caf\u00e9", "a\tb"])("%j is refused", async (key) => {
    expect(await t.call({ key })).toMatchObject({ status: 422, code: "validation_error" });
    expect(t.runs).toBe(0);
  });

  it.each(["x".repeat(255), "a b~!", "k"])("%j is accepted", async (key) => {
    expect(await t.call({ key })).toMatchObject({ status: 201 });
    expect(await t.call({ key })).toMatchObject({ replayed: "true" });
  });
});

describe("not stored", () => {
  const failing =
    (status: number, code = "made_up", headers = {}) =>
    () => {
      throw new Problem({ status, code, detail: "x", headers });
    };

  it.each<[string, RouteHandlerMethod]>([
    ["a crash", () => Promise.reject(new Error("inside"))],
    ["503", failing(503)],
    ["401", failing(401)],
    ["403", failing(403, "reauth_required")],
    ["429", failing(429)],
    ["busy", failing(409, "busy")],
    ["what asks to retry", failing(409, "operation_in_progress", { "Retry-After": "2" })],
    ["what sets a cookie", (_request, reply) => reply.header("set-cookie", "sid=1").send({ ok: true })],
    ["a stream", (_request, reply) => reply.type("text/plain").send(Readable.from(["x"]))],
    ["a large body", (_request, reply) => reply.type("text/plain").send("x".repeat(256 * 1024 + 1))],
  ])("%s", async (_name, failingHandler) => {
    t.handler = failingHandler;
    const first = await t.call();
    const second = await t.call();
    expect(second).toMatchObject({ status: first.status, code: first.code, replayed: undefined });
    expect(t.runs).toBe(2);
    expect(await countRows()).toBe(0);
  });

  it("but a body of exactly 256 KiB is", async () => {
    t.handler = (_request, reply) => reply.type("text/plain").send("x".repeat(256 * 1024));
    await t.call();
    expect(await t.call()).toMatchObject({ replayed: "true", body: "x".repeat(256 * 1024) });
  });

  it("multipart requests run each time", async () => {
    const multipart = { type: "multipart/form-data; boundary=x", body: "--x--" };
    await t.call(multipart);
    await t.call(multipart);
    await t.call({ ...multipart, url: "/required", key: "" });
    expect(t.runs).toBe(3);
  });
});

describe("time", () => {
  it("a reply is kept 24 hours to the second", async () => {
    await t.call();
    t.clock.advance({ hours: 23, minutes: 59, seconds: 59 });
    expect(await t.call()).toMatchObject({ replayed: "true" });
    t.clock.advance({ seconds: 1 });
    expect(await t.call({ body: { other: true } })).toMatchObject({ status: 201, replayed: undefined });
    expect(t.runs).toBe(2);
  });

  it("the sweep takes what has expired and nothing else", async () => {
    await t.call({ key: "old" });
    t.clock.advance({ hours: 1 });
    await t.call({ key: "new" });
    t.clock.advance({ hours: 23 });
    expect(await deleteExpiredIdempotencyKeys(t.database().db, t.clock.now())).toBe(1);
    expect(await t.call({ key: "new" })).toMatchObject({ replayed: "true" });
    expect(await deleteExpiredIdempotencyKeys(t.database().db, t.clock.now())).toBe(0);
  });

  it("the sweep goes on past one batch", async () => {
    await sql`insert into idempotency_keys (id, request_hash, claim_token, lease_expires_at, expires_at)
      select sha256(n::text::bytea), sha256(''), gen_random_uuid(), ${t.clock.now()}, ${t.clock.now()}
      from generate_series(1, 2001) n`.execute(t.database().db);
    expect(await deleteExpiredIdempotencyKeys(t.database().db, t.clock.now())).toBe(2001);
  });
});
