import { createHmac } from "node:crypto";
import type { InjectOptions } from "fastify";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import type { Tier } from "#platform/config/config.ts";
import { Secret } from "#platform/config/secret.ts";
import type { Kernel } from "./kernel.ts";
import { createTestClock, createTestKernel, USER } from "./kernel.test-support.ts";
import type { Guard } from "./route-config.ts";
import { createServiceGuards } from "./service-auth.ts";

const open: Kernel[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

const CALLERS = {
  user: USER,
  suspended: { ...USER, status: "suspended" },
  deactivated: { ...USER, status: "deactivated" },
} as const;
const KEY = new Secret("k".repeat(20) + "1");
const OLD_KEY = new Secret("o".repeat(20) + "2");
const clock = createTestClock();
const NOW = Math.floor(clock.now().epochMilliseconds / 1000);

interface Setup {
  readonly tier?: Tier;
  readonly basicAuth?: Secret;
  readonly token?: Secret;
  readonly ipAllowlist?: readonly string[];
  readonly secrets?: readonly Secret[];
}

async function start(guard: Guard, { tier = "INT", secrets = [KEY, OLD_KEY], ...metrics }: Setup = {}) {
  const { app } = createTestKernel({
    callers: CALLERS,
    clock,
    serviceGuards: createServiceGuards({
      config: {
        tier,
        internalHmacSecrets: secrets,
        metrics: { basicAuth: null, token: null, ipAllowlist: [], ...metrics },
      },
      clock,
    }),
  });
  open.push(app);
  await app.register(async (scope) => {
    scope.post(
      "/api/v1/things",
      {
        config: { guard, bucket: "write" },
        schema: { body: z.looseObject({}).optional(), response: { 200: z.object({ raw: z.string() }) } },
      },
      async (request) => ({ raw: String(request.rawBody) }),
    );
  });
  return async (headers: Record<string, string> = {}, rest: Partial<InjectOptions> = {}) => {
    const response = await app.inject({ method: "POST", url: "/api/v1/things", headers, ...rest });
    const body = response.json<{ code?: string; required?: string; raw?: string }>();
    return { status: response.statusCode, code: body.code, required: body.required, raw: body.raw, response };
  };
}

const as = (name: string) => ({ "x-test-caller": name });

test.each<[Guard, string, number, string | undefined]>([
  ["public", "nobody", 200, undefined],
  ["guest", "nobody", 200, undefined],
  ["public", "suspended", 200, undefined],
  ["user", "nobody", 401, "not_authenticated"],
  ["participant", "nobody", 401, "not_authenticated"],
  ["owner", "nobody", 401, "not_authenticated"],
  [{ permission: "manage_users" }, "nobody", 401, "not_authenticated"],
  ["user", "user", 200, undefined],
  ["participant", "user", 200, undefined],
  ["owner", "user", 200, undefined],
  ["user", "suspended", 403, "account_suspended"],
  ["user", "deactivated", 401, "not_authenticated"],
  [{ permission: "manage_users" }, "user", 200, undefined],
  [{ permission: "manage_users" }, "suspended", 403, "account_suspended"],
  [{ permission: "manage_roles" }, "user", 403, "permission_denied"],
])("guard %j answers %s with %i %s", async (guard, caller, status, code) => {
  const call = await start(guard);
  expect(await call(as(caller))).toMatchObject({ status, code });
});

test("a missing permission is named", async () => {
  const call = await start({ permission: "manage_roles" });
  expect(await call(as("user"))).toMatchObject({ required: "manage_roles" });
});

test("a stranger learns nothing about the body: the guard comes before validation and parsing", async () => {
  const call = await start("user");
  const headers = { "content-type": "application/json" };
  expect(await call(headers, { payload: "{" })).toMatchObject({ status: 401 });
});

test("basic metrics are open outside PROD and closed in PROD while no password is set", async () => {
  const guard: Guard = { service: "metrics_basic" };
  expect(await (await start(guard))()).toMatchObject({ status: 200 });
  expect(await (await start(guard, { tier: "PROD" }))()).toMatchObject({ status: 401 });
});

test("with a password basic metrics take that pair and nothing else", async () => {
  const call = await start({ service: "metrics_basic" }, { basicAuth: new Secret("ops:pässword") });
  const basic = (pair: string) => ({ authorization: `Basic ${Buffer.from(pair).toString("base64")}` });
  expect(await call(basic("ops:pässword"))).toMatchObject({ status: 200 });
  for (const headers of [{}, basic("ops:other"), basic(""), { authorization: "Bearer ops:pässword" }]) {
    const refused = await call(headers);
    expect(refused.status).toBe(401);
    expect(refused.response.headers["www-authenticate"]).toMatch(/^Basic /);
  }
});

test("the scrape target takes a listed address or the token", async () => {
  const guard: Guard = { service: "metrics_token" };
  const call = await start(guard, {
    token: new Secret("right"),
    ipAllowlist: ["10.1.0.0/16", "2001:db8::/32"],
  });
  const from = (remoteAddress: string) => call({}, { remoteAddress });
  expect(await from("10.1.2.3")).toMatchObject({ status: 200 });
  expect(await from("::ffff:10.1.2.3")).toMatchObject({ status: 200 });
  expect(await from("2001:db8::7")).toMatchObject({ status: 200 });
  expect(await from("10.2.0.1")).toMatchObject({ status: 401 });
  expect(await call({ authorization: "Bearer right" })).toMatchObject({ status: 200 });
  expect(await call({ authorization: "Bearer wrong" })).toMatchObject({ status: 401 });
  expect(await (await start(guard))()).toMatchObject({ status: 401 });
});

test("an address list with nonsense in it stops the start", () => {
  const metrics = { basicAuth: null, token: null, ipAllowlist: ["localhost"] };
  expect(() =>
    createServiceGuards({ config: { tier: "INT", internalHmacSecrets: [], metrics }, clock }),
  ).toThrow('"localhost" is not an address');
});

function signed(body: string, { at = NOW, secret = KEY } = {}) {
  return {
    "content-type": "application/json",
    "x-internal-timestamp": String(at),
    "x-internal-signature": createHmac("sha256", secret.reveal()).update(`${at}.${body}`).digest("hex"),
  };
}

const HMAC: Guard = { service: "internal_hmac" };

test("a signed call passes with either secret, and its handler sees the signed bytes", async () => {
  const call = await start(HMAC);
  const body = '{ "a" : "ü" }';
  expect(await call(signed(body), { payload: body })).toMatchObject({ status: 200, raw: body });
  expect(await call(signed(body, { secret: OLD_KEY }), { payload: body })).toMatchObject({ status: 200 });
});

test("a signed call without a body passes", async () => {
  const { "content-type": _type, ...headers } = signed("");
  expect(await (await start(HMAC))(headers)).toMatchObject({ status: 200, raw: "" });
});

test.each([
  ["another body", signed("{}"), '{"a":1}'],
  ["another secret", signed("{}", { secret: new Secret("another") }), "{}"],
  ["no signature", { "content-type": "application/json", "x-internal-timestamp": String(NOW) }, "{}"],
  ["301 seconds ago", signed("{}", { at: NOW - 301 }), "{}"],
  ["301 seconds ahead", signed("{}", { at: NOW + 301 }), "{}"],
  ["a time that is none", { ...signed("{}"), "x-internal-timestamp": "now" }, "{}"],
  ["an unreadable body", signed("{}"), "{"],
])("a call with %s is refused", async (_name, headers, payload) => {
  expect(await (await start(HMAC))(headers, { payload })).toMatchObject({
    status: 401,
    code: "not_authenticated",
  });
});

test("a signature is good once, also at the edge of its tolerance", async () => {
  const call = await start(HMAC);
  const headers = signed("{}", { at: NOW + 300 });
  expect(await call(headers, { payload: "{}" })).toMatchObject({ status: 200 });
  expect(await call(headers, { payload: "{}" })).toMatchObject({ status: 401 });
  clock.advance({ seconds: 599 });
  expect(await call(headers, { payload: "{}" })).toMatchObject({ status: 401 });
});

test("without a secret signed calls are switched off", async () => {
  const call = await start(HMAC, { secrets: [] });
  expect(await call(signed("{}"), { payload: "{}" })).toMatchObject({
    status: 503,
    code: "service_unavailable",
  });
});

test("a signed body is bounded before it is read", async () => {
  const call = await start(HMAC);
  const payload = JSON.stringify({ a: "x".repeat(256 * 1024) });
  expect(await call(signed(payload), { payload })).toMatchObject({ status: 413, code: "payload_too_large" });
});
