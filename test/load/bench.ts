import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { MEASUREMENTS, type Outcome } from "./measurements.ts";
import { describeMachine, formatMachine, formatOutcome } from "./report.ts";
import { openStage, type Stage } from "./stage.ts";

const USAGE = `npm run bench -- [names…] [--quick] [--seconds N] [--json FILE] [--profile FOLDER]

  names      ${Object.keys(MEASUREMENTS).join(", ")}; all of them by default
  --quick    short rounds, streams for 10 s: for a first look, not for a figure to quote
  --seconds  how long the streams are held (default 60)
  --json     write every figure of every round to FILE
  --profile  write a CPU profile of each server into FOLDER; the figures are then lower
`;
/** A whole run takes about three minutes; one that hangs ends here. */
const DEADLINE_MS = 15 * 60_000;

interface Options {
  readonly names: readonly string[];
  readonly quick: boolean;
  readonly seconds: number;
  readonly json: string | null;
  readonly profile: string | null;
}

/** @throws Error with a line for a person */
function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      seconds: { type: "string", default: "60" },
      json: { type: "string" },
      profile: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) throw new Error(USAGE);
  const unknown = positionals.filter((name) => !Object.hasOwn(MEASUREMENTS, name));
  if (unknown.length > 0) throw new Error(`no measurement is called ${unknown.join(", ")}\n\n${USAGE}`);
  const seconds = Number(values.seconds);
  if (!(seconds >= 1 && seconds <= 600)) throw new Error("--seconds takes 1 to 600");
  return {
    names: positionals.length > 0 ? positionals : Object.keys(MEASUREMENTS),
    quick: values.quick,
    seconds,
    json: values.json === undefined ? null : resolve(values.json),
    profile: values.profile === undefined ? null : resolve(values.profile),
  };
}

/** Ends the run in order at the first signal (or the deadline), at once at the second; also while the stage is still being set up. */
function watchSignals(opening: Promise<Stage>): { stopping(): boolean } {
  let stopping = false;
  const end = async (how: (stage: Stage) => Promise<void> | void, code: number): Promise<void> => {
    await opening.then(how).catch(() => undefined);
    process.exit(code);
  };
  const stop = (code: number): void => {
    if (stopping) {
      void end((stage) => stage.abort(), code);
      return;
    }
    stopping = true;
    process.stdout.write("stopping …\n");
    void end((stage) => stage.close(), code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(130));
  setTimeout(() => {
    process.stderr.write("the bench takes too long\n");
    stop(1);
  }, DEADLINE_MS).unref();
  return { stopping: () => stopping };
}

async function measureAll(
  { names, quick, seconds, profile }: Options,
  stage: Stage,
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  for (const name of names) {
    const measure = MEASUREMENTS[name];
    if (measure === undefined) continue;
    const target = profile === null ? null : { folder: profile, prefix: name };
    const outcome = await stage.withChildren(target, (children) =>
      measure({ children, quick, streamSeconds: seconds }),
    );
    outcomes.set(name, outcome);
    process.stdout.write(`\n${formatOutcome(name, outcome)}`);
  }
  return outcomes;
}

async function main(): Promise<number> {
  const options = readOptions();
  const machine = describeMachine();
  process.stdout.write(`${formatMachine(machine)}${options.quick ? ", quick" : ""}\n`);
  if (options.profile !== null) mkdirSync(options.profile, { recursive: true });
  const opening = openStage();
  const signals = watchSignals(opening);
  const stage = await opening;
  try {
    const outcomes = await measureAll(options, stage);
    if (options.json !== null) {
      const result = { machine, quick: options.quick, measurements: Object.fromEntries(outcomes) };
      writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
    }
    const missed = [...outcomes].filter(([, { passed }]) => !passed).map(([name]) => name);
    process.stdout.write(missed.length === 0 ? "\nall targets met\n" : `\nmissed: ${missed.join(", ")}\n`);
    return missed.length === 0 ? 0 : 1;
  } catch (error) {
    // Children that end because the run was stopped are no failure; the signal's own exit follows.
    if (signals.stopping()) return 130;
    throw error;
  } finally {
    if (!signals.stopping()) await stage.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
