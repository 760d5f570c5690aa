import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "./child-processes.ts";
import { findSecrets } from "./secret-patterns.ts";

const LARGEST_BYTES = 2_000_000;

function git(...args: readonly string[]): Buffer {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: REPOSITORY, maxBuffer: 100_000_000 });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr.toString()}`);
  return stdout;
}

const listed = (...args: readonly string[]) =>
  git(...args, "-z")
    .toString()
    .split("\0")
    .filter((path) => path !== "");

/** Staged content with `--staged`, else every file that git tracks or would add. */
function* contents(staged: boolean): Generator<readonly [path: string, content: Buffer]> {
  if (staged) {
    for (const path of listed("diff", "--cached", "--name-only", "--diff-filter=ACMR"))
      yield [path, git("show", `:${path}`)];
    return;
  }
  for (const path of listed("ls-files", "--cached", "--others", "--exclude-standard")) {
    const file = join(REPOSITORY, path);
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isFile() && found.size <= LARGEST_BYTES) yield [path, readFileSync(file)];
  }
}

const findings = [...contents(process.argv.includes("--staged"))]
  .filter(([, content]) => content.length <= LARGEST_BYTES && !content.includes(0))
  .flatMap(([path, content]) =>
    findSecrets(content.toString()).map(({ line, kind }) => `${path}:${line} looks like a ${kind}`),
  );
for (const finding of findings) process.stderr.write(`${finding}\n`);
if (findings.length > 0) {
  process.stderr.write(
    "Secrets belong in the environment. A committed one must be revoked, not only removed.\n",
  );
  process.exitCode = 1;
}
