import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineAt, splitStatements } from "./sql-statements.ts";

const texts = (sql: string): string[] => splitStatements(sql).map(({ text }) => text);

describe("splitStatements", () => {
  it.each([
    ["plain", "select 1; select 2", ["select 1", "select 2"]],
    ["trailing comment", "select 1 -- a; b\n;\n-- end;", ["select 1"]],
    ["nested comment", "/* a; /* b; */ c; */ select 1;", ["select 1"]],
    ["string", "select 'a;''b;'; select 2", ["select 'a;''b;'", "select 2"]],
    ["escape string", String.raw`select e'a\';'; select 2`, [String.raw`select e'a\';'`, "select 2"]],
    ["backslash in a plain string", String.raw`select 'a\'; select 2`, [String.raw`select 'a\'`, "select 2"]],
    ["quoted name", 'select ";""x;"; select 2', ['select ";""x;"', "select 2"]],
    ["dollar quote", "do $$ a; $x$ b; $$; select 2", ["do $$ a; $x$ b; $$", "select 2"]],
    ["tagged dollar quote", "do $f$ $$;$$ $f$; select 2", ["do $f$ $$;$$ $f$", "select 2"]],
    ["dollar in a name", "select a$b$; select 2", ["select a$b$", "select 2"]],
    ["parameter", "select $1; select $2", ["select $1", "select $2"]],
    [
      "rule",
      "create rule r as on insert to t do (a; b); select 2",
      ["create rule r as on insert to t do (a; b)", "select 2"],
    ],
    [
      "atomic body",
      "create function f() returns int begin atomic select case when true then 1 end; select 2; end; select 3",
      [
        "create function f() returns int begin atomic select case when true then 1 end; select 2; end",
        "select 3",
      ],
    ],
    ["nothing", " ;; -- only a comment\n", []],
  ])("%s", (_name, sql, expected) => {
    expect(texts(sql)).toEqual(expected);
  });

  it.each([
    ["select 1;\nselect 'a", "line 2: a string is never closed"],
    ["\n\n/* a /* b */", "line 3: a comment is never closed"],
    ["do $a$ x $b$", "line 1: a dollar-quoted text is never closed"],
    ['select "a', "line 1: a quoted name is never closed"],
    ["select (1;", "line 1: a ( is never closed"],
    ["select 1);", "line 1: a ) without its ("],
  ])("refuses %j", (sql, message) => {
    expect(() => splitStatements(sql)).toThrow(message);
  });

  it("gives words in lower case, quoted names as they are, and the line of each statement", () => {
    const [, second] = splitStatements('select 1;\n\nALTER TABLE "My""T" x');
    expect(second?.line).toBe(3);
    expect(second?.tokens.map(({ kind, text }) => [kind, text])).toEqual([
      ["word", "alter"],
      ["word", "table"],
      ["quoted", 'My"T'],
      ["word", "x"],
    ]);
  });

  it("never cuts inside a quoted text, whatever it holds", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (values) => {
        const statements = values.map((value, index) => {
          const tag = `$q${index}$`;
          const quoted = [`'${value.replaceAll("'", "''")}'`, `"${value.replaceAll('"', '""')}x"`];
          return `select ${index % 2 ? quoted[0] : quoted[1]}, ${tag}${value.replaceAll("$", "")}${tag}`;
        });
        expect(texts(statements.join(";\n"))).toEqual(statements);
      }),
    );
  });
});

it("lineAt counts the lines before an offset", () => {
  expect([0, 1, 2, 3, 4].map((offset) => lineAt("a\nb\nc", offset))).toEqual([1, 1, 2, 2, 3]);
});
