import type { NodeOf, Rule } from "./rule.ts";

const message =
  "No hand-written API paths: call the typed client, whose paths are checked against openapi.json.";
const CLIENT_METHODS = new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"]);
const isApiPath = (text: string) => /^\/api(\/|$)|^https?:\/\/[^/]*\/api\//.test(text);

/** In the web app a path of the API may stand only where the typed client checks it: `api.GET("/api/v1/…")`. */
export const noRawApiPath: Rule = {
  create: (context) => ({
    Literal(node) {
      if (typeof node.value !== "string" || !isApiPath(node.value)) return;
      if (!isCheckedByTypes(node)) context.report({ node, message });
    },
    TemplateLiteral(node) {
      if (isApiPath(node.quasis.map((part) => part.value.raw).join("x"))) context.report({ node, message });
    },
  }),
};

function isCheckedByTypes(node: NodeOf<"Literal">): boolean {
  const call = node.parent;
  if (
    call?.type !== "CallExpression" ||
    call.arguments[0] !== node ||
    call.callee.type !== "MemberExpression"
  )
    return false;
  const { property } = call.callee;
  return property.type === "Identifier" && CLIENT_METHODS.has(property.name);
}
