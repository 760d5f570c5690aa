import type { FastifyRequest, RouteHandlerMethod } from "fastify";
import { describe, expect, it } from "vitest";
import { createBarrier } from "../../../test/support/barrier.ts";
import { useIdempotentApp } from "./idempotency.test-support.ts";

const t = useIdempotentApp();

describe("races", () => {
  it("20 at once: one runs, 19 hear that it is running, and afterwards all get its reply", async () => {
    const others = createBarrier(20);
    t.handler = async (_request, reply) => {
      await others.arrive();
      return reply.code(201).send({ run: t.runs });
    };
    const replies = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const reply = await t.call();
        if (reply.status === 409) void others.arrive();
        return reply;
      }),
    );
    const outcomes = replies
      .map(
        ({ status, code, replayed }) => `${status} ${code ?? (replayed === undefined ? "ran" : "replayed")}`,
      )
      .sort();
    expect(outcomes).toEqual(["201 ran", ...Array.from({ length: 19 }, () => "409 idempotency_in_progress")]);
    expect(replies.find(({ status }) => status === 409)?.headers["retry-after"]).toBe("1");
    const repeated = await Promise.all(Array.from({ length: 20 }, () => t.call()));
    expect(
      new Set(repeated.map(({ status, replayed, body }) => `${status} ${String(replayed)} ${body}`)),
    ).toEqual(new Set(['201 true {"run":1}']));
    expect(t.runs).toBe(1);
  });

  it("20 repetitions of a crashed request: one takes over", async () => {
    await t.crashDuringRequest();
    t.clock.advance({ seconds: 60 });
    const others = createBarrier(20);
    t.handler = async (_request, reply) => {
      await others.arrive();
      return reply.code(201).send({ run: t.runs });
    };
    const replies = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const reply = await t.call();
        if (reply.status === 409) void others.arrive();
        return reply;
      }),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replies.filter(({ code }) => code === "idempotency_in_progress")).toHaveLength(19);
    expect(t.runs).toBe(2);
  });
});

describe("a process that dies", () => {
  it("blocks the key until its lease ends; the key stays bound to its body", async () => {
    await t.crashDuringRequest();
    t.clock.advance({ seconds: 59 });
    expect(await t.call()).toMatchObject({ status: 409, code: "idempotency_in_progress" });
    t.clock.advance({ seconds: 1 });
    expect(await t.call({ body: { a: 2 } })).toMatchObject({ code: "idempotency_key_reused" });
    expect(await t.call()).toMatchObject({ status: 201, replayed: undefined });
  });

  it("after its settled commit leaves the reply to the repetition", async () => {
    await t.crashDuringRequest(async (request) => {
      await t.database().transaction(async (tx) => {
        await request.idempotency?.settle(tx, {
          status: 201,
          body: { settled: true },
          location: "/x",
          etag: '"e"',
        });
      });
    });
    const repeated = await t.call();
    expect(repeated).toMatchObject({ status: 201, replayed: "true", body: '{"settled":true}' });
    expect(repeated.headers).toMatchObject({ location: "/x", etag: '"e"' });
    expect(t.runs).toBe(1);
  });

  it.each([true, false])(
    "too slow and overtaken: its work is not committed and its reply not stored (settles: %s)",
    async (settles) => {
      const entered = Promise.withResolvers<void>();
      const resume = Promise.withResolvers<void>();
      let committed = false;
      t.handler = async (request) => {
        if (t.runs > 1) return { winner: true };
        entered.resolve();
        await resume.promise;
        if (settles) {
          await t.database().transaction(async (tx) => {
            t.database().afterCommit(tx, () => {
              committed = true;
            });
            await request.idempotency?.settle(tx, { status: 200, body: { loser: true } });
          });
        }
        return { loser: true };
      };
      const slow = t.call();
      await entered.promise;
      t.clock.advance({ seconds: 60 });
      expect(await t.call()).toMatchObject({ status: 200, body: '{"winner":true}' });
      resume.resolve();
      expect((await slow).code).toBe(settles ? "idempotency_in_progress" : undefined);
      expect(committed).toBe(false);
      expect(await t.call()).toMatchObject({ replayed: "true", body: '{"winner":true}' });
      expect(t.runs).toBe(2);
    },
  );
});

describe("settle", () => {
  const settling = (after: (request: FastifyRequest) => Promise<unknown>): RouteHandlerMethod =>
    async function (request, reply) {
      await t.database().transaction(async (tx) => {
        await request.idempotency?.settle(tx, { status: 201, body: { draft: true } });
      });
      return await reply.code(201).send(await after(request));
    };

  it("gives way to the bytes that were sent", async () => {
    t.handler = settling(async () => ({ sent: true }));
    await t.call();
    expect(await t.call()).toMatchObject({ replayed: "true", body: '{"sent":true}' });
  });

  it("stands when the reply fails after the commit", async () => {
    t.handler = settling(() => Promise.reject(new Error("inside")));
    expect(await t.call()).toMatchObject({ status: 500 });
    expect(await t.call()).toMatchObject({ status: 201, replayed: "true", body: '{"draft":true}' });
    expect(t.runs).toBe(1);
  });

  it("goes with its transaction", async () => {
    t.handler = async (request) => {
      await t.database().transaction(async (tx) => {
        await request.idempotency?.settle(tx, { status: 201, body: {} });
        throw new Error("rolled back");
      });
    };
    expect(await t.call()).toMatchObject({ status: 500 });
    expect(await t.call()).toMatchObject({ status: 500, replayed: undefined });
    expect(t.runs).toBe(2);
  });
});
