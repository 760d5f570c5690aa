import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";

export const REPOSITORY = resolve(import.meta.dirname, "../..");

/** What every checker needs to see in the root of a tree. */
const SHARED = [
  "package.json",
  "tsconfig.json",
  ".oxlintrc.json",
  ".dependency-cruiser.mjs",
  "test/architecture",
  "tools/lint",
];

/**
 * A throw-away copy of the house that holds only `files` (path to text) and the project's own rules, so that a rule can be
 * shown a violation without one standing in our tree. Removed when the test ends.
 */
export function plantTree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "planted-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const path of SHARED) {
    cpSync(join(REPOSITORY, path), join(root, path), {
      recursive: true,
      filter: (from) => !from.endsWith(".test.ts"),
    });
  }
  symlinkSync(join(REPOSITORY, "node_modules"), join(root, "node_modules"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
