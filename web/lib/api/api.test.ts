import { QueryClient } from "@tanstack/react-query";
import { RouterContextProvider } from "react-router";
import { expect, test } from "vitest";
import { type PageRequest, pageQueries, pageRequest } from "../page-request.ts";
import { categoriesQuery, categoryQuery } from "./catalog.ts";
import { createPageApi, read } from "./client.ts";
import { loadQueries, pageFailure } from "./load-queries.ts";
import { ApiProblem, failureOf, isPassing } from "./problem.ts";
import { apiOf, createQueryClient } from "./query-client.ts";

type Answer = (request: Request) => Promise<Response>;

const problem = (status: number, code: string) =>
  Response.json(
    {
      type: "about:blank",
      title: "t",
      status,
      code,
      detail: "Do this.",
      request_id: "req",
      current_version: 7,
    },
    { status, headers: { "content-type": "application/problem+json", "retry-after": "9" } },
  );
const page = (items: readonly string[]) => Response.json({ items, total: items.length });

function createContext(answer: Answer): RouterContextProvider {
  const facts: PageRequest = {
    nonce: "n",
    requestId: "page-request",
    origin: "https://site.test",
    devPages: false,
    api: answer,
    onError: () => undefined,
  };
  const context = new RouterContextProvider();
  context.set(pageRequest, facts);
  context.set(pageQueries, createQueryClient(createPageApi(facts), { onServer: true }));
  return context;
}

const failureFrom = async (answer: Answer) => {
  const api = createPageApi({ origin: "https://site.test", api: answer });
  const error: unknown = await read(api.GET("/api/v1/catalog/categories")).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiProblem);
  return failureOf(error);
};

test("a problem document keeps what it says", async () => {
  expect(await failureFrom(async () => problem(409, "version_conflict"))).toEqual({
    status: 409,
    code: "version_conflict",
    detail: "Do this.",
    requestId: "req",
    fieldErrors: [],
    retryAfter: 9,
    extensions: { current_version: 7 },
  });
});

test("an answer that is no problem document, and none at all", async () => {
  const gateway = await failureFrom(async () => new Response("<h1>Bad gateway</h1>", { status: 502 }));
  expect(gateway).toMatchObject({ status: 502, code: "http_502" });
  const silence = await failureFrom(async () => {
    throw new TypeError("connection refused");
  });
  expect(silence).toMatchObject({ status: 0, code: "network_error" });
});

test("an aborted call is no failure of the API", async () => {
  const aborted = new DOMException("gone", "AbortError");
  const api = createPageApi({ origin: "https://site.test", api: async () => Promise.reject(aborted) });
  await expect(read(api.GET("/api/v1/catalog/categories"))).rejects.toBe(aborted);
});

test.each([
  [0, true],
  [404, false],
  [422, false],
  [429, true],
  [503, true],
])("status %d is worth another try: %s", (status, worth) => {
  expect(isPassing({ status, code: "any", detail: "" })).toBe(worth);
});

test("a defect in our own code is never tried again", () => {
  expect(isPassing(new TypeError("x is not a function"))).toBe(false);
});

test("a loader reads everything once, and the page gets what it read", async () => {
  const asked: string[] = [];
  const context = createContext(async (request) => {
    asked.push(new URL(request.url).pathname);
    return page(["music"]);
  });
  await loadQueries(context, { must: [categoriesQuery()] });
  const { queries } = await loadQueries(context, {
    must: [categoriesQuery()],
    may: [categoryQuery("music")],
  });
  expect(asked).toEqual(["/api/v1/catalog/categories", "/api/v1/catalog/categories/music"]);
  expect(queries.queries.map(({ queryKey, state }) => [queryKey, state.status])).toEqual([
    [["catalog", "categories"], "success"],
    [["catalog", "category", "music"], "success"],
  ]);
});

test("a region's failure travels as plain facts", async () => {
  const context = createContext(async () => problem(503, "down"));
  const { queries } = await loadQueries(context, { may: [categoriesQuery()] });
  const [query] = JSON.parse(JSON.stringify(queries.queries)) as typeof queries.queries;
  expect(query?.state.status).toBe("error");
  expect(failureOf(query?.state.error)).toMatchObject({ status: 503, code: "down", requestId: "req" });
});

test.each([
  [403, 403],
  [404, 404],
  [410, 410],
  [429, 500],
  [503, 500],
])("when the page's own resource answers %d the page is a %d", async (answered, status) => {
  const context = createContext(async (request) =>
    request.url.endsWith("/categories") ? page([]) : problem(answered, "because"),
  );
  const thrown: unknown = await loadQueries(context, {
    may: [categoriesQuery()],
    must: [categoryQuery("gone")],
  }).catch((error: unknown) => error);
  expect(thrown).toMatchObject({
    init: { status },
    data: { failure: { code: "because", requestId: "req" } },
  });
});

test("a page that fails by itself names its own request", () => {
  const context = createContext(async () => page([]));
  const { data } = pageFailure(context, { status: 404, code: "page_not_found" });
  expect(data.failure).toMatchObject({ requestId: "page-request", status: 404 });
});

test("a query client that is not ours has no API", () => {
  expect(() => apiOf(new QueryClient())).toThrow("createQueryClient");
});
