import { createHash } from "node:crypto";

/** Twelve hex digits that are the same for the same defect: kind of error, its code and the place that threw, without ids or numbers. */
export function errorFingerprint(error: unknown): string {
  const parts = error instanceof Error ? errorParts(error) : [typeof error, withoutValues(String(error))];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 12);
}

function errorParts(error: Error): string[] {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return [error.name, code, withoutValues(error.message), ownFrame(error)];
}

/** The function and file of the first frame, without line and column, so that an edit above it does not make a new error. */
function ownFrame(error: Error): string {
  const frame = (error.stack ?? "").split("\n").find((line) => /^\s+at /.test(line)) ?? "";
  return frame.trim().replaceAll(/:\d+:\d+/g, "");
}

function withoutValues(message: string): string {
  return message
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`/g, "?")
    .replaceAll(/[0-9A-Za-z_-]*\d[0-9A-Za-z_-]*/g, "#");
}
