import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Everything that can change what the web build contains. */
const INPUT_FOLDERS = ["web", "common", "public"];
const INPUT_FILES = [
  "vite.config.ts",
  "react-router.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
const NOT_BUILT = /\.test\.tsx?$/;

/**
 * Names the content of the web app's inputs: two trees with the same sources have the same fingerprint, whenever and
 * wherever they were checked out.
 */
export async function fingerprintWebInputs(root: string): Promise<string> {
  const hash = createHash("sha256");
  const inFolders = await Promise.all(INPUT_FOLDERS.map((folder) => listFiles(join(root, folder))));
  const files = [...inFolders.flat(), ...INPUT_FILES.map((name) => join(root, name))];
  for (const file of files) {
    const content = await readIfThere(file);
    if (content === null) continue;
    hash.update(`${relative(root, file).split(sep).join("/")}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex").slice(0, 16);
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ignoreMissing);
  return (entries ?? [])
    .filter((entry) => entry.isFile() && !NOT_BUILT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function readIfThere(file: string): Promise<Buffer | null> {
  return await readFile(file).catch(ignoreMissing);
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
