import { expect, test } from "vitest";
import { z } from "zod";
import type { Tier } from "#platform/config/config.ts";
import { createTestKernel } from "./kernel.test-support.ts";

const person = z.object({ first_name: z.string(), nickname: z.string().nullable() });
const reply = z.object({ items: z.array(person), owner: person });
const strict = z.strictObject({ items: z.array(z.strictObject({ name: z.string() })) });

const fine = { items: [{ first_name: "A", nickname: null }], owner: { first_name: "B", nickname: "b" } };

async function answer(body: unknown, options: { tier?: Tier; schema?: z.ZodType; status?: number } = {}) {
  const { tier = "INT", schema = reply, status = 200 } = options;
  const { app, lines } = createTestKernel({ tier, config: { tier, siteMode: "int", trustedProxyHops: 0 } });
  await app.register(async (scope) => {
    scope.get(
      "/api/v1/things",
      { config: { guard: "public", bucket: "read" }, schema: { response: { 200: schema } } },
      async (_request, answered) => answered.code(status as 200).send(body as never),
    );
  });
  const response = await app.inject("/api/v1/things");
  await app.close();
  return { status: response.statusCode, body: response.json<unknown>(), log: JSON.stringify(lines) };
}

test("a reply that fits its schema goes out as it is", async () => {
  expect(await answer(fine)).toMatchObject({ status: 200, body: fine });
});

test.each([
  ["at the top", { ...fine, password: "x" }, "/password"],
  [
    "in a list",
    { ...fine, items: [{ first_name: "A", nickname: null, last_name: "x" }] },
    "/items/0/last_name",
  ],
  ["deep down", { ...fine, owner: { first_name: "B", nickname: null, phone: "x" } }, "/owner/phone"],
])(
  "a stray property %s in a reply fails a test run, and is left out and logged in PROD",
  async (_name, body, place) => {
    const int = await answer(body);
    expect(int).toMatchObject({ status: 500, body: { code: "internal_error" } });
    expect(int.log).toContain(`${place}: not declared`);
    const prod = await answer(body, { tier: "PROD" });
    expect(prod.status).toBe(200);
    expect(JSON.stringify(prod.body)).not.toContain(`"x"`);
    expect(prod.log).toContain(`${place}: not declared`);
  },
);

test("strict response schemas behave the same", async () => {
  const body = { items: [{ name: "a", stray: 1 }], more: 2 };
  expect(await answer(body, { schema: strict })).toMatchObject({ status: 500 });
  expect(await answer(body, { schema: strict, tier: "PROD" })).toMatchObject({
    status: 200,
    body: { items: [{ name: "a" }] },
  });
});

test("a member of an open object is not stray", async () => {
  const body = { anything: { at: ["all"] } };
  expect(await answer(body, { schema: z.looseObject({}) })).toMatchObject({ status: 200, body });
  expect(await answer(body, { schema: z.record(z.string(), z.unknown()) })).toMatchObject({
    status: 200,
    body,
  });
});

test.each(["INT", "PROD"] as const)(
  "a declared member that is missing fails the reply in %s",
  async (tier) => {
    const { status, log } = await answer({ ...fine, owner: { first_name: "B" } }, { tier });
    expect(status).toBe(500);
    expect(log).toContain("/owner/nickname");
  },
);

test("a status without a schema fails in INT and is logged in PROD", async () => {
  const int = await answer(fine, { status: 201 });
  expect(int).toMatchObject({ status: 500, body: { code: "internal_error" } });
  const prod = await answer(fine, { status: 201, tier: "PROD" });
  expect(prod.status).toBe(201);
  expect(prod.log).toContain("a status that the route does not declare");
});
