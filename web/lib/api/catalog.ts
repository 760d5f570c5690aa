import { queryOptions } from "@tanstack/react-query";
import { read } from "./client.ts";
import { apiOf } from "./query-client.ts";

/** The catalogue changes with releases and now and then by an operator; counts of instructors are five minutes old anyway. */
const FRESH_MS = 5 * 60_000;

/** All categories, without their services. */
export const categoriesQuery = () =>
  queryOptions({
    queryKey: ["catalog", "categories"],
    staleTime: FRESH_MS,
    queryFn: ({ client, signal }) => read(apiOf(client).GET("/api/v1/catalog/categories", { signal })),
  });

/** One category with its subcategories and services. */
export const categoryQuery = (slug: string) =>
  queryOptions({
    queryKey: ["catalog", "category", slug],
    staleTime: FRESH_MS,
    queryFn: ({ client, signal }) =>
      read(apiOf(client).GET("/api/v1/catalog/categories/{slug}", { params: { path: { slug } }, signal })),
  });

/** One service, by slug or id. */
export const serviceQuery = (idOrSlug: string) =>
  queryOptions({
    queryKey: ["catalog", "service", idOrSlug],
    staleTime: FRESH_MS,
    queryFn: ({ client, signal }) =>
      read(
        apiOf(client).GET("/api/v1/catalog/services/{id_or_slug}", {
          params: { path: { id_or_slug: idOrSlug } },
          signal,
        }),
      ),
  });

/** The whole tree, for All services. */
export const browseQuery = () =>
  queryOptions({
    queryKey: ["catalog", "browse"],
    staleTime: FRESH_MS,
    queryFn: ({ client, signal }) => read(apiOf(client).GET("/api/v1/catalog/browse", { signal })),
  });

/** The most asked-for services of each category. */
export const topServicesQuery = () =>
  queryOptions({
    queryKey: ["catalog", "top-services"],
    staleTime: FRESH_MS,
    queryFn: ({ client, signal }) => read(apiOf(client).GET("/api/v1/catalog/top-services", { signal })),
  });
