import type { NodeOf, Rule } from "./rule.ts";

const message =
  "No network call inside a transaction: record the intent, commit, call, then record the outcome.";

/** Clients and ports that talk to the outside; add a new port's parameter name here. */
const OUTSIDE = new Set([
  "fetch",
  "httpOut",
  "stripe",
  "checkr",
  "mailer",
  "sms",
  "webPush",
  "geocoder",
  "captcha",
  "embedder",
]);
const NODE_CLIENTS = new Set(["http", "https", "http2", "undici", "net", "tls"]);
const NODE_CALLS = new Set(["request", "get", "connect", "createConnection", "stream", "fetch"]);

type Call = NodeOf<"CallExpression">;
type AnyNode = NonNullable<Call["parent"]>;

/**
 * Flags calls of the outside world that stand in the text of a function given to `….transaction(…)`. What such a function calls
 * elsewhere is out of sight here; the database platform refuses that while it runs.
 */
export const noNetworkInTransaction: Rule = {
  create: (context) => ({
    CallExpression(node) {
      if (isNetworkCall(node) && isInsideTransaction(node)) context.report({ node, message });
    },
  }),
};

function isNetworkCall(call: Call): boolean {
  const names = namesOf(call.callee);
  const [first = ""] = names;
  return (
    names.some((name) => OUTSIDE.has(name)) || (NODE_CLIENTS.has(first) && NODE_CALLS.has(names.at(-1) ?? ""))
  );
}

/** `deps.stripe.refunds.create` as its parts. */
function namesOf(node: AnyNode): string[] {
  if (node.type === "Identifier") return [node.name];
  if (node.type === "ChainExpression") return namesOf(node.expression);
  if (node.type === "CallExpression") return namesOf(node.callee);
  if (node.type !== "MemberExpression") return [];
  const { property } = node;
  return [...namesOf(node.object), ...(property.type === "Identifier" ? [property.name] : [])];
}

function isInsideTransaction(node: Call): boolean {
  let inner: AnyNode = node;
  for (let outer: AnyNode | null = node.parent; outer; outer = outer.parent) {
    const isCallback = inner.type === "ArrowFunctionExpression" || inner.type === "FunctionExpression";
    if (isCallback && outer.type === "CallExpression" && opensTransaction(outer)) return true;
    inner = outer;
  }
  return false;
}

/** `database.transaction(work)`, `transaction(work)` and Kysely's own `db.transaction().execute(work)`. */
const opensTransaction = (call: Call) =>
  namesOf(call.callee).some((name) => name === "transaction" || name === "inTransaction");
