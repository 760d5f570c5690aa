import { createReadStream, existsSync } from "node:fs";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { FIRST_LINK, parseAuditLine } from "./audit-entry.ts";
import { KEPT_AUDIT_FILES } from "./audit-file.ts";
import { listRotated, type RotatedFile } from "./audit-rotation.ts";

export interface AuditProblem {
  readonly file: string;
  /** From 1; null when the whole file is meant. */
  readonly line: number | null;
  readonly problem: string;
}

export interface AuditVerdict {
  readonly files: number;
  readonly lines: number;
  readonly processes: number;
  readonly problems: readonly AuditProblem[];
}

/**
 * Checks every line of the audit file and of its rotated parts, oldest first (operations §5.3). Finds lines that were edited, and lines
 * that were removed, repeated or moved within the chain of their process. It cannot see the end of a chain cut off, nor a process
 * removed whole; nor does it object to what rotation dropped.
 */
export async function verifyAuditFile(path: string, keep: number = KEPT_AUDIT_FILES): Promise<AuditVerdict> {
  const rotated = listRotated(path);
  const problems: AuditProblem[] = findMissingFiles(rotated, keep);
  const chains = createChains((rotated[0]?.number ?? 1) > 1);
  const files = [...rotated.map((file) => file.path), ...(existsSync(path) ? [path] : [])];
  let lines = 0;
  for (const file of files) {
    let number = 0;
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: 0 })) {
      number += 1;
      const problem = chains.follow(text);
      if (problem) problems.push({ file: basename(file), line: number, problem });
    }
    lines += number;
  }
  return { files: files.length, lines, processes: chains.processes(), problems };
}

interface Chains {
  follow(text: string): string | null;
  processes(): number;
}

/** Keeps the open ends of all chains. A process may have several, since process ids are used again. */
function createChains(olderFilesDropped: boolean): Chains {
  const endsByProcess = new Map<string, Set<string>>();
  return {
    processes: () => endsByProcess.size,
    follow(text) {
      const line = parseAuditLine(text);
      if (!line) return "this is no audit line";
      const known = endsByProcess.get(line.process);
      const ends = known ?? new Set<string>();
      endsByProcess.set(line.process, ends);
      const follows =
        line.previousHash === FIRST_LINK || ends.delete(line.previousHash) || (!known && olderFilesDropped);
      ends.add(line.hash);
      if (!line.isIntact) return "this line was edited";
      return follows
        ? null
        : "the line before it in the chain of its process was edited, removed, repeated or moved";
    },
  };
}

function findMissingFiles(rotated: readonly RotatedFile[], keep: number): AuditProblem[] {
  const problems: AuditProblem[] = [];
  rotated.forEach((file, index) => {
    const expected = (rotated[index - 1]?.number ?? file.number - 1) + 1;
    const isOldest = index === 0 && file.number > 1 && rotated.length < keep;
    if (file.number !== expected || isOldest) {
      problems.push({
        file: basename(file.path),
        line: null,
        problem: "the rotated file before this one is missing",
      });
    }
  });
  return problems;
}
