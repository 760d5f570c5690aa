import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { apiDocs } from "./api-docs.ts";
import { pageOf, pageQuery } from "./envelopes.ts";
import { createTestKernel } from "./kernel.test-support.ts";
import { ulid } from "./wire-types.ts";

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

const boat = z.object({ id: ulid(), name: z.string().nullable() }).meta({ id: "Boat" });
const secretThing = z.object({ note: z.string() }).meta({ id: "SecretThing" });
z.object({ never: z.string() }).meta({ id: "UsedByNobody" });

async function start(
  viewers: { swaggerUi: string | null; redoc: string | null } = { swaggerUi: null, redoc: null },
) {
  const { app } = createTestKernel();
  cleanUps.push(() => app.close());
  await app.register(apiDocs, { viewers });
  await app.register(async (scope) => {
    scope.get(
      "/api/v1/boats",
      {
        config: { guard: "public", bucket: "read" },
        schema: { summary: "List boats", querystring: pageQuery, response: { 200: pageOf(boat) } },
      },
      async () => ({ items: [] }),
    );
    scope.post(
      "/api/v1/boats/:id/sail",
      {
        config: {
          guard: { permission: "manage_users" },
          bucket: "write",
          idempotency: "required",
          problems: [404],
        },
        schema: {
          params: z.object({ id: ulid() }),
          body: z.strictObject({ to: z.string() }),
          response: { 200: boat },
        },
      },
      async () => ({}),
    );
    scope.get(
      "/api/v1/ops/secrets",
      {
        config: { guard: { permission: "manage_users" }, bucket: "admin", audience: "internal" },
        schema: { response: { 200: secretThing } },
      },
      async () => ({}),
    );
  });
  await app.ready();
  return app;
}

interface Document {
  openapi: string;
  paths: Record<string, Record<string, Record<string, unknown>>>;
  components: { schemas: Record<string, unknown> };
}

async function documents() {
  const app = await start();
  return {
    full: app.apiDocument("full") as unknown as Document,
    open: (await app.inject("/openapi.json")).json<Document>(),
  };
}

test("every operation lists its schemas, guard and the problems that can come", async () => {
  const { full } = await documents();
  expect(full.openapi).toBe("3.1.0");
  const list = full.paths["/api/v1/boats"]?.["get"];
  expect(list).toMatchObject({
    operationId: "get_boats",
    tags: ["boats"],
    summary: "List boats",
    "x-guard": "public",
    parameters: [
      { name: "page", in: "query", schema: { type: "integer", minimum: 1, default: 1 } },
      { name: "per_page", in: "query", schema: { type: "integer", maximum: 100 } },
    ],
  });
  const responses = list?.["responses"] as Record<string, { content: object }>;
  expect(Object.keys(responses)).toEqual(["200", "400", "422", "429", "500", "503", "504"]);
  expect(responses["200"]?.content).toEqual({
    "application/json": { schema: { $ref: "#/components/schemas/BoatPage" } },
  });
  expect(responses["422"]?.content).toEqual({
    "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
  });
  const sail = full.paths["/api/v1/boats/{id}/sail"]?.["post"];
  expect(sail).toMatchObject({
    "x-guard": "permission:manage_users",
    security: [{ session_cookie: [] }, {}],
  });
  expect(sail?.["parameters"]).toMatchObject([
    { in: "path", name: "id", schema: { pattern: expect.stringContaining("0-7") } },
    { in: "header", name: "Idempotency-Key", required: true },
  ]);
});

test("the public document leaves out internal operations and every schema it does not use", async () => {
  const { full, open } = await documents();
  expect(Object.keys(full.paths)).toContain("/api/v1/ops/secrets");
  expect(Object.keys(open.paths)).toEqual(["/api/v1/boats", "/api/v1/boats/{id}/sail"]);
  expect(Object.keys(full.components.schemas)).toEqual([
    "Boat",
    "BoatPage",
    "FieldError",
    "Problem",
    "SecretThing",
  ]);
  expect(Object.keys(open.components.schemas)).toEqual(["Boat", "BoatPage", "FieldError", "Problem"]);
});

test("the viewers come from our own origin under a policy without unsafe-inline", async () => {
  const directory = await mkdtemp(join(tmpdir(), "viewers-"));
  cleanUps.push(() => rm(directory, { recursive: true }));
  await mkdir(join(directory, "bundles"));
  for (const file of ["swagger-ui.css", "swagger-ui-bundle.js", "bundles/redoc.standalone.js"]) {
    await writeFile(join(directory, file), `content of ${file}`);
  }
  const app = await start({ swaggerUi: directory, redoc: directory });
  for (const [page, file] of [
    ["/docs", "/docs/swagger-ui.js"],
    ["/redoc", "/redoc/redoc.js"],
  ] as const) {
    const { headers, body } = await app.inject(page);
    const policy = String(headers["content-security-policy"]);
    const [, nonce = ""] = /script-src 'self' 'nonce-([^']+)'/.exec(policy) ?? [];
    expect(nonce).not.toBe("");
    expect(policy).not.toContain("unsafe");
    expect(body).toContain(`nonce="${nonce}"`);
    expect(body).not.toMatch(/https?:\/\//);
    expect((await app.inject(page)).headers["content-security-policy"]).not.toBe(policy);
    const script = await app.inject(file);
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(script.body).toContain("content of ");
  }
});

test("without an installed viewer its page does not exist, and the document still does", async () => {
  const app = await start();
  expect((await app.inject("/docs")).statusCode).toBe(404);
  expect((await app.inject("/openapi.json")).statusCode).toBe(200);
});
