import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { createTestKernel } from "./kernel.test-support.ts";
import type { FieldError } from "./problem.ts";
import { lenientObjects } from "./strict-schemas.ts";
import { pageQuery } from "./envelopes.ts";
import { fieldErrorsOf } from "./field-errors.ts";
import { timeOfDay, ulid } from "./wire-types.ts";

const ID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

const lesson = z.strictObject({
  start_time: timeOfDay(),
  minutes: z.int().min(15).max(240),
  note: z.string().max(10).nullable(),
  tags: z.array(z.string().min(2)).max(3).default([]),
  place: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("online") }),
    z.strictObject({ kind: z.literal("address"), line: z.string().min(1) }),
  ]),
});

async function send(request: {
  query?: string;
  id?: string;
  body?: unknown;
  headers?: Record<string, string>;
}) {
  const { app } = createTestKernel();
  let seen: unknown;
  await app.register(async (scope) => {
    scope.withTypeProvider().put(
      "/api/v1/lessons/:id",
      {
        config: { guard: "public", bucket: "write" },
        schema: {
          body: lesson,
          querystring: pageQuery.extend({ preview: z.stringbool().optional() }),
          params: z.object({ id: ulid() }),
          headers: z.object({ "x-channel": z.enum(["web", "app"]) }),
          response: { 204: z.null() },
        },
      },
      async (call, reply) => {
        seen = { query: call.query, params: call.params, body: call.body, agent: call.headers["user-agent"] };
        return reply.code(204).send();
      },
    );
  });
  const response = await app.inject({
    method: "PUT",
    url: `/api/v1/lessons/${request.id ?? ID}${request.query ?? ""}`,
    headers: { "x-channel": "web", "user-agent": "test", ...request.headers },
    payload: request.body ?? GOOD,
  });
  await app.close();
  const errors = response.statusCode === 422 ? response.json<{ errors: FieldError[] }>().errors : [];
  return {
    status: response.statusCode,
    seen,
    errors,
    codes: errors.map((e) => `${e.in} ${e.pointer} ${e.code}`),
  };
}

const GOOD = { start_time: "09:30", minutes: 60, note: null, place: { kind: "online" } };

test("values that pass arrive parsed, with defaults; other headers stay", async () => {
  const { status, seen } = await send({ query: "?page=2&preview=true" });
  expect(status).toBe(204);
  expect(seen).toEqual({
    query: { page: 2, per_page: 20, preview: true },
    params: { id: ID },
    body: { ...GOOD, tags: [] },
    agent: "test",
  });
});

test("all problems of path, body, query and headers come at once, each with its place and code", async () => {
  const { status, codes } = await send({
    id: "not-an-id",
    query: "?page=0&per_page=x&colour=red",
    headers: { "x-channel": "fax" },
    body: {
      start_time: "9:30",
      minutes: 241,
      tags: ["a", 5],
      place: { kind: "address", line: "", floor: 3 },
      "a/b~c": true,
    },
  });
  expect(status).toBe(422);
  expect(codes).toEqual([
    "path /id invalid_format",
    "body /start_time invalid_format",
    "body /minutes out_of_range",
    "body /note required",
    "body /tags/0 too_short",
    "body /tags/1 invalid_type",
    "body /place/line too_short",
    "body /place/floor unknown_field",
    "body /a~1b~0c unknown_field",
    "query /page out_of_range",
    "query /per_page invalid_type",
    "query /colour unknown_field",
    "header /x-channel invalid_value",
  ]);
});

test("long text, a wrong kind and a key given twice have their own codes", async () => {
  const { codes } = await send({
    query: "?page=1&page=2",
    body: { ...GOOD, note: "eleven char", place: { kind: "boat" } },
  });
  expect(codes).toEqual([
    "body /note too_long",
    "body /place/kind invalid_value",
    "query /page invalid_type",
  ]);
});

test("a query key named __proto__ is unknown like any other", async () => {
  expect((await send({ query: "?__proto__=1&constructor=1" })).codes).toEqual([
    "query /__proto__ unknown_field",
    "query /constructor unknown_field",
  ]);
});

test("a route without query and body schemas takes neither", async () => {
  const { app } = createTestKernel();
  await app.register(async (scope) => {
    const options = {
      config: { guard: "public", bucket: "write" },
      schema: { response: { 204: z.null() } },
    } as const;
    scope.post("/api/v1/pings", options, async (_request, reply) => reply.code(204).send());
  });
  const post = async (url: string, payload?: object) => {
    const response = await app.inject({ method: "POST", url, ...(payload === undefined ? {} : { payload }) });
    return response.statusCode === 204 ? 204 : response.json<{ errors: FieldError[] }>().errors;
  };
  expect(await post("/api/v1/pings")).toBe(204);
  expect(await post("/api/v1/pings", {})).toBe(204);
  expect(await post("/api/v1/pings?x=1", { y: 1 })).toMatchObject([
    { in: "body", pointer: "/y", code: "unknown_field" },
    { in: "query", pointer: "/x", code: "unknown_field" },
  ]);
  expect(await post("/api/v1/pings", [1])).toMatchObject([{ in: "body", pointer: "", code: "invalid_type" }]);
  await app.close();
});

test("whatever comes in is accepted or answered with an error inside that part; nothing is reported twice over a hundred times", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const result = lesson.safeParse(value);
      if (result.success) return;
      const errors = fieldErrorsOf(result.error.issues, value, "body");
      expect(errors.length).toBeGreaterThan(0);
      expect(errors.length).toBeLessThanOrEqual(100);
      for (const error of errors) expect(error.pointer === "" || error.pointer.startsWith("/")).toBe(true);
    }),
  );
});

test("objects that drop unknown keys are found wherever they hide", () => {
  const inner = z.object({ a: z.string() });
  expect(
    lenientObjects(
      z.strictObject({
        list: z.array(inner),
        maybe: inner.extend({ b: z.string() }).optional(),
        either: z.union([z.strictObject({}), z.object({ c: z.string() })]),
        map: z.record(z.string(), z.object({ d: z.string() })),
        piped: z.object({ e: z.string() }).transform((value) => value.e),
        open: z.looseObject({ f: z.strictObject({}) }),
        pair: z.tuple([z.object({ g: z.string() })]),
        later: z.lazy(() => z.object({ h: z.string() })),
      }),
    ),
  ).toEqual(["/list/*", "/maybe", "/either", "/map/*", "/piped", "/pair", "/later"]);
  expect(lenientObjects(lesson)).toEqual([]);
});
