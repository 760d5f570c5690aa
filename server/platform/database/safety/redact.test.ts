import { describe, expect, it } from "vitest";
import { createRedact, redactArgv } from "./redact.ts";

describe("createRedact", () => {
  it("hides a password as it stands in the URL and as it is meant", () => {
    const redact = createRedact({ PROD_DATABASE_URL: "postgres://app:s%40cret%2F1@h/x" });
    expect(redact("s%40cret%2F1 and s@cret/1")).toBe("*** and ***");
  });

  it("hides the password of a URL that cannot be read", () => {
    expect(createRedact({ STG_DATABASE_URL: "postgres://app:pa/ss@word@h/x" })("<pa/ss@word>")).toBe("<***>");
  });

  it("hides the user part of any URL, and leaves other text alone", () => {
    const redact = createRedact({});
    expect(redact("at redis://u:p@h:1/2 and https://example.com/a")).toBe(
      "at redis://***:***@h:1/2 and https://example.com/a",
    );
  });
});

describe("redactArgv", () => {
  it("hides the values of sensitive options, joined or apart", () => {
    const argv = [
      "node",
      "x.ts",
      "--password",
      "one",
      "--api-key=two",
      "PGPASSWORD=three",
      "--email",
      "a@b.c",
      "--dry-run",
      "four",
    ];
    expect(redactArgv(argv, createRedact({}))).toEqual([
      ...["node", "x.ts", "--password", "[REDACTED]", "--api-key=[REDACTED]", "PGPASSWORD=[REDACTED]"],
      ...["--email", "[REDACTED]", "--dry-run", "four"],
    ]);
  });
});
