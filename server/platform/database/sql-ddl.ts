import type { SqlStatement, SqlToken } from "./sql-statements.ts";

export interface ColumnDefinition {
  readonly name: string;
  /** For example `numeric ( 10 , 2 )` or `timestamp with time zone`. */
  readonly type: string;
  /** All after the type, for example `not null default now ( )`. */
  readonly rest: string;
}

/** What the migration lint knows of a statement. */
export interface DdlStatement {
  readonly line: number;
  /** The tokens in lower case, one blank between them, strings emptied, `public.` dropped: `create table a ( id int )`. */
  readonly phrase: string;
  readonly createTable?: CreateTable;
  readonly alterTable?: { readonly table: string; readonly actions: readonly string[] };
}

export interface CreateTable {
  readonly table: string;
  readonly columns: readonly ColumnDefinition[];
  readonly constraints: readonly string[];
  /** TEMP, PARTITION OF and typed tables take their key from elsewhere. */
  readonly ownKey: boolean;
}

/** A name in a phrase. */
export const NAME = String.raw`[\w$.]+`;

const CREATE_TABLE = new RegExp(
  `^create (?:global |local )?(temp |temporary )?(?:unlogged )?table (?:if not exists )?(${NAME})(?: (partition of|of) )?`,
);
const ALTER_TABLE = new RegExp(`^alter table (?:if exists )?(?:only )?(${NAME})(?: \\*)? `);
const TABLE_CONSTRAINT = /^(?:constraint|primary key|unique|check|foreign key|exclude|like|not null)\b/;
const AFTER_TYPE =
  / (?:not null|null|default|primary key|unique|references|check|constraint|generated|collate|storage|compression)\b/;

export function readDdl(statement: SqlStatement): DdlStatement {
  const phrase = toPhrase(statement.tokens);
  const createTable = readCreateTable(statement, phrase);
  const alterTable = readAlterTable(statement, phrase);
  return {
    line: statement.line,
    phrase,
    ...(createTable && { createTable }),
    ...(alterTable && { alterTable }),
  };
}

/** Reads `name type rest` of a column definition or `ADD COLUMN`. */
export function readColumn(phrase: string): ColumnDefinition {
  const [, name = "", tail = ""] = new RegExp(`^(${NAME}) ?(.*)$`).exec(phrase) ?? [];
  const end = ` ${tail}`.search(AFTER_TYPE);
  return end === -1
    ? { name, type: tail, rest: "" }
    : { name, type: tail.slice(0, Math.max(0, end - 1)).trim(), rest: tail.slice(end).trim() };
}

function readCreateTable(statement: SqlStatement, phrase: string): CreateTable | undefined {
  const match = CREATE_TABLE.exec(phrase);
  if (!match?.[2]) return undefined;
  const items = splitItems(bracketed(statement.tokens)).map(toPhrase);
  return {
    table: match[2],
    columns: items.filter((item) => !TABLE_CONSTRAINT.test(item)).map(readColumn),
    constraints: items.filter((item) => TABLE_CONSTRAINT.test(item)),
    ownKey: match[1] === undefined && match[3] === undefined,
  };
}

function readAlterTable(statement: SqlStatement, phrase: string): DdlStatement["alterTable"] {
  const match = ALTER_TABLE.exec(phrase);
  if (!match?.[1]) return undefined;
  const [first = "", ...others] = splitItems(statement.tokens).map(toPhrase);
  return { table: match[1], actions: [first.slice(match[0].length), ...others] };
}

function toPhrase(tokens: readonly SqlToken[]): string {
  return tokens
    .map(({ kind, text }) => {
      if (kind === "string") return "''";
      return kind === "quoted" ? text.toLowerCase().replaceAll(/\W/g, "_") : text.toLowerCase();
    })
    .join(" ")
    .replaceAll(" . ", ".")
    .replaceAll(/(?<![\w$.])public\./g, "");
}

/** The tokens inside the first parentheses. */
function bracketed(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const start = tokens.findIndex(isSymbol("("));
  if (start === -1) return [];
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    depth += nesting(tokens[at]);
    if (depth === 0) return tokens.slice(start + 1, at);
  }
  return [];
}

/** Cuts at the commas outside parentheses. */
function splitItems(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const items: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += nesting(token);
    if (depth === 0 && isSymbol(",")(token)) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items.filter((item) => item.length > 0);
}

const isSymbol =
  (text: string) =>
  (token: SqlToken): boolean =>
    token.kind === "symbol" && token.text === text;

function nesting(token: SqlToken | undefined): number {
  if (token?.kind !== "symbol") return 0;
  return token.text === "(" || token.text === "[" ? 1 : token.text === ")" || token.text === "]" ? -1 : 0;
}
