import { describe, expect, test } from "vitest";
import { closingLine, countPlaywright, countVitest, isGreen, sumCounts } from "./test-report.ts";

const vitest = (
  counts: Partial<Record<"Passed" | "Failed" | "Pending" | "Todo", number>>,
  files: readonly { status: string; assertionResults: { status: string }[] }[] = [],
) => ({
  numPassedTests: counts.Passed ?? 0,
  numFailedTests: counts.Failed ?? 0,
  numPendingTests: counts.Pending ?? 0,
  numTodoTests: counts.Todo ?? 0,
  testResults: files,
});

const playwright = (
  stats: Partial<Record<"expected" | "unexpected" | "flaky" | "skipped", number>>,
  errors: unknown[] = [],
) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

describe("counting Vitest's report", () => {
  test("passed, failed and skipped tests are counted as reported", () => {
    const report = vitest({ Passed: 7, Failed: 2, Pending: 3, Todo: 1 }, [
      { status: "failed", assertionResults: [{ status: "passed" }, { status: "failed" }] },
    ]);
    expect(countVitest({ report, exitCode: 1 })).toEqual({ passed: 7, failed: 2, skipped: 4 });
  });

  test("a file that cannot be loaded, or whose hook fails, is a failure although no test of it failed", () => {
    const report = vitest({ Passed: 7, Pending: 1 }, [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{ status: "skipped" }] },
      { status: "passed", assertionResults: [{ status: "passed" }] },
    ]);
    expect(countVitest({ report, exitCode: 1 })).toEqual({ passed: 7, failed: 2, skipped: 1 });
  });

  test("a bad exit with a clean report is a failure", () => {
    expect(countVitest({ report: vitest({ Passed: 7 }), exitCode: 1 }).failed).toBe(1);
    expect(countVitest({ report: vitest({ Passed: 7 }), exitCode: null }).failed).toBe(1);
    expect(countVitest({ report: vitest({ Passed: 7 }), exitCode: 0 }).failed).toBe(0);
  });

  test.each([undefined, null, "", {}, { numPassedTests: 3 }, { ...vitest({}), numPassedTests: "3" }])(
    "no usable report (%j) is a failure even when the process ended well",
    (report) => {
      expect(countVitest({ report, exitCode: 0 })).toEqual({ passed: 0, failed: 1, skipped: 0 });
    },
  );
});

describe("counting Playwright's report", () => {
  test("flaky tests and errors outside tests count as failed", () => {
    const report = playwright({ expected: 5, unexpected: 1, flaky: 2, skipped: 3 }, [
      { message: "no browser" },
    ]);
    expect(countPlaywright({ report, exitCode: 1 })).toEqual({ passed: 5, failed: 4, skipped: 3 });
  });

  test("no usable report is a failure", () => {
    expect(countPlaywright({ report: undefined, exitCode: 0 })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe("the closing line", () => {
  test("adds all runners up", () => {
    const total = sumCounts([
      countVitest({ report: vitest({ Passed: 7, Pending: 2 }), exitCode: 0 }),
      countPlaywright({ report: playwright({ expected: 5 }), exitCode: 0 }),
    ]);
    expect(closingLine(total)).toBe("12 passed, 0 failed, 2 skipped");
    expect(isGreen(total)).toBe(true);
  });

  test("names skipped tests only when there are some", () => {
    expect(closingLine({ passed: 3, failed: 1, skipped: 0 })).toBe("3 passed, 1 failed");
  });

  test("nothing run, nothing passed or anything failed is not green", () => {
    expect(isGreen({ passed: 0, failed: 0, skipped: 0 })).toBe(false);
    expect(isGreen({ passed: 0, failed: 0, skipped: 9 })).toBe(false);
    expect(isGreen({ passed: 9, failed: 1, skipped: 0 })).toBe(false);
  });
});
