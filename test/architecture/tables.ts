import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { isTestFile, readSourceFiles, type SourceFile, visit } from "./source-files.ts";
import { findSqlUses } from "./sql-uses.ts";

/** Schemas that belong to a library, with the folder that may name them. */
const FOREIGN_SCHEMAS: Readonly<Record<string, string>> = { pgboss: "server/platform/jobs" };

/** Handles relations by name for everyone (migrations, schema picture, row types), so its names may be computed. */
const GENERIC = "server/platform/database/";

/**
 * Checks that every table has exactly one owner and that only the owner's files name it (design §3).
 * An owner is a folder with a `tables.ts` that exports `tables`; views belong to nobody: they are how an owner publishes rows.
 * @returns one line per violation
 */
export function checkTableOwnership(root: string): string[] {
  const files = readSourceFiles(root, ["server", "sandbox", "web", "common", "tools"]);
  const violations: string[] = [];
  const owners = new Map<string, string>();
  for (const file of files.filter(({ path }) =>
    /^server\/(modules|platform)\/[^/]+\/tables\.ts$/.test(path),
  )) {
    for (const table of declaredTables(file)) {
      const other = owners.get(table);
      if (other !== undefined) violations.push(`${table} is owned twice: ${other} and ${dirname(file.path)}`);
      owners.set(table, dirname(file.path));
    }
  }
  const created = createdTables(root, files);
  for (const table of created)
    if (!owners.has(table)) violations.push(`${table} has no owner: list it in its module's tables.ts`);
  for (const [table, owner] of owners)
    if (!created.has(table)) violations.push(`${owner} owns ${table}, which no migration creates`);
  for (const file of files) if (!isTestFile(file.path)) violations.push(...foreignUses(file, owners));
  return violations;
}

function foreignUses(file: SourceFile, owners: ReadonlyMap<string, string>): string[] {
  const violations: string[] = [];
  for (const use of findSqlUses(file)) {
    const where = `${file.path}:${use.line}`;
    if (use.computed && !file.path.startsWith(GENERIC))
      violations.push(`${where} computes the name of a table: write it out`);
    for (const relation of new Set(use.relations)) {
      const [schema = "", table] = relation.split(".");
      const owner = table === undefined ? owners.get(relation) : FOREIGN_SCHEMAS[schema];
      if (owner !== undefined && !file.path.startsWith(`${owner}/`))
        violations.push(`${where} names ${relation} of ${owner}`);
    }
  }
  return violations;
}

function declaredTables(file: SourceFile): string[] {
  const tables: string[] = [];
  visit(file.syntax, (node) => {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== "tables" || node.initializer === undefined)
      return;
    visit(node.initializer, (item) => {
      if (ts.isStringLiteral(item)) tables.push(item.text);
    });
  });
  return tables;
}

/** Tables that exist after all migrations, and those the database platform makes for itself in code. */
function createdTables(root: string, files: readonly SourceFile[]): Set<string> {
  const tables = new Set<string>();
  for (const path of globSync("database/migrations/*.sql", { cwd: root }).sort()) {
    applyStatements(readFileSync(join(root, path), "utf8"), tables);
  }
  for (const file of files.filter(({ path }) => path.startsWith(GENERIC) && !isTestFile(path))) {
    visit(file.syntax, (node) => {
      if (ts.isStringLiteralLike(node)) applyStatements(node.text, tables);
    });
  }
  return tables;
}

function applyStatements(sql: string, tables: Set<string>): void {
  const text = sql
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, " ")
    .replace(/'(?:[^']|'')*'/g, "''")
    .replaceAll('"', "")
    .toLowerCase();
  const change =
    /\b(create|drop)\s+(?:unlogged\s+)?table\s+(?:if\s+(?:not\s+)?exists\s+)?([\w.]+)|\balter\s+table\s+(?:if\s+exists\s+)?([\w.]+)\s+rename\s+to\s+(\w+)/g;
  for (const [, verb, name = "", from = "", to = ""] of text.matchAll(change)) {
    const plain = (relation: string) => relation.replace(/^public\./, "");
    if (verb === "create") tables.add(plain(name));
    else if (verb === "drop") tables.delete(plain(name));
    else if (tables.delete(plain(from))) tables.add(to);
  }
}
