import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { fieldErrorsOf, unknownFields } from "./field-errors.ts";
import { type FieldError, Problem } from "./problem.ts";

export interface InputSchemas {
  readonly body?: z.ZodType;
  readonly querystring?: z.ZodType;
  readonly params?: z.ZodType;
  readonly headers?: z.ZodType;
}

const nothing = z.strictObject({});

/**
 * Checks every part of a request and collects all that is wrong with it before anything runs (API spec §1 "Validation"). A route without a
 * query schema takes no query keys, one without a body schema no body. Values that pass replace the raw ones; headers are only added to.
 * @throws Problem 422 `validation_error` with every problem of every part.
 */
export function createInputValidation(schemas: InputSchemas): (request: FastifyRequest) => Promise<void> {
  const { body, params, headers } = schemas;
  const querystring = schemas.querystring ?? nothing;
  return async (request) => {
    const errors: FieldError[] = [];
    if (params !== undefined) request.params = check(params, request.params, "path", errors);
    if (body !== undefined) request.body = check(body, request.body, "body", errors);
    else errors.push(...unknownFields(request.body, "body"));
    request.query = check(querystring, request.query, "query", errors);
    if (headers !== undefined)
      Object.assign(request.headers, check(headers, request.headers, "header", errors));
    if (errors.length > 0) throw validationProblem(errors);
  };
}

/** The 422 for problems found by hand, in the same form as those that the schema finds. */
export function validationProblem(errors: readonly FieldError[]): Problem {
  const [first] = errors;
  return new Problem({
    status: 422,
    code: "validation_error",
    detail:
      errors.length === 1 && first !== undefined
        ? `Check ${first.in} ${first.pointer || "as a whole"}: ${first.message}`
        : `${errors.length} parts of the request are not right. Each is listed under errors.`,
    errors,
  });
}

function check(schema: z.ZodType, value: unknown, part: FieldError["in"], errors: FieldError[]): unknown {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  errors.push(...fieldErrorsOf(result.error.issues, value, part));
  return value;
}
