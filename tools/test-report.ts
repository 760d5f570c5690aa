import { z } from "zod";

export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One runner's part: what it reported, and how its process ended. */
export interface RunnerResult {
  /** The parsed JSON report; undefined when the runner left none. */
  readonly report: unknown;
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
}

const natural = z.number().int().nonnegative();

const vitestReport = z.object({
  numPassedTests: natural,
  numFailedTests: natural,
  numPendingTests: natural,
  numTodoTests: natural,
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const playwrightReport = z.object({
  stats: z.object({ expected: natural, unexpected: natural, flaky: natural, skipped: natural }),
  errors: z.array(z.unknown()),
});

/** Reads Vitest's JSON report. A file that fails without a failing test (import, hook) counts as one failure. */
export function countVitest(result: RunnerResult): TestCount {
  const parsed = vitestReport.safeParse(result.report);
  if (!parsed.success) return CRASHED;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = parsed.data;
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  return honest(result, {
    passed: numPassedTests,
    failed: numFailedTests + brokenFiles.length,
    skipped: numPendingTests + numTodoTests,
  });
}

/** Reads Playwright's JSON report. A flaky test is a failed one; errors outside any test count one each. */
export function countPlaywright(result: RunnerResult): TestCount {
  const parsed = playwrightReport.safeParse(result.report);
  if (!parsed.success) return CRASHED;
  const { stats, errors } = parsed.data;
  return honest(result, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  });
}

export function sumCounts(counts: readonly TestCount[]): TestCount {
  return counts.reduce(
    (sum, count) => ({
      passed: sum.passed + count.passed,
      failed: sum.failed + count.failed,
      skipped: sum.skipped + count.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The line that ends `npm test` (design §8). */
export function closingLine({ passed, failed, skipped }: TestCount): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Green means that something ran and nothing failed. */
export const isGreen = ({ passed, failed }: TestCount): boolean => failed === 0 && passed > 0;

/** A runner that died without a usable report. */
export const CRASHED: TestCount = { passed: 0, failed: 1, skipped: 0 };

/** A process that ended badly although its report names no failure (an unhandled error, a crash at the end) counts as one. */
function honest(result: RunnerResult, count: TestCount): TestCount {
  return result.exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}
