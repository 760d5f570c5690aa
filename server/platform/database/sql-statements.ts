/** A lexical unit of SQL. `word` is an unquoted identifier or keyword in lower case, `quoted` a "quoted identifier" as written inside. */
export interface SqlToken {
  readonly kind: "word" | "quoted" | "string" | "number" | "symbol";
  readonly text: string;
  readonly offset: number;
}

export interface SqlStatement {
  /** From the first to the last token, comments in between included, without the semicolon. */
  readonly text: string;
  readonly tokens: readonly SqlToken[];
  readonly offset: number;
  /** 1-based line of the first token. */
  readonly line: number;
}

/** The text cannot be cut into statements: something opened is never closed. `line` is 1-based. */
export class SqlSyntaxError extends Error {
  override name = "SqlSyntaxError";
  readonly line: number;

  constructor(problem: string, line: number) {
    super(`line ${line}: ${problem}`);
    this.line = line;
  }
}

/** 1-based line of a character offset. */
export function lineAt(sql: string, offset: number): number {
  let line = 1;
  for (let at = sql.indexOf("\n"); at !== -1 && at < offset; at = sql.indexOf("\n", at + 1)) line += 1;
  return line;
}

/**
 * Cuts PostgreSQL SQL into statements at the semicolons that end one: not those in strings, dollar quotes, nested comments,
 * parentheses or `BEGIN ATOMIC` bodies. Assumes `standard_conforming_strings = on`; psql commands and COPY data are not SQL.
 * @throws SqlSyntaxError when a string, comment, parenthesis or body is never closed
 */
export function splitStatements(sql: string): readonly SqlStatement[] {
  const statements: SqlStatement[] = [];
  let tokens: SqlToken[] = [];
  let depth = 0;
  let atomic = 0;
  const close = (): void => {
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (first && last) {
      const end = last.offset + lengthInSource(sql, last);
      statements.push({
        text: sql.slice(first.offset, end),
        tokens,
        offset: first.offset,
        line: lineAt(sql, first.offset),
      });
    }
    tokens = [];
  };
  for (const token of tokenize(sql)) {
    if (token.kind === "symbol" && token.text === ";" && depth === 0 && atomic === 0) {
      close();
      continue;
    }
    if (token.kind === "symbol") depth += token.text === "(" ? 1 : token.text === ")" ? -1 : 0;
    if (token.kind === "word") atomic = atomicDepth(atomic, token.text, tokens);
    if (depth < 0) throw new SqlSyntaxError("a ) without its (", lineAt(sql, token.offset));
    tokens.push(token);
  }
  const unfinished = tokens[0];
  if (unfinished && (depth > 0 || atomic > 0)) {
    throw new SqlSyntaxError(
      depth > 0 ? "a ( is never closed" : "BEGIN ATOMIC has no END",
      lineAt(sql, unfinished.offset),
    );
  }
  close();
  return statements;
}

/** `BEGIN ATOMIC … END` may hold CASE … END; both kinds of END are counted. */
function atomicDepth(depth: number, word: string, before: readonly SqlToken[]): number {
  if (word === "atomic" && before.at(-1)?.text === "begin" && before[0]?.text === "create") return depth + 1;
  if (depth === 0) return 0;
  return word === "case" ? depth + 1 : word === "end" ? depth - 1 : depth;
}

function lengthInSource(sql: string, token: SqlToken): number {
  return matchAt(TOKEN, sql, token.offset)?.[0].length ?? token.text.length;
}

const SKIP = /(?:\s+|--[^\n]*)+/y;
const DOLLAR_OPEN = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
const STRING_OPEN = /(?:[eEbBxXnN]|[uU]&)?'/y;
const QUOTED_OPEN = /(?:[uU]&)?"/y;
const TOKEN = new RegExp(
  [
    String.raw`(?<string>[eE]'[^'\\]*(?:(?:\\[^]|'')[^'\\]*)*'|(?:[bBxXnN]|[uU]&)?'[^']*(?:''[^']*)*'`,
    String.raw`(?<dollar>\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$)[^]*?\k<dollar>)`,
    String.raw`(?<quoted>(?:[uU]&)?"[^"]*(?:""[^"]*)*")`,
    String.raw`(?<word>[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*)`,
    String.raw`(?<number>\d[\d._eExX]*)`,
    String.raw`(?<symbol>::|[<>=!]=|<>|[^])`,
  ].join("|"),
  "y",
);

function* tokenize(sql: string): Generator<SqlToken> {
  let at = 0;
  while (at < sql.length) {
    const skipped = matchAt(SKIP, sql, at);
    if (skipped) at += skipped[0].length;
    else if (sql.startsWith("/*", at)) at = endOfBlockComment(sql, at);
    else {
      const token = readToken(sql, at);
      yield token.token;
      at = token.end;
    }
  }
}

function readToken(sql: string, at: number): { token: SqlToken; end: number } {
  const match = matchAt(TOKEN, sql, at);
  const groups = match?.groups;
  if (!match || !groups) throw new SqlSyntaxError("unreadable text", lineAt(sql, at));
  const end = at + match[0].length;
  if (groups["string"] !== undefined) return { token: { kind: "string", text: match[0], offset: at }, end };
  if (groups["quoted"] !== undefined) {
    const text = match[0].slice(match[0].indexOf('"') + 1, -1).replaceAll('""', '"');
    return { token: { kind: "quoted", text, offset: at }, end };
  }
  for (const [open, what] of [
    [STRING_OPEN, "a string"],
    [QUOTED_OPEN, "a quoted name"],
    [DOLLAR_OPEN, "a dollar-quoted text"],
  ] as const) {
    if (matchAt(open, sql, at)) throw new SqlSyntaxError(`${what} is never closed`, lineAt(sql, at));
  }
  if (groups["word"] !== undefined)
    return { token: { kind: "word", text: match[0].toLowerCase(), offset: at }, end };
  const kind = groups["number"] === undefined ? "symbol" : "number";
  return { token: { kind, text: match[0], offset: at }, end };
}

function endOfBlockComment(sql: string, start: number): number {
  let depth = 0;
  for (let at = start; at < sql.length; at += 1) {
    if (sql.startsWith("/*", at)) depth += 1;
    else if (sql.startsWith("*/", at)) depth -= 1;
    else continue;
    at += 1;
    if (depth === 0) return at + 1;
  }
  throw new SqlSyntaxError("a comment is never closed", lineAt(sql, start));
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
