/** Related objects below a root: student -> booking -> instructor is two. */
const MAX_RELATION_LEVELS = 2;

/** A value that must not be cached. The message names the place and the kind, never the content. */
export class NotADto extends TypeError {
  override name = "NotADto";

  constructor(path: readonly (string | number)[], problem: string) {
    super(`cache values are plain JSON: ${["value", ...path].join(".")} is ${problem}`);
  }
}

export interface Packed {
  readonly json: string;
  /** What every reader gets: parsed from `json` and deeply frozen, so a hit and a miss look the same and nobody can change it. */
  readonly value: unknown;
}

/**
 * Turns a response DTO into what is stored (operations §7 "Serialiser safety net"). An object that contains itself is cut with
 * `{id, type, circular: true}`; `undefined` properties are left out, as JSON does.
 * @throws NotADto for functions, class instances (Date and Temporal too: a DTO is already in wire form), numbers that JSON cannot
 * write, holes in arrays, and an object with an `id` nested in more than 2 others.
 */
export function pack(value: unknown): Packed {
  const json = JSON.stringify(shape(value, { path: [], ancestors: new Set() }, 0));
  return { json, value: unpack(json) };
}

export function unpack(json: string): unknown {
  return deepFreeze(JSON.parse(json));
}

/** Where the walk is; grows on the way down and shrinks on the way back. */
interface Walk {
  readonly path: (string | number)[];
  readonly ancestors: Set<object>;
}

/** @param relations how many of the objects around `value` have an `id`. */
function shape(value: unknown, walk: Walk, relations: number): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new NotADto(walk.path, String(value));
    return value;
  }
  if (typeof value !== "object") throw new NotADto(walk.path, describe(value));
  if (walk.ancestors.has(value)) return reference(value);
  walk.ancestors.add(value);
  const shaped = Array.isArray(value)
    ? shapeArray(value, walk, relations)
    : shapeObject(value, walk, relations);
  walk.ancestors.delete(value);
  return shaped;
}

function shapeArray(value: readonly unknown[], walk: Walk, relations: number): unknown[] {
  return Array.from(value, (element, index) => shapeAt(index, element, walk, relations));
}

function shapeObject(value: object, walk: Walk, relations: number): object {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new NotADto(walk.path, `an instance of ${value.constructor.name}`);
  }
  const related = hasId(value);
  if (related && relations > MAX_RELATION_LEVELS) {
    throw new NotADto(walk.path, `more than ${MAX_RELATION_LEVELS} relation levels deep`);
  }
  const properties: [string, unknown][] = [];
  for (const [key, property] of Object.entries(value)) {
    if (property === undefined) continue;
    properties.push([key, shapeAt(key, property, walk, relations + (related ? 1 : 0))]);
  }
  return Object.fromEntries(properties);
}

function shapeAt(key: string | number, value: unknown, walk: Walk, relations: number): unknown {
  walk.path.push(key);
  const shaped = shape(value, walk, relations);
  walk.path.pop();
  return shaped;
}

function hasId(value: object): boolean {
  return "id" in value && (typeof value.id === "string" || typeof value.id === "number");
}

function reference(value: object) {
  return {
    id: "id" in value && hasId(value) ? value.id : null,
    type: "type" in value && typeof value.type === "string" ? value.type : null,
    circular: true,
  };
}

function describe(value: unknown): string {
  return value === undefined ? "undefined" : `a ${typeof value}`;
}

function deepFreeze(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  for (const property of Object.values(value)) deepFreeze(property);
  return Object.freeze(value);
}
