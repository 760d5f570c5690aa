import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyPluginCallback,
  type FastifyRequest,
  type RawServerDefault,
} from "fastify";
import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "#platform/clock/clock.ts";
import type { Config } from "#platform/config/config.ts";
import type { IdFactory } from "#platform/ids/ids.ts";
import type { Logger } from "#platform/logs/logger.ts";
import type { Metrics } from "#platform/metrics/metrics.ts";
import { createConnectionErrorHandler, createErrorRendering, type ErrorTranslator } from "./errors.ts";
import type { ServiceGuards } from "./guards.ts";
import { readJsonBodies } from "./json-body.ts";
import { QuietLogController } from "./log-controller.ts";
import { handleUnmatched, unmatchedApiPaths } from "./not-found.ts";
import { openapi } from "./openapi.ts";
import { PROBLEM_MEDIA_TYPE } from "./problem-document.ts";
import { requestIdFrom } from "./request-id.ts";
import { requestObserver } from "./request-observer.ts";
import type { Caller } from "./route-config.ts";
import { createStatusCheck, type StatusCheck, takeInventory } from "./route-inventory.ts";
import { applyApiSecurityHeaders } from "./security-headers.ts";
import { createSerializerCompiler } from "./serialization.ts";
import { serverTiming } from "./server-timing.ts";

export type Kernel = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export type KernelPlugin = FastifyPluginAsync | FastifyPluginCallback;

export interface KernelDeps {
  readonly config: Pick<Config, "tier" | "siteMode" | "trustedProxyHops">;
  readonly clock: Clock;
  readonly newId: IdFactory;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Who calls, from cookie or bearer; null for nobody. Not asked for service routes and unmatched paths. */
  readonly authenticate?: (request: FastifyRequest) => Promise<Caller | null>;
  readonly serviceGuards: ServiceGuards;
  /**
   * Made with `fastify-plugin`, in the order their hooks should run. `first` runs before the caller is known (security headers, CORS),
   * `withCaller` after that and before unknown paths are answered and guards asked (rate limit, origin check, idempotency). Guards end
   * the `onRequest` phase; the input checks end `preValidation`.
   */
  readonly plugins?: {
    readonly first?: readonly KernelPlugin[];
    readonly withCaller?: readonly KernelPlugin[];
  };
  readonly translateError?: readonly ErrorTranslator[];
  /** Launch phase for `X-Beta-Phase`; `ga` until gating exists. */
  readonly betaPhase?: () => string;
  readonly poolState?: () => object;
  /** Milliseconds; the defaults are those of operations §10. */
  readonly limits?: Partial<KernelLimits>;
}

export interface KernelLimits {
  readonly requestMs: number;
  readonly uploadMs: number;
  readonly bodyMs: number;
  readonly headersMs: number;
  readonly keepAliveMs: number;
}

const LIMITS: KernelLimits = {
  requestMs: 15_000,
  uploadMs: 60_000,
  bodyMs: 10_000,
  headersMs: 5_000,
  keepAliveMs: 65_000,
};
const LARGEST_BODY = 256 * 1024;
const LARGEST_HEADERS = 16 * 1024;

/**
 * The HTTP server of the house without any route: everything of API spec §1 that no route should have to think of. Add routes in plugins
 * (`app.register`), so that they come after the kernel's own. `ready()` rejects with `RoutesRefused` when a route breaks a rule.
 */
export function createKernel(deps: KernelDeps): Kernel {
  const { config, logger, newId } = deps;
  const limits = { ...LIMITS, ...deps.limits };
  const mayReply = createStatusCheck(config.tier, logger);
  const errors = createErrorRendering({ log: logger, translateError: deps.translateError ?? [], mayReply });
  const app = Fastify({
    loggerInstance: withoutChildren(logger),
    logController: new QuietLogController(),
    genReqId: requestIdFrom(newId),
    bodyLimit: LARGEST_BODY,
    requestTimeout: limits.headersMs + limits.uploadMs,
    keepAliveTimeout: limits.keepAliveMs,
    return503OnClosing: false,
    trustProxy: config.trustedProxyHops > 0 && ((_address, hop) => hop < config.trustedProxyHops),
    routerOptions: { maxParamLength: 8 * 1024 },
    http: { maxHeaderSize: LARGEST_HEADERS, headersTimeout: limits.headersMs },
    clientErrorHandler: createConnectionErrorHandler(newId),
    frameworkErrors: (error, request, reply) => {
      applyApiSecurityHeaders(request, reply);
      errors.handle(error, request, reply);
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.decorateRequest("caller", null);
  app.decorateRequest("rawBody", null);
  app.decorateRequest("observed");
  app.setErrorHandler((error, request, reply) => errors.handle(error, request, reply));
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(createSerializerCompiler({ tier: config.tier, log: logger }));
  readJsonBodies(app);
  handleUnmatched(app);
  takeInventory(app, { serviceGuards: deps.serviceGuards, limits });
  registerHooks(app, deps, mayReply);
  return app;
}

/**
 * The logger as its own child: a line finds its request through the context, not through a logger made for each request. A child logger
 * factory could say the same, but Fastify inspects what it returns at every request.
 */
function withoutChildren(logger: FastifyBaseLogger): FastifyBaseLogger {
  const own: FastifyBaseLogger = Object.create(logger, { child: { value: () => own } });
  return own;
}

function registerHooks(app: Kernel, deps: KernelDeps, mayReply: StatusCheck): void {
  const { config, logger, metrics, plugins, authenticate } = deps;
  app.register(requestObserver, {
    log: logger,
    metrics,
    siteMode: config.siteMode,
    betaPhase: deps.betaPhase ?? (() => "ga"),
    poolState: deps.poolState,
  });
  app.register(serverTiming, { countQueries: config.tier !== "PROD" });
  app.register(openapi);
  for (const plugin of plugins?.first ?? []) app.register(plugin as FastifyPluginAsync);
  if (authenticate !== undefined) app.register(authentication, { authenticate });
  for (const plugin of plugins?.withCaller ?? []) app.register(plugin as FastifyPluginAsync);
  app.register(unmatchedApiPaths);
  app.register(declaredStatuses, { mayReply });
}

const authentication = fp<{ readonly authenticate: NonNullable<KernelDeps["authenticate"]> }>(
  (app, { authenticate }, done) => {
    app.addHook("onRequest", async (request) => {
      const { guard } = request.routeOptions.config;
      if (guard === undefined || (typeof guard === "object" && "service" in guard)) return;
      request.caller = await authenticate(request);
      if (request.caller !== null) request.observed.context.userId = request.caller.userId;
    });
    done();
  },
  { name: "authentication", fastify: "5.x", dependencies: ["request-observer"] },
);

const declaredStatuses = fp<{ readonly mayReply: StatusCheck }>(
  (app, { mayReply }, done) => {
    app.addHook("onSend", (request, reply, payload, next) => {
      const isProblem = String(reply.getHeader("content-type") ?? "").startsWith(PROBLEM_MEDIA_TYPE);
      if (isProblem || mayReply(request, reply.statusCode)) return next(null, payload);
      if (isDestroyable(payload)) payload.destroy();
      return next(
        new Error(`${request.method} ${request.routeOptions.url} does not declare ${reply.statusCode}`),
      );
    });
    done();
  },
  { name: "declared-statuses", fastify: "5.x" },
);

function isDestroyable(payload: unknown): payload is { destroy(): void } {
  return typeof payload === "object" && payload !== null && "destroy" in payload;
}
