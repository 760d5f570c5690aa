import ts from "typescript";
import { lineOf, type SourceFile, visit } from "./source-files.ts";

export interface SqlUse {
  readonly line: number;
  /** Relations it names, `schema.name` or `name`, in lower case. CTE and alias names can be among them. */
  readonly relations: readonly string[];
  /** False for text that merely looks like SQL; true where it is certainly run or built as a query. */
  readonly certain: boolean;
  /** The relation is computed, so nobody can read here which one it is. */
  readonly computed: boolean;
}

const BUILDERS = ["selectFrom", "insertInto", "updateTable", "deleteFrom", "mergeInto"];
const JOINS = [
  "innerJoin",
  "leftJoin",
  "rightJoin",
  "fullJoin",
  "crossJoin",
  "innerJoinLateral",
  "leftJoinLateral",
  "using",
  "from",
];
const LOOKS_LIKE_SQL =
  /^\s*(select|insert\s+into|update|delete\s+from|with|truncate|lock|merge\s+into|copy|alter|create|drop)\s/i;

/** Every place in a file that builds, runs or contains SQL: Kysely's builder, sql`…`, query("…") and strings that read like a statement. */
export function findSqlUses(file: SourceFile): SqlUse[] {
  const uses: SqlUse[] = [];
  const add = (node: ts.Node, relations: readonly string[], certain: boolean, computed = false) =>
    uses.push({ line: lineOf(file, node), relations, certain, computed });

  visit(file.syntax, (node) => {
    if (ts.isTaggedTemplateExpression(node) && rootName(node.tag) === "sql") {
      add(node, relationsIn(templateText(node.template)), true);
    } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const use = builderUse(node, node.expression);
      if (use !== null) add(node, use.relations, use.certain, use.computed);
    } else if (isText(node) && !ts.isTaggedTemplateExpression(node.parent)) {
      const text = templateText(node);
      const isQuery = ts.isCallExpression(node.parent) && calledName(node.parent) === "query";
      if (isQuery || LOOKS_LIKE_SQL.test(text)) add(node, relationsIn(text), isQuery);
    }
  });
  return uses;
}

/** Relations that a statement reads, writes, locks or refers to. */
export function relationsIn(statement: string): string[] {
  const text = statement
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, " ")
    .replaceAll('"', "")
    .toLowerCase();
  const names: string[] = [];
  const afterKeyword =
    /\b(?:from|join|into|update|using|references|table|truncate|lock|copy)\s+([\w.]+(?:[ \t\n]+(?:as\s+)?\w+)?(?:\s*,\s*[\w.]+)*)/g;
  for (const [, list = ""] of text.matchAll(afterKeyword)) {
    for (const item of list.split(",")) {
      const [name, next] = item.trim().split(/\s+/);
      names.push(name === "only" || name === "table" ? (next ?? "") : (name ?? ""));
    }
  }
  return names.filter((name) => name !== "").map((name) => name.replace(/^public\./, ""));
}

function builderUse(
  call: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
): Omit<SqlUse, "line"> | null {
  const method = callee.name.text;
  const [first] = call.arguments;
  if (first === undefined) return null;
  const ofSql =
    ts.isIdentifier(callee.expression) &&
    callee.expression.text === "sql" &&
    ["table", "ref"].includes(method);
  const isBuilder = BUILDERS.includes(method);
  if (!ofSql && !isBuilder && !JOINS.includes(method)) return null;
  const items: readonly ts.Expression[] = ts.isArrayLiteralExpression(first) ? first.elements : [first];
  const relations = items.filter(isText).map((item) => templateText(item).trim().split(/\s+/)[0] ?? "");
  const computed = items.some(
    (item) =>
      ts.isIdentifier(item) || ts.isPropertyAccessExpression(item) || ts.isElementAccessExpression(item),
  );
  const certain = ofSql || isBuilder;
  if (!certain && relations.length === 0) return null;
  return {
    relations: relations.map((name) => name.toLowerCase().replace(/^public\./, "")),
    certain,
    computed: certain && computed,
  };
}

type Text = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression;

const isText = (node: ts.Node): node is Text =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);

/** The fixed text; each hole reads as ` ? `. */
function templateText(node: Text | ts.TemplateLiteral): string {
  if (!ts.isTemplateExpression(node)) return node.text;
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(" ? ");
}

function rootName(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) return rootName(node.expression);
  return "";
}

function calledName(call: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : "";
}
