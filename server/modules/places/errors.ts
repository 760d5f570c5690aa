import { Problem } from "#platform/http/problem.ts";

export function placeNotFound(): Problem {
  return new Problem({
    status: 404,
    code: "not_found",
    detail: "There is no such place. Choose one from the suggestions.",
  });
}
