import type { MigrationFile } from "./migration-files.ts";
import { type ColumnDefinition, type DdlStatement, NAME, readColumn } from "./sql-ddl.ts";

export interface LintContext {
  readonly file: MigrationFile;
  readonly statements: readonly DdlStatement[];
  /** Tables created by the same file. */
  readonly created: ReadonlySet<string>;
  /** `table.constraint` added by earlier statements of the same file. */
  readonly added: Set<string>;
  /** `table.constraint` of `CHECK (column IS NOT NULL)` to the column, over all files so far. */
  readonly notNullChecks: Map<string, string>;
  /** `table.column` whose not-null CHECK has been validated. */
  readonly provenNotNull: Set<string>;
}

export interface LintRule {
  readonly id: string;
  /** Messages, one per violation of the statement. */
  check(statement: DdlStatement, context: LintContext): readonly string[];
}

const matching =
  (pattern: RegExp, message: string) =>
  ({ phrase }: DdlStatement): readonly string[] =>
    pattern.test(phrase) ? [message] : [];

const ADDED_COLUMN =
  /^add (?:column )?(?:if not exists )?(?!(?:constraint|primary key|unique|check|foreign key|exclude|not null)\b)(.+)$/;
const CHANGED_TYPE = new RegExp(
  `^alter (?:column )?(${NAME}) (?:set data )?type (.+?)(?: using .*| collate .*)?$`,
);

function addedColumn(action: string): ColumnDefinition | undefined {
  const column = ADDED_COLUMN.exec(action)?.[1];
  return column === undefined ? undefined : readColumn(column);
}

/** Columns (and domains) whose type the statement decides. */
function typedColumns({ phrase, createTable, alterTable }: DdlStatement): readonly ColumnDefinition[] {
  const [, domain, domainType] = new RegExp(`^create domain (${NAME}) (?:as )?(.+)$`).exec(phrase) ?? [];
  const altered = (alterTable?.actions ?? []).flatMap((action) => {
    const [, name, type] = CHANGED_TYPE.exec(action) ?? [];
    return name && type ? [{ name, type, rest: "" }] : (addedColumn(action) ?? []);
  });
  return [
    ...(createTable?.columns ?? []),
    ...altered,
    ...(domain ? [readColumn(`${domain} ${domainType}`)] : []),
  ];
}

const perColumn = (check: (column: ColumnDefinition) => string | undefined) => (statement: DdlStatement) =>
  typedColumns(statement)
    .map(check)
    .filter((message) => message !== undefined);

