import { type LintContext, liveRules, schemaRules } from "./migration-lint.rules.ts";
import type { MigrationFile } from "./migration-files.ts";
import { type DdlStatement, readDdl } from "./sql-ddl.ts";

/** Number of the last migration of the newest tagged release; null until there is one. Raised when a release is tagged. */
export const RELEASED_THROUGH: number | null = null;

export interface LintFinding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/**
 * Checks migrations in order (operations §5.4). Schema rules (types, keys, money) hold for every file. The zero-downtime rules hold for
 * files after `releasedThrough`, because those meet live data; tables that a file itself creates are empty and exempt. A header line
 * `-- migrate: allow <rule> because <reason>` lets one file break one rule; an allowance that is not needed is itself a finding.
 */
export function lintMigrations(
  files: readonly MigrationFile[],
  releasedThrough: number | null = RELEASED_THROUGH,
): readonly LintFinding[] {
  const history = { notNullChecks: new Map<string, string>(), provenNotNull: new Set<string>() };
  return files.flatMap((file) => {
    const live = releasedThrough !== null && file.number > releasedThrough;
    return lintFile(file, live, history);
  });
}

const ALL_RULES = [...schemaRules, ...liveRules];

function lintFile(
  file: MigrationFile,
  live: boolean,
  history: Pick<LintContext, "notNullChecks" | "provenNotNull">,
): LintFinding[] {
  const statements = file.statements.map(readDdl);
  const context: LintContext = {
    ...history,
    file,
    statements,
    created: createdBy(statements),
    added: new Set(),
  };
  const findings: LintFinding[] = [];
  const used = new Set<string>();
  for (const statement of statements) {
    for (const rule of ALL_RULES) {
      for (const message of rule.check(statement, context)) {
        if (file.allowed.has(rule.id)) used.add(rule.id);
        else if (live || schemaRules.includes(rule))
          findings.push({ file: file.file, line: statement.line, rule: rule.id, message });
      }
    }
    remember(statement, context);
  }
  for (const id of file.allowed.keys()) {
    if (used.has(id)) continue;
    findings.push({ file: file.file, line: 1, rule: "unused-allow", message: `nothing here breaks "${id}"` });
  }
  return findings;
}

/** Tables and materialized views that the file creates: empty or private until it commits. */
function createdBy(statements: readonly DdlStatement[]): ReadonlySet<string> {
  const names = statements.map(
    ({ createTable, phrase }) =>
      createTable?.table ?? /^create materialized view (?:if not exists )?([\w$.]+)/.exec(phrase)?.[1],
  );
  return new Set(names.filter((name) => name !== undefined));
}

function remember({ alterTable }: DdlStatement, context: LintContext): void {
  if (!alterTable) return;
  for (const action of alterTable.actions) {
    const [, added, column] =
      /^add constraint ([\w$]+)(?: check \( ([\w$]+) is not null \))?/.exec(action) ?? [];
    if (added) context.added.add(`${alterTable.table}.${added}`);
    if (added && column) context.notNullChecks.set(`${alterTable.table}.${added}`, column);
    const validated = /^validate constraint ([\w$]+)/.exec(action)?.[1];
    const proven = validated && context.notNullChecks.get(`${alterTable.table}.${validated}`);
    if (proven) context.provenNotNull.add(`${alterTable.table}.${proven}`);
  }
}
