import type { FastifyInstance, FastifyRequest, RouteOptions } from "fastify";
import type { Tier } from "#platform/config/config.ts";
import { bodyDeadline } from "./body-deadline.ts";
import { checkGuard, guardName, type ServiceGuards, signsBody } from "./guards.ts";
import { problemStatuses, responsesOf, withProblemResponses } from "./problem-responses.ts";
import { captureRawBody } from "./raw-body.ts";
import type { Guard, RouteConfig } from "./route-config.ts";
import { brokenRouteRules } from "./route-rules.ts";
import { createInputValidation, type InputSchemas } from "./validation.ts";

/** One line of the table of routes that is committed and compared in CI (operations §2). */
export interface RouteEntry {
  readonly method: string;
  readonly path: string;
  /** For example `public`, `user`, `permission:manage_users`, `service:webhook`. */
  readonly guard: string;
  readonly bucket: string;
  readonly idempotency: "required" | "accepted" | "none";
  readonly audience: "public" | "internal";
  readonly kind: "api" | "web" | "document";
  /** Statuses of every problem it documents. */
  readonly problems: readonly number[];
}

declare module "fastify" {
  interface FastifyInstance {
    /** Every route with a declaration, in order of registration; HEAD twins of GET routes are left out. */
    routeInventory(): readonly RouteEntry[];
  }
  interface FastifyContextConfig {
    /** Statuses that the route has a schema for, problems included. */
    declaredStatuses?: ReadonlySet<number>;
  }
}

/** The routes of the app break rules of the house; the message lists all of them. */
export class RoutesRefused extends Error {
  override name = "RoutesRefused";
}

export interface InventoryOptions {
  readonly serviceGuards: ServiceGuards;
  readonly limits: { readonly requestMs: number; readonly uploadMs: number; readonly bodyMs: number };
}

type Declared = RouteOptions & { readonly routePath?: string };

/**
 * Looks at every route as it is added: checks what it declares, gives it its guard and input checks, and documents its problems. The
 * start fails when a route lacks anything (operations §2 "Deny by default").
 */
export function takeInventory(app: FastifyInstance, options: InventoryOptions): void {
  const entries: RouteEntry[] = [];
  const faults: string[] = [];
  app.decorate("routeInventory", () => entries);
  app.addHook("onRoute", (route: Declared) => {
    const methods = [route.method].flat();
    const isTwin = methods.length === 1 && methods[0] === "HEAD";
    const config: Partial<RouteConfig> = route.config ?? {};
    if (config.kind !== "web") {
      const schema = route.schema ?? {};
      const found = brokenRouteRules({ methods, path: route.url, config, schema }, options.serviceGuards);
      if (hasOwnCompiler(route)) found.push("brings its own validator or serializer");
      if (!app.hasDecorator("apiDocument"))
        found.push("comes before the kernel's own plugins: add it in a plugin");
      faults.push(...(isTwin ? [] : found.map((fault) => `${methods.join(",")} ${route.url} ${fault}`)));
      if (found.length > 0) {
        delete route.schema; // it may not even compile, and the start fails anyway
        return;
      }
    }
    if (isDeclared(config)) {
      furnish(route, config, options);
      if (!isTwin) for (const method of methods) entries.push(entryOf(method, route, config));
    }
  });
  app.addHook("onReady", async () => {
    if (faults.length > 0) throw new RoutesRefused(`the routes break rules:\n${faults.join("\n")}`);
  });
}

/** 304 is a matter of the cache, 414 is said before the route is asked. */
const UNDECLARED = new Set([304, 414]);

/** Whether `status` may leave the route of `request`; always true where a route declares nothing. */
export function isDeclaredStatus(request: FastifyRequest, status: number): boolean {
  const declared = request.routeOptions.config?.declaredStatuses;
  return declared === undefined || UNDECLARED.has(status) || declared.has(status);
}

export type StatusCheck = (request: FastifyRequest, status: number) => boolean;

/** An undeclared status is refused in INT and STG and only logged in PROD (API spec §1 "Contract enforcement"). */
export function createStatusCheck(
  tier: Tier,
  log: { error(members: object, message: string): void },
): StatusCheck {
  return (request, status) => {
    if (isDeclaredStatus(request, status)) return true;
    const { method, url } = request.routeOptions;
    log.error({ route: url, method, status }, "reply with a status that the route does not declare");
    return tier === "PROD";
  };
}

function isDeclared(config: Partial<RouteConfig>): config is RouteConfig {
  return config.guard !== undefined && config.bucket !== undefined;
}

function hasOwnCompiler(route: Declared): boolean {
  return (
    route.validatorCompiler !== undefined ||
    route.serializerCompiler !== undefined ||
    route.attachValidation === true
  );
}

/** Adds to a route what its declaration asks for; the objects that were passed in are left alone, they may be shared. */
function furnish(route: Declared, config: RouteConfig, { limits, serviceGuards }: InventoryOptions): void {
  const { guard } = config;
  const method = [route.method].flat()[0] ?? "GET";
  const holdsStream = config.bucket === "sse_connect";
  const isUpload = config.bucket === "upload";
  route.config = {
    ...config,
    ...(holdsStream ? {} : { deadlineMs: isUpload ? limits.uploadMs : limits.requestMs }),
  };
  // A page's statuses and inputs are the web app's own affair.
  if (config.kind !== "web") addContract(route, config, method);
  if (signsBody(guard)) route.preParsing = [signedBodyCheck(guard, serviceGuards), ...list(route.preParsing)];
  else if (guard !== "public" && guard !== "guest") {
    route.onRequest = [
      async (request) => checkGuard(guard, request, serviceGuards),
      ...list(route.onRequest),
    ];
  }
  if (!isUpload && method !== "GET" && method !== "HEAD") {
    route.preParsing = [bodyDeadline(limits.bodyMs), ...list(route.preParsing)];
  }
}

function addContract(route: Declared, config: RouteConfig, method: string): void {
  const input = createInputValidation(inputsOf(route));
  const declared = route.schema ?? {};
  route.schema = withProblemResponses(declared, problemStatuses(config, method));
  route.config = {
    ...route.config,
    declaredStatuses: new Set(Object.keys(responsesOf(route.schema)).map(Number)),
  };
  route.preValidation = [input, ...list(route.preValidation)];
}

function signedBodyCheck(guard: Guard, services: ServiceGuards) {
  return async (request: FastifyRequest, _reply: unknown, payload: Parameters<typeof captureRawBody>[1]) => {
    const replay = await captureRawBody(request, payload, request.routeOptions.bodyLimit);
    await checkGuard(guard, request, services);
    return replay;
  };
}

function inputsOf(route: Declared): InputSchemas {
  return (route.schema ?? {}) as InputSchemas;
}

function list<T>(hooks: T | T[] | undefined): T[] {
  return hooks === undefined ? [] : ([hooks].flat() as T[]);
}

function entryOf(method: string, route: Declared, config: RouteConfig): RouteEntry {
  return {
    method,
    path: route.url,
    guard: guardName(config.guard),
    bucket: config.bucket,
    idempotency: config.idempotency ?? (method === "POST" ? "accepted" : "none"),
    audience: config.audience ?? "public",
    kind: config.kind ?? "api",
    problems: problemStatuses(config, method),
  };
}
