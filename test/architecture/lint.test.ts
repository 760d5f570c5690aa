import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { plantTree, REPOSITORY } from "./planted-tree.ts";

// Each test starts a checker as a process of its own, which a busy machine may delay.
vi.setConfig({ testTimeout: 60_000 });

interface Finding {
  readonly code: string;
  readonly filename: string;
}

function lint(root: string): string[] {
  const cli = join(REPOSITORY, "node_modules/.bin/oxlint");
  const run = spawnSync(process.execPath, [cli, "--type-aware", "-f", "json", "server", "web", "common"], {
    cwd: root,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: Finding[] };
  return diagnostics.map(({ code, filename }) => `${code} ${filename}`).sort();
}

const lines = (count: number, line: string) => Array.from({ length: count }, () => line).join("\n");
const TRANSACTION = 'import type { Database } from "../platform/database.ts";\n';
const DATABASE = `import type { Kysely, Transaction } from "kysely";
interface Tables { users: { id: string } }
export interface Database {
  readonly db: Kysely<Tables>;
  transaction<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
}
`;
const CALL_IN_TRANSACTION = (call: string) => `${TRANSACTION}
interface Deps { database: Database; stripe: { refunds: { create(): Promise<void> } }; httpOut(url: string): Promise<void> }
export async function refund(deps: Deps): Promise<void> {
  await deps.database.transaction(async (tx) => {
    await tx.deleteFrom("users").execute();
    await ${call};
  });
}
`;

/** Rule, then the file that breaks it: one finding of exactly that rule is expected for each. */
const PLANTED: readonly (readonly [rule: string, file: string, text: string])[] = [
  [
    "typescript(no-floating-promises)",
    "server/domain/unawaited.ts",
    `${TRANSACTION}
export function forget({ db }: Database): void {
  db.deleteFrom("users").where("id", "=", "1").execute();
}
`,
  ],
  [
    "typescript(no-floating-promises)",
    "server/domain/unawaited-transaction.ts",
    `${TRANSACTION}
export function forget(database: Database): void {
  database.transaction(async (tx) => tx.deleteFrom("users").execute());
}
`,
  ],
  [
    "typescript(no-misused-promises)",
    "server/domain/promise-as-condition.ts",
    "declare function isFree(): Promise<boolean>;\nexport const book = (): boolean => {\n  if (isFree()) return true;\n  return false;\n};\n",
  ],
  [
    "typescript(await-thenable)",
    "server/domain/await-value.ts",
    "declare const count: number;\nexport const wait = async (): Promise<void> => {\n  await count;\n};\n",
  ],
  [
    "typescript(no-explicit-any)",
    "server/domain/any.ts",
    "export const parse = (value: any): string => String(value);\n",
  ],
  [
    "typescript(ban-ts-comment)",
    "server/domain/ts-comment.ts",
    "// @ts-expect-error because\nexport const count: number = 'one';\n",
  ],
  [
    "typescript(consistent-type-imports)",
    "server/domain/type-import.ts",
    'import { Database } from "../platform/database.ts";\nexport type Data = Database;\n',
  ],
  ["eslint(no-unused-vars)", "server/domain/unused.ts", "const unused = 1;\nexport const used = 2;\n"],
  [
    "eslint(no-console)",
    "server/domain/console.ts",
    'export const say = (): void => console.log("hello");\n',
  ],
  [
    "eslint(no-restricted-globals)",
    "server/domain/date.ts",
    "export const now = (): number => Date.now();\n",
  ],
  [
    "eslint(no-restricted-globals)",
    "web/lib/date.ts",
    "export const today = (): string => new Date().toISOString();\n",
  ],
  [
    "eslint(no-restricted-imports)",
    "server/domain/second-door.ts",
    'import { PostgresDialect } from "kysely";\nexport const dialect = PostgresDialect;\n',
  ],
  ["eslint(max-lines)", "server/domain/long-file.ts", `${lines(401, "// line")}\nexport const x = 1;\n`],
  [
    "eslint(max-lines-per-function)",
    "server/domain/long-function.ts",
    `export function long(values: number[]): void {\n${lines(80, "  values.push(1);")}\n}\n`,
  ],
  [
    "eslint(max-lines-per-function)",
    "web/ui/long-component.tsx",
    `export function Long() {\n  return (\n    <ul>\n${lines(120, "      <li>row</li>")}\n    </ul>\n  );\n}\n`,
  ],
  [
    "vitest(no-focused-tests)",
    "server/domain/focused.test.ts",
    'import { expect, test } from "vitest";\ntest.only("one", () => expect(1).toBe(1));\n',
  ],
  [
    "vitest(no-disabled-tests)",
    "server/domain/skipped.test.ts",
    'import { expect, test } from "vitest";\ntest.skip("one", () => expect(1).toBe(1));\n',
  ],
  [
    "vitest(expect-expect)",
    "server/domain/empty.test.ts",
    'import { test } from "vitest";\ntest("nothing", () => {\n  String(1);\n});\n',
  ],
  [
    "house(no-network-in-transaction)",
    "server/domain/charge-in-tx.ts",
    CALL_IN_TRANSACTION("deps.stripe.refunds.create()"),
  ],
  [
    "house(no-network-in-transaction)",
    "server/domain/out-in-tx.ts",
    CALL_IN_TRANSACTION('deps.httpOut("https://x.test")'),
  ],
  [
    "house(no-network-in-transaction)",
    "server/domain/fetch-in-tx.ts",
    CALL_IN_TRANSACTION('fetch("https://x.test")'),
  ],
  ["house(no-process-env)", "server/domain/env.ts", 'export const port = process.env["PORT"];\n'],
  [
    "house(no-process-env)",
    "server/domain/env-import.ts",
    'import { env } from "node:process";\nexport const port = env["PORT"];\n',
  ],
  [
    "house(no-process-env)",
    "server/domain/env-parts.ts",
    'const { env } = process;\nexport const port = env["PORT"];\n',
  ],
  ["house(no-reexport)", "server/domain/barrel.ts", 'export * from "../platform/database.ts";\n'],
  ["house(no-reexport)", "common/index.ts", 'export { x } from "./fine.ts";\n'],
  [
    "house(no-unsafe-sql)",
    "server/domain/raw.ts",
    'import { sql } from "kysely";\nexport const order = (column: string) => sql.raw(`order by ${column}`);\n',
  ],
  [
    "house(no-unsafe-sql)",
    "server/domain/built.ts",
    'interface Client { query(text: string): Promise<unknown> }\nexport const find = (client: Client, id: string) => client.query("select " + id);\n',
  ],
  [
    "house(no-raw-api-path)",
    "web/features/chat/send.ts",
    'export const send = () => fetch("/api/v1/messages");\n',
  ],
  [
    "house(no-raw-api-path)",
    "web/features/chat/read.ts",
    "export const read = (id: string) => fetch(`/api/v1/messages/${id}`);\n",
  ],
];

const SUPPORT = { "server/platform/database.ts": DATABASE, "common/fine.ts": "export const x = 1;\n" };

const CLEAN: Readonly<Record<string, string>> = {
  ...SUPPORT,
  "server/domain/good.ts": `${TRANSACTION}import { sql } from "kysely";
interface Deps { database: Database; stripe: { refunds: { create(): Promise<void> } } }
/** Calls out after the commit; \`rows.push\` and \`map.get\` inside are no network calls. */
export async function refund({ database, stripe }: Deps, ids: Map<string, string>): Promise<void> {
  const rows: string[] = [];
  await database.transaction(async (tx) => {
    rows.push(ids.get("1") ?? "");
    await tx.deleteFrom("users").where("id", "=", "1").execute();
    await sql\`select 1 where \${rows.length} > 0\`.execute(tx);
  });
  await stripe.refunds.create();
}
`,
  "server/domain/long-enough.ts": `export function long(values: number[]): void {\n${lines(78, "  values.push(1);")}\n}\n`,
  "server/domain/good.test.ts": `import { expect, test } from "vitest";
test.skipIf(process.env["REDIS_URL"] === undefined)("runs where Redis answers", () => expect(1).toBe(1));
`,
  "server/platform/config/config.ts": 'export const port = process.env["PORT"];\n',
  "server/platform/jobs/due.ts":
    "export const asDate = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds);\n",
  "server/modules/payments/index.ts": 'export { refund } from "../../domain/good.ts";\n',
  "server/platform/jobs/door.ts": 'export type { PgBoss } from "pg-boss";\n',
  "web/features/chat/send.ts": `interface Client { POST(path: string, init: object): Promise<void> }
export const send = (api: Client) => api.POST("/api/v1/messages", {});
`,
  "web/ui/component.tsx": `export function Long() {\n  return (\n    <ul>\n${lines(110, "      <li>row</li>")}\n    </ul>\n  );\n}\n`,
};

test("each lint rule fires on the violation planted for it, and nothing else does", () => {
  const files = Object.fromEntries(PLANTED.map(([, file, text]) => [file, text]));
  expect(lint(plantTree({ ...SUPPORT, ...files }))).toEqual(
    PLANTED.map(([rule, file]) => `${rule} ${file}`).sort(),
  );
});

test("code that keeps the rules raises none of them", () => {
  expect(lint(plantTree(CLEAN))).toEqual([]);
});
