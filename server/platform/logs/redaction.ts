import { truncateAddress } from "./truncated-address.ts";

export const REDACTED = "[REDACTED]";

const DEEPEST = 12;
const REMEMBERED_KEYS = 2_000;

/** Personal and secret keys of operations §3.3, in snake_case; `-` and camelCase spellings are folded to it first. */
const SECRET_KEY = new RegExp(
  `^(?:${[
    "(?:.*_)?emails?(?:_address)?",
    "phone.*",
    "(?:.*_)?password.*",
    "(?:.*_)?tokens?",
    "(?:.*_)?secrets?",
    "(?:.*_)?api_key",
    "otp|totp.*|backup_codes?",
    "ssn",
    "student_note|instructor_note|meeting_location",
    "(?:payment|card|stripe)_.*|bank_account.*",
    "first_name|last_name|full_name",
    "authorization|(?:set_)?cookies?",
    "body|raw_body|query|query_string|querystring",
  ].join("|")})$`,
);
const ADDRESS_KEY = /^(?:.*_)?(?:ip|ip_address|remote_address)$/;
const URL_KEY = /^(?:.*_)?(?:url|uri|path|href)$/;

type Treatment = "redact" | "address" | "url" | "keep";
const treatments = new Map<string, Treatment>();

/**
 * A copy of `value` in which personal and secret values are `[REDACTED]`, addresses are truncated and URLs lose their query
 * (operations §3.3): at any depth, whatever the spelling of the key. Cycles and values below twelve levels become a marker.
 */
export function redact(value: unknown): unknown {
  return copy(value, 0, []);
}

/** The same for the members of one object; what the logger calls for every line. */
export function redactMembers(members: Record<string, unknown>): Record<string, unknown> {
  return copyMembers(members, 0, []);
}

function copy(value: unknown, depth: number, path: readonly object[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (path.includes(value)) return "[circular]";
  if (depth >= DEEPEST) return "[too deep]";
  if (Array.isArray(value)) return value.map((item) => copy(item, depth + 1, [...path, value]));
  if (value instanceof Error) return copyMembers(errorMembers(value), depth, [...path, value]);
  if (hasToJson(value)) return value.toJSON();
  if (value instanceof Map) return copyMembers(Object.fromEntries(value), depth, path);
  if (value instanceof Set) return copy([...value], depth, path);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  return isPlain(value) ? copyMembers(value, depth, path) : `[${value.constructor.name}]`;
}

/** Only plain objects are walked: sockets, requests and the like would drag half the process into a line. */
function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function copyMembers(
  members: Record<string, unknown>,
  depth: number,
  path: readonly object[],
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const key in members) {
    const value = members[key];
    const treatment = treatmentOf(key);
    if (treatment === "redact") result[key] = value === null || value === undefined ? value : REDACTED;
    else if (treatment === "address" && typeof value === "string") result[key] = truncateAddress(value);
    else if (treatment === "url" && typeof value === "string") result[key] = value.replace(/[?#].*$/s, "");
    else if (typeof value === "object") result[key] = copy(value, depth + 1, [...path, members]);
    else result[key] = value;
  }
  return result;
}

function treatmentOf(key: string): Treatment {
  const known = treatments.get(key);
  if (known !== undefined) return known;
  const name = key
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/[-\s.]+/g, "_")
    .toLowerCase();
  let treatment: Treatment = "keep";
  if (SECRET_KEY.test(name)) treatment = "redact";
  else if (ADDRESS_KEY.test(name)) treatment = "address";
  else if (URL_KEY.test(name)) treatment = "url";
  if (treatments.size < REMEMBERED_KEYS) treatments.set(key, treatment);
  return treatment;
}

function errorMembers(error: Error): Record<string, unknown> {
  return { ...error, type: error.name, message: error.message, stack: error.stack, cause: error.cause };
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return "toJSON" in value && typeof value.toJSON === "function";
}
