import type { components } from "./schema.gen.d.ts";

export type FieldError = components["schemas"]["FieldError"];

/** What a failed call says, plain enough to travel from the server into the page. */
export interface ApiFailure {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Stable word to branch on. */
  readonly code: string;
  /** For people: what happened and what to do. */
  readonly detail: string;
  /** Support code. */
  readonly requestId: string | null;
  readonly fieldErrors: readonly FieldError[];
  /** Seconds to wait, where the server asks for that. */
  readonly retryAfter: number | null;
  /** Documented extra members of this code, for example `current_version`. */
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Members of every problem document that say nothing of their own beside `code` and `detail`. */
const STANDARD = new Set(["type", "title", "status", "instance"]);

const NO_ANSWER: ApiFailure = {
  status: 0,
  code: "network_error",
  detail: "We could not reach the server. Check your connection and try again.",
  requestId: null,
  fieldErrors: [],
  retryAfter: null,
  extensions: {},
};

/** A call to the API that failed: a problem document, an answer that is none, or no answer at all. */
export class ApiProblem extends Error {
  override name = "ApiProblem";
  readonly failure: ApiFailure;

  constructor(failure: ApiFailure, options?: ErrorOptions) {
    super(`${failure.code}: ${failure.detail}`, options);
    this.failure = failure;
  }
}

/** Reads RFC 9457 `body` of an answer that is not a success. */
export function problemFromResponse(response: Response, body: unknown): ApiProblem {
  const { code, detail, request_id, errors, ...others } = isRecord(body) ? body : {};
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  return new ApiProblem({
    status: response.status,
    code: typeof code === "string" ? code : `http_${response.status}`,
    detail: typeof detail === "string" ? detail : "Something went wrong on our side. Try again in a moment.",
    requestId: typeof request_id === "string" ? request_id : response.headers.get("x-request-id"),
    fieldErrors: Array.isArray(errors) ? (errors as FieldError[]) : [],
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : null,
    extensions: Object.fromEntries(Object.entries(others).filter(([name]) => !STANDARD.has(name))),
  });
}

export function problemWithoutAnswer(cause: unknown): ApiProblem {
  return new ApiProblem(NO_ANSWER, { cause });
}

/** What went wrong, from whatever was thrown or came with the page; a defect has no code that could be told. */
export function failureOf(error: unknown): ApiFailure {
  if (error instanceof ApiProblem) return error.failure;
  if (isRecord(error) && typeof error["code"] === "string" && typeof error["detail"] === "string") {
    return { ...NO_ANSWER, ...error };
  }
  return { ...NO_ANSWER, code: "defect", detail: "Something went wrong on our side. Try again in a moment." };
}

/** Worth one more try of a read: no answer, too many requests, or a fault of the server. */
export function isPassing(error: unknown): boolean {
  const { status, code } = failureOf(error);
  return code !== "defect" && (status === 0 || status === 429 || status >= 500);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
