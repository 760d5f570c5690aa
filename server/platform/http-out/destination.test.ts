import { describe, expect, it } from "vitest";
import { checkDestination } from "./destination.ts";

const TIERS = ["INT", "STG", "PROD"] as const;

describe("checkDestination", () => {
  it.each([
    ["https://api.example.com", "STG PROD"],
    ["https://api.example.com:8443", "STG PROD"],
    ["https://10.0.0.5", "STG PROD"],
    ["http://api.example.com", ""],
    ["http://10.0.0.5:9000", ""],
    ["http://localhost.example.com", ""],
    ["http://127.0.0.2", ""],
    ["http://127.0.0.1:4010", "INT STG"],
    ["http://localhost:4010", "INT STG"],
    ["http://[::1]:4010", "INT STG"],
    ["https://localhost:4010", "INT STG PROD"],
    ["https://api.example.com/", ""],
    ["https://api.example.com/v1", ""],
    ["https://api.example.com:443", ""],
    ["https://user@api.example.com", ""],
    ["https://127.1", ""],
    ["ftp://localhost", ""],
    ["file:///etc", ""],
    ["null", ""],
    ["api.example.com", ""],
    ["", ""],
  ])("%j may be called in %j", (origin, expected) => {
    const tiers = TIERS.filter((tier) => {
      try {
        return checkDestination("x", { origin, timeoutMs: 1 }, tier).origin === origin;
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        return false;
      }
    });
    expect(tiers.join(" ")).toBe(expected);
  });
});
