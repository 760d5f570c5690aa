import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { pageOf, pageOffset, pageQuery, type PageQuery, toPage } from "#platform/http/envelopes.ts";
import { replyNotModified, strongEtag } from "#platform/http/etag.ts";
import type { RouteConfig } from "#platform/http/route-config.ts";
import { notInCatalog } from "./errors.ts";
import type { CatalogReader } from "./read-catalog.ts";
import {
  categorySummary,
  categoryTree,
  filterDefinition,
  idParams,
  service,
  serviceDetail,
  serviceParams,
  servicesQuery,
  slugParams,
  subcategoryDetail,
  topServicesOfCategory,
  topServicesQuery,
} from "./schemas.ts";

const OPEN = { guard: "public", bucket: "read" } as const satisfies RouteConfig;
const ONE = { ...OPEN, problems: [404] } as const satisfies RouteConfig;

/** The public catalogue (API spec §2.4). Register with the prefix `/api/v1`. */
export function catalogRoutes(reader: Pick<CatalogReader, "view">): FastifyPluginAsyncZod {
  const send = createSend();
  return async (app) => {
    await app.register(treeRoutes(reader, send));
    await app.register(serviceRoutes(reader, send));
  };
}

function treeRoutes(reader: Pick<CatalogReader, "view">, send: Send): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      "/catalog/categories",
      { config: OPEN, schema: { querystring: pageQuery, response: { 200: pageOf(categorySummary) } } },
      async (request, reply) => {
        const { categories } = await reader.view();
        return send(request, reply, paged(categories, request.query));
      },
    );
    app.get(
      "/catalog/categories/:slug",
      { config: ONE, schema: { params: slugParams, response: { 200: categoryTree } } },
      async (request, reply) => {
        const category = (await reader.view()).findCategory(request.params.slug);
        if (category === undefined) throw notInCatalog("category");
        return send(request, reply, category);
      },
    );
    app.get(
      "/catalog/subcategories/:id",
      { config: ONE, schema: { params: idParams, response: { 200: subcategoryDetail } } },
      async (request, reply) => {
        const subcategory = (await reader.view()).findSubcategory(request.params.id);
        if (subcategory === undefined) throw notInCatalog("subcategory");
        return send(request, reply, subcategory);
      },
    );
    app.get(
      "/catalog/subcategories/:id/filters",
      {
        config: ONE,
        schema: { params: idParams, querystring: pageQuery, response: { 200: pageOf(filterDefinition) } },
      },
      async (request, reply) => {
        const filters = (await reader.view()).findFilters(request.params.id);
        if (filters === undefined) throw notInCatalog("subcategory");
        return send(request, reply, paged(filters, request.query));
      },
    );
    app.get(
      "/catalog/browse",
      { config: OPEN, schema: { response: { 200: pageOf(categoryTree) } } },
      async (request, reply) => send(request, reply, (await reader.view()).browse),
    );
  };
}

function serviceRoutes(reader: Pick<CatalogReader, "view">, send: Send): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      "/catalog/services",
      { config: OPEN, schema: { querystring: servicesQuery, response: { 200: pageOf(service) } } },
      async (request, reply) => {
        const services = (await reader.view()).selectServices(request.query);
        return send(request, reply, paged(services, request.query));
      },
    );
    app.get(
      "/catalog/services/:id_or_slug",
      { config: ONE, schema: { params: serviceParams, response: { 200: serviceDetail } } },
      async (request, reply) => {
        const found = (await reader.view()).findService(request.params.id_or_slug);
        if (found === undefined) throw notInCatalog("service");
        return send(request, reply, found);
      },
    );
    app.get(
      "/catalog/top-services",
      {
        config: OPEN,
        schema: { querystring: topServicesQuery, response: { 200: pageOf(topServicesOfCategory) } },
      },
      async (request, reply) => {
        const { topServices } = await reader.view();
        return send(request, reply, topServices(request.query.per_category));
      },
    );
  };
}

type Send = <T extends object>(request: FastifyRequest, reply: FastifyReply, content: T) => T;

/**
 * Answers anyone alike, whatever they are signed in as (API spec §1 "Concurrency and caching"). What the view made once is checked against
 * its schema, written and tagged once: the whole tree is 140 KB.
 */
function createSend(): Send {
  const written = new WeakMap<object, { readonly body: string; readonly etag: string }>();
  return (request, reply, content) => {
    let known = written.get(content);
    if (known === undefined) {
      const body = reply.serialize(content) as string;
      known = { body, etag: strongEtag(body) };
      written.set(content, known);
    }
    reply.headers({
      "cache-control": "public, max-age=60, stale-while-revalidate=300",
      vary: "Origin, Accept-Encoding",
    });
    if (!replyNotModified(request, reply, known.etag)) {
      reply.type("application/json; charset=utf-8").send(known.body);
    }
    return reply as unknown as typeof content;
  };
}

function paged<T>(items: readonly T[], query: PageQuery) {
  const start = pageOffset(query);
  return toPage(items.slice(start, start + query.per_page), items.length, query);
}
