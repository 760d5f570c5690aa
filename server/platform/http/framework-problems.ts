import { Problem, type ProblemOptions } from "./problem.ts";

const KNOWN: Readonly<Record<string, ProblemOptions>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: {
    status: 400,
    code: "malformed_json",
    detail: "The body is not valid JSON. Send one JSON value.",
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    status: 400,
    code: "malformed_json",
    detail: "The body is empty. Send one JSON value.",
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: "bad_request",
    detail: "The body is not as long as its Content-Length says.",
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: "unsupported_media_type",
    detail: "This path does not take that Content-Type. Send application/json.",
  },
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: "payload_too_large",
    detail: "The body is larger than this path takes.",
  },
  FST_ERR_BAD_URL: {
    status: 400,
    code: "bad_request",
    detail: "The path is not a valid URL. Check its percent-encoding.",
  },
  FST_ERR_MAX_PARAM_LENGTH: {
    status: 414,
    code: "uri_too_long",
    detail: "The URL is too long.",
  },
  FST_ERR_NOT_FOUND: { status: 404, code: "not_found", detail: "There is nothing at this address." },
  FST_ERR_HANDLER_TIMEOUT: {
    status: 504,
    code: "timeout",
    detail: "This took too long and was given up. Try again.",
  },
};

/** The problem for an error that the framework itself raises; null when the error is not one of those. */
export function frameworkProblem(error: unknown): Problem | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  const known = typeof error.code === "string" ? KNOWN[error.code] : undefined;
  if (known !== undefined) return new Problem(known);
  return isClientAbort(error.code)
    ? new Problem({ status: 400, code: "bad_request", detail: "The request ended before it was complete." })
    : null;
}

function isClientAbort(code: unknown): boolean {
  return code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE";
}

/** The problem for bytes that never became a request: unreadable, too slow, or with too large headers. */
export function connectionProblem(code: string | undefined): Problem {
  if (code === "HPE_HEADER_OVERFLOW") {
    return new Problem({
      status: 431,
      code: "headers_too_large",
      detail: "The request's headers are larger than 16 KiB.",
    });
  }
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    return new Problem({ status: 408, code: "timeout", detail: "The request did not arrive in time." });
  }
  return new Problem({
    status: 400,
    code: "bad_request",
    detail: "This is not a readable HTTP/1.1 request.",
  });
}
