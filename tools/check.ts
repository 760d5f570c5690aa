import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GENERATED, type GeneratedFiles, STEPS, type Step } from "./check-steps.ts";
import { manageChildren, REPOSITORY } from "./child-processes.ts";

interface Outcome {
  readonly name: string;
  readonly problem: string | null;
}

const AT_ONCE = 2;
/** Of what a failing step says; its tools report the first findings first. */
const MOST_LINES = 60;
const children = manageChildren();

async function runStep(step: Step): Promise<string | null> {
  const { exitCode, output } = await children.run(step.command, { capture: true });
  return exitCode === 0
    ? null
    : output.trim() || `${step.command.join(" ")} ended with ${exitCode ?? "a signal"}`;
}

/** Runs a generator and compares: the new files stay, so that what remains to do is to commit them. */
async function runGenerator(generated: GeneratedFiles): Promise<string | null> {
  const before = generated.files.map(readIfThere);
  const failure = await runStep(generated);
  if (failure !== null) return failure;
  const stale = generated.files.filter((file, index) => readIfThere(file) !== before[index]);
  return stale.length === 0 ? null : `${stale.join(", ")}: was stale and is rewritten; review and commit it`;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(join(REPOSITORY, file), "utf8");
  } catch {
    return null;
  }
}

function shorten(text: string): string {
  const lines = text.split("\n");
  if (lines.length <= MOST_LINES) return text;
  return [...lines.slice(0, MOST_LINES), `… ${lines.length - MOST_LINES} more lines`].join("\n");
}

async function timed(name: string, work: () => Promise<string | null>): Promise<Outcome> {
  const started = performance.now();
  const problem = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${problem === null ? "✓" : "✗"} ${name.padEnd(14)} ${seconds.padStart(6)} s\n`);
  if (problem !== null) process.stdout.write(`${shorten(problem).replaceAll(/^/gm, "    ")}\n`);
  return { name, problem };
}

/** Generators first and one by one, because the other steps read what they write; then every step, two at a time. */
async function main(): Promise<number> {
  const started = performance.now();
  const outcomes: Outcome[] = [];
  for (const generated of GENERATED) {
    if (!children.stopped) outcomes.push(await timed(generated.name, () => runGenerator(generated)));
  }
  const waiting = [...STEPS];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined && !children.stopped; step = waiting.shift()) {
      const next = step;
      outcomes.push(await timed(next.name, () => runStep(next)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (children.stopped) return 130;
  const failed = outcomes.filter(({ problem }) => problem !== null).map(({ name }) => name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    failed.length === 0
      ? `${outcomes.length} checks passed in ${seconds} s\n`
      : `${failed.length} of ${outcomes.length} checks failed: ${failed.join(", ")}\n`,
  );
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = await main();
