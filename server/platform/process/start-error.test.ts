import { describe, expect, test } from "vitest";
import { explainFailure, StartError } from "./start-error.ts";

const systemError = (code: string): Error =>
  Object.assign(new Error(`${code}: something`), { code, path: "/srv/data" });

describe("the line for a person", () => {
  test.each([
    ["ENOSPC", "the disk is full; free some space and start again"],
    ["EDQUOT", "the disk quota is used up"],
    ["EROFS", "/srv/data is on a read-only file system"],
    ["EACCES", "no permission for /srv/data; it belongs to another user"],
    ["EPERM", "no permission for /srv/data"],
  ])("%s says what to do, without a stack", (code, line) => {
    const explained = explainFailure(systemError(code));
    expect(explained).toContain(line);
    expect(explained).not.toContain("\n");
  });

  test("an error of ours is its message, a defect comes with where it happened", () => {
    expect(explainFailure(new StartError("do this"))).toBe("do this");
    expect(explainFailure(new TypeError("oops"))).toMatch(/TypeError: oops\n {4}at /);
    expect(explainFailure("odd")).toBe("odd");
  });
});
