import createClient, { type Client } from "openapi-fetch";
import { problemFromResponse, problemWithoutAnswer } from "./problem.ts";
import type { paths } from "./schema.gen.d.ts";

/** Calls of the API, typed by `openapi.json`: `api.GET("/api/v1/…", { params, signal })`. Paths, bodies and answers are checked. */
export type Api = Client<paths>;

/** The visitor's browser: same origin, cookies go along. */
export function createBrowserApi(): Api {
  return createClient<paths>();
}

/** A page being rendered: the calls stay in the process. */
export function createPageApi(page: {
  readonly origin: string;
  readonly api: (request: Request) => Promise<Response>;
}): Api {
  return createClient<paths>({ baseUrl: page.origin, fetch: page.api });
}

type Outcome<T> =
  | { readonly data: T; readonly error?: never; readonly response: Response }
  | { readonly data?: never; readonly error: unknown; readonly response: Response };

/**
 * The body of a successful call.
 * @throws ApiProblem for every other answer and when none came
 */
export async function read<T>(call: Promise<Outcome<T>>): Promise<T> {
  const outcome = await call.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw problemWithoutAnswer(error);
  });
  if (!outcome.response.ok) throw problemFromResponse(outcome.response, outcome.error);
  return outcome.data as T;
}
