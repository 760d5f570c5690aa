import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manageChildren, REPOSITORY } from "./child-processes.ts";
import { findBrowser } from "./find-browser.ts";
import {
  closingLine,
  CRASHED,
  countPlaywright,
  countVitest,
  isGreen,
  sumCounts,
  type TestCount,
} from "./test-report.ts";

const children = manageChildren();
const reports = mkdtempSync(join(tmpdir(), "test-reports-"));

async function runVitest(args: readonly string[]): Promise<TestCount> {
  const file = join(reports, "vitest.json");
  const { exitCode } = await children.run([
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...args,
  ]);
  return countVitest({ report: readJson(file), exitCode });
}

async function runPlaywright(): Promise<TestCount> {
  const file = join(reports, "playwright.json");
  let browser: string;
  try {
    browser = await findBrowser(children);
  } catch (error) {
    process.stderr.write(`\n${(error as Error).message}\n`);
    return CRASHED;
  }
  const { exitCode } = await children.run(["playwright", "test", "--reporter=list,json"], {
    env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  return countPlaywright({ report: readJson(file), exitCode });
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** `npm test` runs everything; `npm test -- <Vitest arguments>` runs only Vitest with them. */
async function main(args: readonly string[]): Promise<number> {
  const counts = [await runVitest(args)];
  const hasBrowserTests = globSync("test/e2e/**/*.spec.ts", { cwd: REPOSITORY }).length > 0;
  if (args.length === 0 && hasBrowserTests && !children.stopped) counts.push(await runPlaywright());
  rmSync(reports, { recursive: true, force: true });
  const total = sumCounts(counts);
  if (total.passed + total.failed === 0) process.stderr.write("no test ran\n");
  process.stdout.write(`\n${closingLine(total)}\n`);
  if (children.stopped) return 130;
  return isGreen(total) ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
