import type { z } from "zod";
import type { FieldError } from "./problem.ts";

type Issue = z.core.$ZodIssue;
type Part = FieldError["in"];
type Path = readonly PropertyKey[];

const MOST_REPORTED = 100;

/** What Zod found in one part of a request, in the words of the API spec: one entry per field, unknown keys one each. */
export function fieldErrorsOf(issues: readonly Issue[], value: unknown, part: Part): FieldError[] {
  return issues.flatMap((issue) => describe(issue, value, part, [])).slice(0, MOST_REPORTED);
}

/** One `unknown_field` per key of a part that should be empty. */
export function unknownFields(value: unknown, part: Part): FieldError[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object" || Array.isArray(value)) {
    return [{ in: part, pointer: "", code: "invalid_type", message: "Nothing is expected here." }];
  }
  return Object.keys(value)
    .slice(0, MOST_REPORTED)
    .map((key) => unknownField(part, [key]));
}

export function pointerOf(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function describe(issue: Issue, value: unknown, part: Part, base: Path): FieldError[] {
  const path = [...base, ...issue.path];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField(part, [...path, key]));
  if (issue.code === "invalid_union") {
    const branch = nearestBranch(issue.errors);
    if (branch !== null) return branch.flatMap((inner) => describe(inner, value, part, path));
  }
  if (isMissing(issue, value, path)) {
    return [{ in: part, pointer: pointerOf(path), code: "required", message: "This is required." }];
  }
  return [{ in: part, pointer: pointerOf(path), code: codeOf(issue), message: issue.message }];
}

function unknownField(part: Part, path: Path): FieldError {
  return { in: part, pointer: pointerOf(path), code: "unknown_field", message: "There is no such field." };
}

function isMissing(issue: Issue, value: unknown, path: Path): boolean {
  const mayMean =
    issue.code === "invalid_type" || issue.code === "invalid_value" || issue.code === "invalid_union";
  return mayMean && valueAt(value, path) === undefined;
}

function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<PropertyKey, unknown>)[step];
  }
  return current;
}

/** Of the alternatives of a union, the one that got furthest: it at least has the right shape, and the fewest faults. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const shaped = branches.filter(
    (branch) => !branch.some((issue) => issue.path.length === 0 && isShape(issue)),
  );
  const [nearest] = shaped.toSorted((a, b) => a.length - b.length);
  return nearest ?? null;
}

function isShape(issue: Issue): boolean {
  return issue.code === "invalid_type" || issue.code === "invalid_value";
}

function codeOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return "invalid_type";
    case "invalid_format":
      return "invalid_format";
    case "too_big":
      return isMeasured(issue.origin) ? "too_long" : "out_of_range";
    case "too_small":
      return isMeasured(issue.origin) ? "too_short" : "out_of_range";
    case "not_multiple_of":
      return "out_of_range";
    case "custom": {
      const code: unknown = issue.params?.["code"];
      return typeof code === "string" ? code : "invalid_value";
    }
    default:
      return "invalid_value";
  }
}

function isMeasured(origin: string): boolean {
  return (
    origin === "string" || origin === "array" || origin === "set" || origin === "map" || origin === "file"
  );
}
