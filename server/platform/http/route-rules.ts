import type { FastifySchema } from "fastify";
import { z } from "zod";
import type { ServiceGuards } from "./guards.ts";
import { isContentMap, responsesOf } from "./problem-responses.ts";
import type { RouteConfig } from "./route-config.ts";
import { lenientObjects } from "./strict-schemas.ts";

/** A route as the rules see it. */
export interface DeclaredRoute {
  readonly methods: readonly string[];
  readonly path: string;
  readonly config: Partial<RouteConfig>;
  readonly schema: FastifySchema;
}

const UNLIMITED = new Set(["/api/v1/health", "/api/v1/health/lite", "/api/v1/ready"]);

/** What is wrong with the declaration of an API route, one sentence each; the server does not start while there is anything. */
export function brokenRouteRules(route: DeclaredRoute, services: ServiceGuards): string[] {
  return [
    ...pathFaults(route),
    ...guardFaults(route, services),
    ...bucketFaults(route),
    ...inputFaults(route),
    ...responseFaults(route),
  ];
}

function pathFaults({ path, config }: DeclaredRoute): string[] {
  const faults: string[] = [];
  const underApi = path.startsWith("/api/v1/");
  if ((config.kind ?? "api") === "api" && !underApi) {
    faults.push("is not under /api/v1; set config.kind when it is no API route");
  }
  if (config.kind !== undefined && config.kind !== "api" && path.startsWith("/api/")) {
    faults.push(`is under /api but declares kind "${config.kind}"`);
  }
  if (path.length > 1 && path.endsWith("/")) faults.push("ends with a slash");
  return faults;
}

function guardFaults({ config: { guard } }: DeclaredRoute, services: ServiceGuards): string[] {
  if (guard === undefined) return ["declares no guard (config.guard)"];
  if (typeof guard === "string") return [];
  if ("permission" in guard)
    return guard.permission.trim() === "" ? ["has a permission guard without a name"] : [];
  return services[guard.service] === undefined
    ? [`has no authenticator for the service guard ${guard.service}`]
    : [];
}

function bucketFaults({ config: { bucket }, path }: DeclaredRoute): string[] {
  if (bucket === undefined) return ["declares no rate bucket (config.bucket)"];
  if (bucket === "none" && !UNLIMITED.has(path))
    return ["may not have the bucket none: only health and ready may"];
  return [];
}

function inputFaults({ path, schema }: DeclaredRoute): string[] {
  const faults: string[] = [];
  for (const part of ["body", "querystring", "params", "headers"] as const) {
    const declared = schema[part];
    if (declared === undefined) continue;
    if (!(declared instanceof z.ZodType)) {
      faults.push(`has a ${part} schema that is not a Zod schema`);
    } else if (part === "body" || part === "querystring") {
      for (const pointer of lenientObjects(declared)) {
        faults.push(`would drop unknown ${part} keys at ${pointer}: use z.strictObject`);
      }
    }
  }
  if (path.includes(":") && schema.params === undefined)
    faults.push("has path parameters but no params schema");
  return faults;
}

function responseFaults({ schema }: DeclaredRoute): string[] {
  const declared = Object.entries(responsesOf(schema));
  const faults: string[] = [];
  if (!declared.some(([status]) => /^[23](\d\d|xx)$/i.test(status))) {
    faults.push("declares no 2xx or 3xx response (schema.response)");
  }
  for (const [status, response] of declared) {
    const schemas = isContentMap(response)
      ? Object.values(response.content).map((one) => one.schema)
      : [response];
    for (const one of schemas) {
      if (!(one instanceof z.core.$ZodType)) faults.push(`has a response ${status} that is not a Zod schema`);
      else if (one instanceof z.core.$ZodArray)
        faults.push(`answers ${status} with a bare array: use a page or feed`);
    }
  }
  return faults;
}
