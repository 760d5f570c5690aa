import swagger, { type FastifyDynamicSwaggerOptions } from "@fastify/swagger";
import type { FastifySchema } from "fastify";
import fp from "fastify-plugin";
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from "fastify-type-provider-zod";
import { guardName } from "./guards.ts";
import type { RouteConfig } from "./route-config.ts";

export type ApiDocument = Readonly<Record<string, unknown>>;
/** `full` has every operation and is the committed contract; `public` leaves out those of audience `internal`. */
export type DocumentName = "full" | "public";

declare module "fastify" {
  interface FastifyInstance {
    /** The OpenAPI 3.1 document, made from the route schemas at the first call after the start. */
    apiDocument(name: DocumentName): ApiDocument;
    fullSwagger(): unknown;
    publicSwagger(): unknown;
  }
}

type Transform = NonNullable<FastifyDynamicSwaggerOptions["transform"]>;

const toJsonSchemas = createJsonSchemaTransform({});
const withComponents = createJsonSchemaTransformObject({});

/** OpenAPI 3.1 from the Zod schemas of the routes (API spec §1 "Contract enforcement"). */
export const openapi = fp(
  async (app) => {
    await app.register(swagger, documentOptions("full", "fullSwagger"));
    await app.register(swagger, documentOptions("public", "publicSwagger"));
    const made = new Map<DocumentName, ApiDocument>();
    app.decorate("apiDocument", (name: DocumentName) => {
      let document = made.get(name);
      if (document === undefined) {
        document = withoutUnusedSchemas(name === "full" ? app.fullSwagger() : app.publicSwagger());
        made.set(name, document);
      }
      return document;
    });
  },
  { name: "openapi", fastify: "5.x" },
);

function documentOptions(name: DocumentName, decorator: string): FastifyDynamicSwaggerOptions {
  return {
    decorator,
    convertConstToEnum: false,
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "InstaInstru API",
        version: "1",
        description:
          name === "public"
            ? "Book a private instructor in New York City. Failures are RFC 9457 problem documents."
            : "Every operation of the API, those for operators included.",
      },
      components: {
        securitySchemes: {
          session_cookie: { type: "apiKey", in: "cookie", name: "__Host-sid" },
          session_bearer: { type: "http", scheme: "bearer" },
        },
      },
    },
    transform: (input) => describeOperation(input, name),
    transformObject: withComponents,
  };
}

function describeOperation(input: Parameters<Transform>[0], name: DocumentName): ReturnType<Transform> {
  const config: Partial<RouteConfig> = input.route.config ?? {};
  const hidden =
    (config.kind ?? "api") !== "api" ||
    config.guard === undefined ||
    (name === "public" && config.audience === "internal");
  if (hidden || config.guard === undefined) return { schema: { hide: true }, url: input.url };
  const { schema, url } = toJsonSchemas(input);
  const method = String([input.route.method].flat()[0]).toLowerCase();
  const described = {
    operationId: operationId(method, url),
    tags: [url.split("/")[3] ?? "api"],
    ...schema,
    "x-guard": guardName(config.guard),
    "x-bucket": config.bucket,
  };
  const open = config.guard === "public" || config.guard === "guest";
  const signedIn = typeof config.guard === "string" || "permission" in config.guard;
  if (!open && signedIn)
    Object.assign(described, { security: [{ session_cookie: [] }, { session_bearer: [] }] });
  return { schema: withIdempotencyKey(described, config, method), url };
}

/** `Idempotency-Key` is checked by a plugin, not by the route's own schema, so it is written into the document here. */
function withIdempotencyKey(
  schema: FastifySchema,
  config: Partial<RouteConfig>,
  method: string,
): FastifySchema {
  const idempotency = config.idempotency ?? (method === "post" ? "accepted" : "none");
  if (idempotency === "none") return schema;
  const headers = (schema.headers ?? {}) as { properties?: object; required?: string[] };
  return {
    ...schema,
    headers: {
      type: "object",
      ...headers,
      properties: {
        ...headers.properties,
        "Idempotency-Key": { type: "string", minLength: 1, maxLength: 255 },
      },
      required: [...(headers.required ?? []), ...(idempotency === "required" ? ["Idempotency-Key"] : [])],
    },
  };
}

/** `get /api/v1/instructors/:id/reviews` is `get_instructors_by_id_reviews`. */
function operationId(method: string, url: string): string {
  const words = url
    .split("/")
    .slice(3)
    .map((part) => (/^[:{]/.test(part) ? `by_${part.replaceAll(/\W/g, "")}` : part.replaceAll(/\W/g, "_")));
  return [method, ...words].filter((word) => word !== "").join("_");
}

/** The registry holds the named schemas of the whole process; a document keeps those that its operations reach. */
function withoutUnusedSchemas(made: unknown): ApiDocument {
  const document = made as {
    paths?: unknown;
    components?: { schemas?: Record<string, unknown> } & Record<string, unknown>;
  };
  const all = document.components?.schemas ?? {};
  const used = new Set<string>();
  const pending: unknown[] = [document.paths];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const name of referencesIn(next)) {
      if (used.has(name)) continue;
      used.add(name);
      pending.push(all[name]);
    }
  }
  const schemas = Object.fromEntries(
    [...used].toSorted().flatMap((name) => (name in all ? [[name, all[name]]] : [])),
  );
  return { ...document, components: { ...document.components, schemas } };
}

function referencesIn(part: unknown): string[] {
  const found = JSON.stringify(part).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  return [...found].map(([, name = ""]) => name);
}
