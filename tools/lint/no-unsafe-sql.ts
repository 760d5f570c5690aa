import type { NodeOf, Rule } from "./rule.ts";

const message = "SQL text is fixed and its values are parameters: use sql`… ${value}`, sql.ref or sql.table.";

type Argument = NodeOf<"CallExpression">["arguments"][number];

const isFixedText = (node: Argument | undefined) =>
  node === undefined ||
  node.type === "Literal" ||
  (node.type === "TemplateLiteral" && node.expressions.length === 0);

const isBuiltText = (node: Argument | undefined) =>
  (node?.type === "TemplateLiteral" && node.expressions.length > 0) ||
  (node?.type === "BinaryExpression" && node.operator === "+");

/** No SQL from pieces: `sql.raw` and `sql.lit` take literals only, `query(…)` takes no interpolated or added strings. */
export const noUnsafeSql: Rule = {
  create: (context) => ({
    CallExpression(node) {
      const { callee } = node;
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
      const [first] = node.arguments;
      const method = callee.property.name;
      const ofSql = callee.object.type === "Identifier" && callee.object.name === "sql";
      if (ofSql && (method === "raw" || method === "lit") && !isFixedText(first))
        context.report({ node, message });
      if (method === "query" && isBuiltText(first)) context.report({ node, message });
    },
  }),
};
