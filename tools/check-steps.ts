export interface Step {
  readonly name: string;
  /** Program of `node_modules/.bin` or the system, then its arguments; exit code 0 means fine. */
  readonly command: readonly string[];
}

export interface GeneratedFiles extends Step {
  /** Committed files that the command writes; running it must not change them. */
  readonly files: readonly string[];
}

/** Run first, one after the other, because the other steps read what they write. */
export const GENERATED: readonly GeneratedFiles[] = [
  { name: "page types", command: ["react-router", "typegen"], files: [] },
  {
    name: "generated",
    command: ["node", "tools/generate.ts"],
    files: [
      "server/platform/database/rows.gen.ts",
      "database/schema.sql",
      "openapi.json",
      "docs/routes.md",
      "web/lib/api/schema.gen.d.ts",
    ],
  },
];

export const STEPS: readonly Step[] = [
  { name: "types", command: ["node", "node_modules/typescript-go/bin/tsc", "-p", ".", "--noEmit"] },
  { name: "lint", command: ["oxlint", "--type-aware", "--deny-warnings", "-f", "unix"] },
  {
    name: "boundaries",
    command: [
      "depcruise",
      "--output-type",
      "err-long",
      "server",
      "web",
      "common",
      "sandbox",
      "database",
      "test",
      "tools",
    ],
  },
  { name: "dead code", command: ["knip", "--no-progress"] },
  { name: "format", command: ["biome", "format", "--reporter=summary", "."] },
  { name: "secrets", command: ["node", "tools/secret-scan.ts"] },
];
