import { z } from "zod";

/**
 * Where an input schema would silently drop unknown keys: pointers to objects that are neither strict (`z.strictObject`) nor open on
 * purpose (`z.looseObject`, `catchall`). The API rejects unknown body and query keys (API spec §1), so the kernel refuses such a route.
 */
export function lenientObjects(schema: z.core.$ZodType): string[] {
  const found: string[] = [];
  visit(schema, "", new Set(), found);
  return found;
}

function visit(schema: z.core.$ZodType, pointer: string, seen: Set<z.core.$ZodType>, found: string[]): void {
  if (seen.has(schema)) return;
  seen.add(schema);
  if (schema instanceof z.core.$ZodObject) {
    if (schema._zod.def.catchall === undefined) found.push(pointer || "/");
    for (const [key, member] of Object.entries(schema._zod.def.shape)) {
      visit(member, `${pointer}/${key}`, seen, found);
    }
    return;
  }
  for (const [step, part] of partsOf(schema)) visit(part, `${pointer}${step}`, seen, found);
}

function partsOf(schema: z.core.$ZodType): [step: string, part: z.core.$ZodType][] {
  if (schema instanceof z.core.$ZodLazy) return [["", schema._zod.innerType]];
  const { def } = schema._zod;
  const parts: [string, unknown][] = [
    ["", "innerType" in def ? def.innerType : undefined],
    ["", "in" in def ? def.in : undefined],
    ["/*", "element" in def ? def.element : undefined],
    ["/*", "valueType" in def ? def.valueType : undefined],
    ["", "left" in def ? def.left : undefined],
    ["", "right" in def ? def.right : undefined],
    ["/*", "rest" in def ? def.rest : undefined],
  ];
  for (const list of ["options" in def ? def.options : [], "items" in def ? def.items : []]) {
    if (Array.isArray(list)) for (const part of list) parts.push(["", part]);
  }
  return parts.filter((entry): entry is [string, z.core.$ZodType] => entry[1] instanceof z.core.$ZodType);
}
