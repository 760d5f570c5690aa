import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { FLOORS, ROOTS } from "./floors.ts";
import { isTestFile, lineOf, readSourceFiles, type SourceFile, visit } from "./source-files.ts";
import { findSqlUses } from "./sql-uses.ts";
import ts from "typescript";

/** Files of a module besides `verb-noun.ts`, one use case each (design §4). */
const PARTS =
  /^(index|routes|schemas|jobs|events|errors|tables)\.ts$|\.(rules|repository|routes|schemas|types|test|test-support)\.tsx?$/;
const USE_CASE = /^[a-z0-9]+(-[a-z0-9]+)+\.ts$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.(ts|tsx)$/;
const DRAWERS = /(^|-)(utils?|helpers?|misc|stuff)([.-]|$)|^(common|shared)(\.|$)/;
const SUPPRESSIONS =
  /(oxlint|eslint)-(disable|enable)|biome-ignore|@ts-(ignore|nocheck|expect-error)|prettier-ignore/;

/**
 * Checks what a folder listing and a glance show: module shape, file names, where SQL stands, no suppressed checks.
 * @returns one line per violation
 */
export function checkShape(root: string): string[] {
  const files = readSourceFiles(root, ROOTS);
  return [
    ...checkModules(root),
    ...files.flatMap((file) => [...checkName(file.path), ...checkSqlPlace(file), ...checkComments(file)]),
  ];
}

function checkModules(root: string): string[] {
  const home = join(root, "server/modules");
  if (!existsSync(home)) return [];
  const folders = readdirSync(home, { withFileTypes: true });
  const violations = folders
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => `server/modules/${name}: modules are folders`);
  for (const { name } of folders.filter((entry) => entry.isDirectory())) {
    const path = `server/modules/${name}`;
    if (!FLOORS.flat().includes(name))
      violations.push(`${path} has no floor: list it in test/architecture/floors.ts`);
    for (const part of ["README.md", "index.ts"]) {
      if (!existsSync(join(root, path, part))) violations.push(`${path} lacks ${part}`);
    }
    violations.push(...undocumentedTables(root, path));
    for (const file of globSync(`${path}/**/*.{ts,tsx}`, { cwd: root })) {
      if (!PARTS.test(basename(file)) && !USE_CASE.test(basename(file))) {
        violations.push(`${file} is neither a part of a module nor a use case named verb-noun.ts`);
      }
    }
  }
  return violations;
}

function undocumentedTables(root: string, path: string): string[] {
  const tables = join(root, path, "tables.ts");
  const readme = join(root, path, "README.md");
  if (!existsSync(tables) || !existsSync(readme)) return [];
  const text = readFileSync(readme, "utf8");
  const owned = [...readFileSync(tables, "utf8").matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
  return owned
    .filter((name) => !text.includes(`\`${name}\``))
    .map((name) => `${path}/README.md does not say that it owns \`${name}\``);
}

function checkName(path: string): string[] {
  const name = basename(path);
  const segments = path.split("/");
  const violations: string[] = [];
  const isRouteFile = path.startsWith("web/routes/");
  if (!KEBAB.test(name) && !isRouteFile) violations.push(`${path} is not named in kebab-case`);
  if (segments.slice(1).some((segment) => DRAWERS.test(segment)))
    violations.push(`${path} is a drawer for anything: name it for its one idea`);
  if (name === "index.ts" && !/^server\/modules\/[^/]+\/index\.ts$/.test(path)) {
    violations.push(`${path} is a barrel file: only a module has an index.ts`);
  }
  return violations;
}

/** In modules SQL stands in `*.repository.ts`; on the platform in files named for it. */
function checkSqlPlace(file: SourceFile): string[] {
  const { path } = file;
  if (isTestFile(path) || path.startsWith("tools/") || path.startsWith("database/")) return [];
  if (path.startsWith("server/platform/database/") || path.endsWith(".repository.ts")) return [];
  if (path.startsWith("server/platform/") && /(sql|postgres)/.test(basename(path))) return [];
  return findSqlUses(file)
    .filter((use) => use.certain)
    .map((use) => `${path}:${use.line} has SQL outside a *.repository.ts`);
}

function checkComments(file: SourceFile): string[] {
  const violations: string[] = [];
  const seen = new Set<number>();
  visit(file.syntax, (node) => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(file.text, node.getEnd()) ?? []),
    ];
    for (const { pos, end } of ranges) {
      if (seen.has(pos) || !SUPPRESSIONS.test(file.text.slice(pos, end))) continue;
      seen.add(pos);
      violations.push(`${file.path}:${lineOf(file, node)} switches a check off`);
    }
  });
  return violations;
}