const ZONELESS = /^(?:timestamp(?: \( \d \))?(?: without time zone)?|tsrange|tsmultirange)(?: \[| array|$)/;
const ZONED_TIME = /^(?:timetz|time(?: \( \d \))? with time zone)/;
const INTEGER = /^(?:int|integer|int4|bigint|int8)$/;
const NUMERIC =
  /^(?:smallint|int2|int|integer|int4|bigint|int8|numeric|decimal|real|float|float4|float8|double precision)\b/;
const MONEY_NAME =
  /(?:^|_)(?:price|amount|fee|cost|payout|refund|balance|subtotal|earnings|surcharge|discount|tip|charge)$/;

function moneyProblem({ name, type }: ColumnDefinition): string | undefined {
  if (type === "money") return `${name}: use integer cents, not the type money`;
  if (name.endsWith("_cents"))
    return INTEGER.test(type) ? undefined : `${name}: cents are integer or bigint, not ${type}`;
  if (name.endsWith("_bps") && !/^(?:smallint|int2)$/.test(type))
    return INTEGER.test(type) ? undefined : `${name}: basis points are integer, not ${type}`;
  return MONEY_NAME.test(name) && NUMERIC.test(type)
    ? `${name}: an amount of money is integer cents and its name ends in _cents`
    : undefined;
}

/** True when a failed and repeated file can run this statement again. */
function isRepeatable(phrase: string, before: string | undefined): boolean {
  const [, index] = /^create (?:unique )?index concurrently ([\w$]+) on /.exec(phrase) ?? [];
  if (index) return before === `drop index concurrently if exists ${index}`;
  return /^(?:drop index concurrently if exists|reindex .*\bconcurrently\b|alter table [\w$.]+ validate constraint|alter type [\w$.]+ add value if not exists|analyze|vacuum)\b/.test(
    phrase,
  );
}

/** Hold for every migration, released or not. */
export const schemaRules: readonly LintRule[] = [
  {
    id: "timestamptz",
    check: perColumn(({ name, type }) =>
      ZONELESS.test(type) || ZONED_TIME.test(type)
        ? `${name}: use timestamptz (or tstzrange) for instants, time for wall times`
        : undefined,
    ),
  },
  {
    id: "identity",
    check: perColumn(({ name, type }) =>
      /^(?:small|big)?serial[248]?$/.test(type)
        ? `${name}: use GENERATED ALWAYS AS IDENTITY, not serial`
        : undefined,
    ),
  },
  { id: "money", check: perColumn(moneyProblem) },
  {
    id: "primary-key",
    check({ createTable }, { statements }) {
      if (!createTable?.ownKey) return [];
      const { table, columns, constraints } = createTable;
      const isKey = (text: string) => /(?:^| )primary key\b|^like .* including (?:all|indexes)/.test(text);
      if (constraints.some(isKey) || columns.some(({ rest }) => isKey(rest))) return [];
      const later = statements.some(
        ({ alterTable }) =>
          alterTable?.table === table &&
          alterTable.actions.some((action) => /^add .*primary key\b/.test(action)),
      );
      return later ? [] : [`${table}: a table has a primary key`];
    },
  },
  {
    id: "concurrently",
    check: ({ phrase }, { file }) =>
      file.inTransaction &&
      /^(?:create|drop|reindex|alter|refresh) .*\bconcurrently\b/.test(phrase) &&
      !phrase.startsWith("refresh")
        ? ["CONCURRENTLY needs a file of its own with: -- migrate: no-transaction"]
        : [],
  },
  {
    id: "repeatable",
    check(statement, { file, statements }) {
      const before = statements[statements.indexOf(statement) - 1]?.phrase;
      return file.inTransaction || isRepeatable(statement.phrase, before)
        ? []
        : [
            "without a transaction a failed file runs again from its start: DROP INDEX CONCURRENTLY IF EXISTS x goes right before CREATE INDEX CONCURRENTLY x, all else into another file",
          ];
    },
  },
];

/** A rule about ALTER TABLE on a table that may hold data. */
const onLiveTable =
  (
    check: (action: string, table: string, context: LintContext) => string | false | undefined,
  ): LintRule["check"] =>
  ({ alterTable }, context) =>
    !alterTable || context.created.has(alterTable.table)
      ? []
      : alterTable.actions
          .map((action) => check(action, alterTable.table, context))
          .filter((message) => typeof message === "string");

/** A rule about a statement that names a table (first group of the pattern) that may hold data. */
const namingLiveTable =
  (pattern: RegExp, message: string): LintRule["check"] =>
  ({ phrase }, { created }) => {
    const match = pattern.exec(phrase);
    return match && !(match[1] && created.has(match[1])) ? [message] : [];
  };

const CONSTANT = String.raw`(?:[\w.]+ )?''|- [\d.]+|[\d.]+|true|false|null|array \[ \]`;
const CONSTANT_DEFAULT = new RegExp(
  `^(?:${CONSTANT})(?: :: [\\w. ]+(?:\\( [\\d, ]+ \\))?(?: \\[ \\])*)?(?= not null| null| check| constraint| references| unique| primary| collate|$)`,
);

function rewritesOnAdd({ name, rest }: ColumnDefinition): string | undefined {
  if (
    /\bgenerated (?:always|by default) as identity\b/.test(rest) ||
    /\bgenerated always as \( .* \) stored\b/.test(rest)
  )
    return `${name}: adding an identity or stored generated column rewrites the table`;
  const expression = /\bdefault (.+)$/.exec(rest)?.[1];
  if (expression !== undefined)
    return CONSTANT_DEFAULT.test(expression)
      ? undefined
      : `${name}: a new column's default is a constant; set others in a later statement, then backfill`;
  return /\bnot null\b/.test(rest)
    ? `${name}: NOT NULL needs a constant default, or: nullable, backfill, validated CHECK, SET NOT NULL`
    : undefined;
}

/** Hold for migrations that meet live data: expand, backfill, switch, contract over at least two releases. */
export const liveRules: readonly LintRule[] = [
  {
    id: "index-concurrently",
    check: (statement, context) => [
      ...namingLiveTable(
        new RegExp(
          `^create (?:unique )?index (?!concurrently\\b)(?:(?:if not exists )?[\\w$]+ )??on (?:only )?(${NAME})`,
        ),
        "an index on a live table blocks writes: CREATE INDEX CONCURRENTLY",
      )(statement, context),
      ...matching(
        /^(?:drop index (?!concurrently\b)|reindex (?!.*\bconcurrently\b))/,
        "blocks the table: use CONCURRENTLY",
      )(statement),
    ],
  },
  {
    id: "add-column",
    check: onLiveTable((action) => {
      const column = addedColumn(action);
      return column && rewritesOnAdd(column);
    }),
  },
  {
    id: "table-rewrite",
    check: onLiveTable(
      (action) =>
        (CHANGED_TYPE.test(action) || /^set (?:logged|unlogged|tablespace|access method)\b/.test(action)) &&
        "rewrites a live table: add a new column, backfill, switch",
    ),
  },
  {
    id: "rename",
    check: (statement, context) => [
      ...onLiveTable((action) => /^rename\b/.test(action) && "the running release still uses the old name")(
        statement,
        context,
      ),
      ...matching(
        /^alter (?!table\b|index\b).* rename\b/,
        "the running release still uses the old name",
      )(statement),
    ],
  },
  {
    id: "drop",
    check: (statement, context) => [
      ...onLiveTable(
        (action) =>
          /^drop (?!constraint\b)/.test(action) &&
          "the running release may still use the column: drop it a release after its last use",
      )(statement, context),
      ...namingLiveTable(
        new RegExp(
          `^(?:drop (?:table|view|materialized view|type|domain|function|procedure|sequence|schema) (?:if exists )?|truncate (?:table )?)(${NAME})`,
        ),
        "the running release may still use it: drop it a release after its last use",
      )(statement, context),
    ],
  },
  {
    id: "not-valid",
    check: (statement, context) => [
      ...onLiveTable((action) => {
        const added = /^add (?:constraint [\w$]+ )?(?:foreign key|check|not null)\b/.test(action);
        const inline = /\b(?:references|check)\b/.test(addedColumn(action)?.rest ?? "");
        return (
          ((added && !action.endsWith(" not valid")) || inline) &&
          "checks every row under a lock: ADD CONSTRAINT … NOT VALID, and VALIDATE in a later file"
        );
      })(statement, context),
      ...matching(
        /^alter domain .* add (?!.* not valid$)/,
        "checks every row: ADD CONSTRAINT … NOT VALID, and VALIDATE in a later file",
      )(statement),
    ],
  },
  {
    id: "validate-later",
    check: onLiveTable((action, table, { file, added }) => {
      const constraint = /^validate constraint ([\w$]+)/.exec(action)?.[1];
      return (
        constraint !== undefined &&
        file.inTransaction &&
        added.has(`${table}.${constraint}`) &&
        "the lock of ADD CONSTRAINT is held until the commit: VALIDATE in a later file"
      );
    }),
  },
  {
    id: "key-builds-index",
    check: onLiveTable((action) => {
      const added =
        /^add (?:constraint [\w$]+ )?(?:unique|primary key|exclude)\b/.test(action) &&
        !/\busing index [\w$]+/.test(action);
      const inline = /\b(?:unique|primary key)\b/.test(addedColumn(action)?.rest ?? "");
      return (
        (added || inline) &&
        "builds an index under a lock: CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT … USING INDEX"
      );
    }),
  },
  {
    id: "set-not-null",
    check: onLiveTable((action, table, { provenNotNull }) => {
      const column = /^alter (?:column )?([\w$]+) set not null$/.exec(action)?.[1];
      return (
        column !== undefined &&
        !provenNotNull.has(`${table}.${column}`) &&
        `${column}: scans the table under a lock unless a CHECK (${column} IS NOT NULL) was added NOT VALID and validated before`
      );
    }),
  },
  {
    id: "backfill",
    check: (statement, context) => [
      ...namingLiveTable(
        new RegExp(`^(?:update|delete from) (?:only )?(${NAME})`),
        "backfills are jobs in batches, not migrations",
      )(statement, context),
      ...namingLiveTable(
        new RegExp(`^insert into (${NAME}) .*\\bselect\\b`),
        "backfills are jobs in batches, not migrations",
      )(statement, context),
      ...matching(
        /^with .*\b(?:update|delete from|insert into)\b/,
        "backfills are jobs in batches, not migrations",
      )(statement),
    ],
  },
  {
    id: "exclusive-lock",
    check: matching(
      /^(?:lock|cluster|vacuum full|vacuum \( .*\bfull\b|refresh materialized view (?!concurrently\b))/,
      "locks out readers of a live table",
    ),
  },
  {
    id: "timeouts",
    check: matching(
      /^set (?:local |session )?(?:lock_timeout|statement_timeout)\b/,
      "the runner's limits protect the site",
    ),
  },
  {
    id: "opaque",
    check: matching(/^do\b/, "the lint cannot see into a DO block: write its statements plainly"),
  },
];
