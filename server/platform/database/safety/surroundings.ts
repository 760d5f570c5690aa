import { basename } from "node:path";
import type { Environment } from "#platform/config/config.ts";

/** Any of these, set to anything but the empty string, means CI: even `CI=false`, since a doubt leads to INT (operations §5.2 rule 1). */
export const CI_VARIABLES = [
  "CI",
  "GITHUB_ACTIONS",
  "GITLAB_CI",
  "CIRCLECI",
  "TRAVIS",
  "JENKINS_URL",
  "BUILDKITE",
  "DRONE",
  "BITBUCKET_PIPELINES",
  "TEAMCITY_VERSION",
] as const;

const TEST_RUNNER_VARIABLES = [
  "VITEST",
  "VITEST_POOL_ID",
  "JEST_WORKER_ID",
  "NODE_TEST_CONTEXT",
  "TEST_WORKER_INDEX",
] as const;

const TEST_RUNNERS = new Set(["vitest", "vitest.mjs", "jest", "mocha", "playwright"]);

export function isCi(env: Environment): boolean {
  return CI_VARIABLES.some((name) => isSet(env, name));
}

/** True inside the common test runners, by the variables they give to their workers or by the program that was started. */
export function isTestRunner(env: Environment, argv: readonly string[]): boolean {
  return (
    TEST_RUNNER_VARIABLES.some((name) => isSet(env, name)) ||
    TEST_RUNNERS.has(basename(argv[1] ?? "")) ||
    argv.includes("--test")
  );
}

/**
 * The environment of `npm start`: asks for STG when neither `USE_*` flag is given (operations §5.1, design §6.9). Under tests and CI
 * nothing is added, so that no warning about an ignored flag appears; the production switch still refuses by rule 4.
 */
export function withStartDefaults(env: Environment, argv: readonly string[]): Environment {
  const given = isSet(env, "USE_STG_DATABASE") || isSet(env, "USE_PROD_DATABASE");
  if (given || isCi(env) || env["NODE_ENV"] === "test" || isTestRunner(env, argv)) return env;
  return { ...env, USE_STG_DATABASE: "true" };
}

function isSet(env: Environment, name: string): boolean {
  return Boolean(env[name]?.trim());
}
