import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

export interface RotatedFile {
  readonly number: number;
  readonly path: string;
}

/** Rotated files carry ever growing numbers, so that a missing one can be told from one that was dropped for age. */
export function rotatedName(fileName: string, number: number): string {
  return `${fileName}.${String(number).padStart(6, "0")}`;
}

/** The rotated files of `path`, oldest first; none when the folder does not exist. */
export function listRotated(path: string): readonly RotatedFile[] {
  const prefix = `${basename(path)}.`;
  return filesIn(dirname(path))
    .filter((name) => name.startsWith(prefix) && /^\d{6,}$/.test(name.slice(prefix.length)))
    .map((name) => ({ number: Number(name.slice(prefix.length)), path: join(dirname(path), name) }))
    .sort((a, b) => a.number - b.number);
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
