import { Readable } from "node:stream";
import { createBrotliDecompress } from "node:zlib";
import { describe, expect, test } from "vitest";
import { chooseEncoding, compressStream, isCompressible } from "./content-encoding.ts";

describe("choosing an encoding", () => {
  test.each([
    [undefined, null],
    ["", null],
    ["identity", null],
    ["gzip", "gzip"],
    ["gzip, deflate, br, zstd", "br"],
    ["br;q=0.5, gzip;q=0.8", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["BR", "br"],
    ["*", "br"],
    ["*;q=0", null],
    ["gzip;q=nonsense", null],
  ])("%s gives %s", (header, expected) => {
    expect(chooseEncoding(header)).toBe(expected);
  });
});

test("text shrinks, pictures do not", () => {
  expect(isCompressible("text/html; charset=utf-8")).toBe(true);
  expect(isCompressible("image/svg+xml")).toBe(true);
  expect(isCompressible("image/webp")).toBe(false);
  expect(isCompressible("application/octet-stream")).toBe(false);
});

test("each chunk can be read before the next one exists", async () => {
  const source = new Readable({ read() {} });
  const page = compressStream(source, "br").pipe(createBrotliDecompress());
  const chunks = page[Symbol.asyncIterator]();

  source.push("first");
  expect(String((await chunks.next()).value)).toBe("first");
  source.push("second");
  source.push(null);
  expect(String((await chunks.next()).value)).toBe("second");
});
