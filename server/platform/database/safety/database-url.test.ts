import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDatabaseUrl } from "./database-url.ts";

const masked = (text: string) => readDatabaseUrl(text).masked;

describe("readDatabaseUrl", () => {
  it("masks user, password and parameters, and shows only an unusual port", () => {
    expect(masked("postgres://app:s3cret@db.example.com/shop?sslmode=require")).toBe(
      "//***:***@db.example.com/shop",
    );
    expect(masked("postgres://app:s3cret@db.example.com:5432/shop")).toBe("//***:***@db.example.com/shop");
    expect(masked("postgres://db.example.com:6543/shop")).toBe("//***:***@db.example.com:6543/shop");
  });

  it("writes the port out, so that PGPORT cannot move the connection", () => {
    const url = readDatabaseUrl("postgres://app@db.example.com/shop");
    expect(url.readable && url.url.reveal()).toBe("postgres://app@db.example.com:5432/shop");
  });

  it.each([
    "host=evil.example.com",
    "port=1",
    "user=x",
    "password=hunter22",
    "database=x",
    "options=-c%20x",
    "sslmode=require&host=x",
  ])("refuses the parameter %s, which the driver would follow", (query) => {
    const url = readDatabaseUrl(`postgres://app@localhost/x_int?${query}`);
    expect(url.readable).toBe(false);
    expect(JSON.stringify(url)).not.toMatch(/evil|hunter22/);
  });

  it.each([
    "",
    "localhost/x_int",
    "mysql://localhost/x_int",
    "socket:/tmp?db=x_int",
    "postgres:///x_int",
    "postgres://localhost",
    "postgres://localhost/",
    "postgres://localhost/a/b",
    "postgres://localhost/%78_int",
    "postgres://localhost/x_int#y",
    "postgres://local%68ost/x_int",
    "postgres://a,b/x_int",
    "postgres://u:p@ localhost/x_int",
  ])("refuses %j", (text) => {
    expect(readDatabaseUrl(text)).toMatchObject({ readable: false, masked: "//***:***@unreadable" });
  });

  it("sees through other spellings of one address", () => {
    const identity = (text: string) => {
      const url = readDatabaseUrl(text);
      return url.readable ? url.identity : text;
    };
    const same = [
      "localhost",
      "LOCALHOST",
      "127.0.0.1",
      "127.1",
      "0x7f000001",
      "[::1]",
      "[0:0:0:0:0:0:0:1]",
      "localhost.",
    ];
    expect(new Set(same.map((host) => identity(`postgres://${host}/x`)))).toEqual(
      new Set(["loopback:5432/x"]),
    );
    expect(identity("postgres://10.1/x")).toBe(identity("postgres://10.0.0.1:5432/x"));
    expect(identity("postgres://h/x")).not.toBe(identity("postgres://h:5433/x"));
    expect(identity("postgres://h/x")).not.toBe(identity("postgres://h/y"));
  });

  it("never shows any part of a password, however badly it is encoded", () => {
    const password = fc
      .string({
        minLength: 6,
        unit: fc.constantFrom("Q", "X", "Z", "%", "/", "?", "#", "@", ":", "[", " ", "&", "=", "é"),
      })
      .filter((text) => /[QXZ]{2}/.test(text));
    fc.assert(
      fc.property(password, fc.boolean(), (raw, encode) => {
        const url = readDatabaseUrl(
          `postgres://app:${encode ? encodeURIComponent(raw) : raw}@localhost/x_int`,
        );
        expect(JSON.stringify(url)).not.toMatch(/[QXZ]/);
      }),
    );
  });
});
