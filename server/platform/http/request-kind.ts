import type { FastifyRequest } from "fastify";
import type { RouteConfig } from "./route-config.ts";

const API_PATH = /^\/api(?:[/?]|$)/;

/** What a request asks for. Everything under `/api` is API; other paths without a route are the web app's. */
export function kindOf(request: FastifyRequest): NonNullable<RouteConfig["kind"]> {
  if (API_PATH.test(request.url)) return "api";
  return request.routeOptions.config?.kind ?? (request.is404 ? "web" : "api");
}
