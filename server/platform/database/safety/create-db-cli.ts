import type { ErrorOutput } from "./banner.ts";
import { DatabaseRefused } from "./database-refused.ts";
import type { DisposableDatabase } from "./decide-database.ts";
import type { DoorIo } from "./door.types.ts";
import { type DatabaseStatus, formatStatus } from "./format-status.ts";
import { runScript, type Script } from "./run-script.ts";
import { verifyAuditFile } from "./verify-audit.ts";

/** A script that cannot be on PROD. */
export type DisposableScript = Script & { readonly database: DisposableDatabase };

/** The work behind each verb. All but `status` return the lines to print, and do nothing under `dryRun` but say what they would do. */
export interface DbVerbs {
  status(script: Script): Promise<DatabaseStatus>;
  migrate(script: Script): Promise<readonly string[]>;
  seedSystem(script: Script): Promise<readonly string[]>;
  seedDemo(script: DisposableScript): Promise<readonly string[]>;
  reset(script: DisposableScript): Promise<readonly string[]>;
  /** Writes the row types of the migrated database. */
  types(script: DisposableScript): Promise<readonly string[]>;
  /** Writes the committed picture of the schema. */
  schema(script: DisposableScript): Promise<readonly string[]>;
}

/** Runs the command line in `io.argv` and gives the exit code: 0 done, 1 failed or refused, 2 not understood. */
export type DbCli = (io: DoorIo, stdout: Pick<ErrorOutput, "write">) => Promise<number>;

const HELP = `npm run db -- <verb> [options]

  status            tier, server, marker, migrations, sizes
  migrate           apply the pending migrations            --dry-run
  seed              write the system data                   --dry-run
  seed --demo       write the demo data (INT and STG)       --dry-run
  reset             empty the database and build it again   --dry-run
                    (INT and STG; STG asks for its name)
  audit-verify      check logs/database_audit.jsonl for lines edited, removed or moved
  types             write the row types of the migrated INT database
  schema            write the picture of the migrated INT schema

Which database: INT, or STG with USE_STG_DATABASE=true, or PROD with USE_PROD_DATABASE=true and a confirmation.
Under tests and CI always INT.
`;

const OPTIONS_BY_VERB: Readonly<Record<string, readonly string[]>> = {
  status: [],
  migrate: ["--dry-run"],
  seed: ["--demo", "--dry-run"],
  reset: ["--dry-run"],
  "audit-verify": [],
  types: [],
  schema: [],
};

/** `npm run db -- <verb>`: understands the words, goes through `runScript`, and prints what the verbs return. */
export function createDbCli(verbs: DbVerbs): DbCli {
  return async (io, stdout) => {
    const [verb, ...options] = io.argv.slice(2);
    if (verb === "help" || verb === "--help" || verb === "-h") {
      stdout.write(HELP);
      return 0;
    }
    const mistake = findMistake(verb, options);
    if (verb === undefined || mistake) {
      io.stderr.write(`${mistake}\n\n${HELP}`);
      return 2;
    }
    if (verb === "audit-verify") return verifyAudit(io, stdout);
    return runVerb(verbs, verb, options, io, (lines) => {
      for (const line of lines) stdout.write(`${line}\n`);
    });
  };
}

function findMistake(verb: string | undefined, options: readonly string[]): string | null {
  if (verb === undefined) return "which verb?";
  if (!Object.hasOwn(OPTIONS_BY_VERB, verb)) return `there is no verb ${verb}`;
  const stranger = options.find((option) => !OPTIONS_BY_VERB[verb]?.includes(option));
  return stranger === undefined ? null : `${verb} has no option ${stranger}`;
}

function runVerb(
  verbs: DbVerbs,
  verb: string,
  options: readonly string[],
  io: DoorIo,
  print: (lines: readonly string[]) => void,
): Promise<number> {
  const name = `db ${verb}`;
  switch (verb) {
    case "status":
      return runScript(
        name,
        "read",
        async (script) => print(formatStatus(script.database, await verbs.status(script))),
        io,
      );
    case "migrate":
      return runScript(name, "migrate", async (script) => print(await verbs.migrate(script)), io);
    case "seed":
      return options.includes("--demo")
        ? runScript(name, "seed_demo", async (script) => print(await verbs.seedDemo(disposable(script))), io)
        : runScript(name, "seed_system", async (script) => print(await verbs.seedSystem(script)), io);
    case "reset":
      return runScript(name, "reset", async (script) => print(await verbs.reset(disposable(script))), io);
    case "types":
      return runScript(name, "migrate", async (script) => print(await verbs.types(onlyInt(script))), io);
    default:
      return runScript(name, "migrate", async (script) => print(await verbs.schema(onlyInt(script))), io);
  }
}

function disposable(script: Script): DisposableScript {
  const { database } = script;
  if (database.tier === "PROD")
    throw new DatabaseRefused("impossible_on_prod", `${database.purpose} does not exist on PROD`);
  return { ...script, database };
}

/** Generated files are made from a database that anyone can make again. */
function onlyInt(script: Script): DisposableScript {
  if (script.database.tier !== "INT")
    throw new Error("generated files come from INT; unset USE_STG_DATABASE and USE_PROD_DATABASE");
  return disposable(script);
}

async function verifyAudit(io: DoorIo, stdout: Pick<ErrorOutput, "write">): Promise<number> {
  const { files, lines, processes, problems } = await verifyAuditFile(io.audit.path);
  for (const { file, line, problem } of problems)
    stdout.write(`${file}${line === null ? "" : `:${line}`}: ${problem}\n`);
  const verdict = problems.length === 0 ? "intact" : `${problems.length} problem(s)`;
  stdout.write(
    `${io.audit.path}: ${lines} lines of ${processes} processes in ${files} file(s), ${verdict}\n`,
  );
  return problems.length === 0 ? 0 : 1;
}
