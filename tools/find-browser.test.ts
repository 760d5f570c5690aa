import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Children } from "./child-processes.ts";
import { browsersOnPath, findBrowser } from "./find-browser.ts";

function folderWith(files: Readonly<Record<string, number>>, script = "exit 0"): string {
  const folder = mkdtempSync(join(tmpdir(), "browsers-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, mode] of Object.entries(files)) {
    if (name.endsWith("/")) mkdirSync(join(folder, name));
    else writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode });
  }
  return folder;
}

test("executables on the path are found in the order of preference", () => {
  const first = folderWith({ "google-chrome": 0o755, chromium: 0o644 });
  const second = folderWith({ chromium: 0o755, firefox: 0o755 });
  expect(browsersOnPath([first, "", "/nowhere", second].join(delimiter))).toEqual([
    join(second, "chromium"),
    join(first, "google-chrome"),
  ]);
});

test("a system browser that starts is used and nothing is installed", async () => {
  const folder = folderWith({ chromium: 0o755 });
  vi.stubEnv("CHROMIUM_PATH", "");
  vi.stubEnv("PATH", folder);
  const run = vi.fn<Children["run"]>();
  expect(await findBrowser({ run })).toBe(join(folder, "chromium"));
  expect(run).not.toHaveBeenCalled();
});

test("a browser that is named but does not start is an error that says what to do", async () => {
  const folder = folderWith({ chromium: 0o755 }, "exit 1");
  vi.stubEnv("CHROMIUM_PATH", join(folder, "chromium"));
  await expect(findBrowser({ run: vi.fn<Children["run"]>() })).rejects.toThrow(
    /does not start[\s\S]*playwright install chromium/,
  );
});
