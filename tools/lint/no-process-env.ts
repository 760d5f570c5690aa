import type { Rule } from "./rule.ts";

const message =
  "Settings come from the configuration, as a parameter; only config and the database resolver read the environment.";

/** The environment is read once, where it is validated, and handed on. */
export const noProcessEnv: Rule = {
  create: (context) => ({
    MemberExpression(node) {
      const { object, property } = node;
      const name =
        property.type === "Identifier" ? property.name : property.type === "Literal" ? property.value : null;
      if (object.type === "Identifier" && object.name === "process" && name === "env")
        context.report({ node, message });
    },
    VariableDeclarator(node) {
      if (
        node.init?.type !== "Identifier" ||
        node.init.name !== "process" ||
        node.id.type !== "ObjectPattern"
      )
        return;
      for (const property of node.id.properties) {
        if (
          property.type === "Property" &&
          property.key.type === "Identifier" &&
          property.key.name === "env"
        ) {
          context.report({ node: property, message });
        }
      }
    },
    ImportDeclaration(node) {
      if (!/^(node:)?process$/.test(node.source.value)) return;
      for (const specifier of node.specifiers) {
        if (specifier.type !== "ImportSpecifier" || specifier.imported.type !== "Identifier") continue;
        if (specifier.imported.name === "env") context.report({ node: specifier, message });
      }
    },
  }),
};
