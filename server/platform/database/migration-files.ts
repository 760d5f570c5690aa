import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type SqlStatement, SqlSyntaxError, splitStatements } from "./sql-statements.ts";

export const MIGRATIONS_DIRECTORY = join(import.meta.dirname, "../../../database/migrations");

export interface MigrationFile {
  readonly number: number;
  readonly name: string;
  /** `0007_add_reviews.sql` */
  readonly file: string;
  readonly sql: string;
  readonly statements: readonly SqlStatement[];
  /** SHA-256 (hex) of the normalised text. */
  readonly checksum: string;
  /** False with `-- migrate: no-transaction`, which `CONCURRENTLY` needs. */
  readonly inTransaction: boolean;
  /** Lint rule to reason, from `-- migrate: allow <rule> because <reason>`. */
  readonly allowed: ReadonlyMap<string, string>;
}

/** The migrations folder cannot be used; each message names the file. */
export class MigrationFileError extends Error {
  override name = "MigrationFileError";
}

/**
 * Reads every migration of a folder in order (operations §5.4).
 * @throws MigrationFileError for a stray file, a number twice, a gap, an unknown directive, transaction control or unreadable SQL
 */
export async function readMigrationFiles(
  directory = MIGRATIONS_DIRECTORY,
): Promise<readonly MigrationFile[]> {
  const names = (await readdir(directory)).filter((name) => !name.startsWith(".")).sort();
  const files = await Promise.all(
    names.map(async (name) => parseMigration(name, await readFile(join(directory, name), "utf8"))),
  );
  for (const [index, file] of files.entries()) {
    const expected = index + 1;
    if (file.number === expected) continue;
    const twin = files[index - 1];
    throw new MigrationFileError(
      twin?.number === file.number
        ? `${twin.file} and ${file.file} have the same number; give the newer one the next free number`
        : `${file.file} comes where number ${String(expected).padStart(4, "0")} is missing; numbers start at 0001 and have no gaps`,
    );
  }
  return files;
}

/**
 * Parses one migration; `file` is its name without folder.
 * @throws MigrationFileError as `readMigrationFiles`
 */
export function parseMigration(file: string, text: string): MigrationFile {
  const match = /^(\d{4})_([a-z0-9]+(?:_[a-z0-9]+)*)\.sql$/.exec(file);
  if (!match?.[1] || !match[2])
    throw new MigrationFileError(`${file}: a migration is named like 0007_add_reviews.sql`);
  const sql = normalise(text);
  const statements = split(file, sql);
  if (statements.length === 0) throw new MigrationFileError(`${file}: has no statement`);
  for (const statement of statements) refuseTransactionControl(file, statement);
  return {
    number: Number(match[1]),
    name: match[2],
    file,
    sql,
    statements,
    checksum: createHash("sha256").update(sql).digest("hex"),
    ...readDirectives(file, sql),
  };
}

/** Line ends, a byte order mark and blanks at line ends do not change what a migration does. */
function normalise(text: string): string {
  const lines = text
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n")
    .split("\n");
  return `${lines
    .map((line) => line.trimEnd())
    .join("\n")
    .trimEnd()}\n`;
}

function split(file: string, sql: string): readonly SqlStatement[] {
  try {
    return splitStatements(sql);
  } catch (error) {
    if (error instanceof SqlSyntaxError) throw new MigrationFileError(`${file}: ${error.message}`);
    throw error;
  }
}

const TRANSACTION_CONTROL = new Set([
  "begin",
  "start",
  "commit",
  "end",
  "rollback",
  "abort",
  "savepoint",
  "release",
  "prepare",
]);

function refuseTransactionControl(file: string, statement: SqlStatement): void {
  const first = statement.tokens[0];
  if (first?.kind === "word" && TRANSACTION_CONTROL.has(first.text)) {
    throw new MigrationFileError(
      `${file}: line ${statement.line}: ${first.text.toUpperCase()} is not allowed, the runner owns the transaction`,
    );
  }
}

/** Directives are comment lines above the first statement, so that a reader sees them first. */
function readDirectives(file: string, sql: string): Pick<MigrationFile, "inTransaction" | "allowed"> {
  let inTransaction = true;
  const allowed = new Map<string, string>();
  let header = true;
  for (const [index, line] of sql.split("\n").entries()) {
    if (header && line !== "" && !line.startsWith("--")) header = false;
    const directive = /^--\s*migrate:\s*(.*)$/.exec(line)?.[1];
    if (directive === undefined) continue;
    const problem = (text: string) => new MigrationFileError(`${file}: line ${index + 1}: ${text}`);
    if (!header) throw problem("a directive must stand above the first statement");
    const allow = /^allow ([a-z-]+) because (.{10,})$/.exec(directive);
    if (directive === "no-transaction") inTransaction = false;
    else if (allow?.[1] && allow[2]) allowed.set(allow[1], allow[2]);
    else
      throw problem(
        `unknown directive "${directive}"; known: "no-transaction", "allow <rule> because <reason>"`,
      );
  }
  return { inTransaction, allowed };
}
