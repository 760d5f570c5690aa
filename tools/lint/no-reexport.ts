import type { Rule } from "./rule.ts";

const message =
  "No barrel files: import from the file that defines it. Only a module's index.ts passes names on.";
const isOurs = (source: string) => /^[.#]/.test(source);

/** Our names are exported where they are defined; only a module's public face re-exports. A package's types may be passed on by its one door. */
export const noReexport: Rule = {
  create: (context) => ({
    ExportAllDeclaration(node) {
      if (isOurs(node.source.value)) context.report({ node, message });
    },
    ExportNamedDeclaration(node) {
      if (node.source !== null && isOurs(node.source.value)) context.report({ node, message });
    },
  }),
};
