import { RouterContextProvider } from "react-router";
import { describe, expect, test } from "vitest";
import { type PageRequest, pageRequest } from "../../lib/page-request.ts";
import { loader } from "./ui.tsx";

function load(devPages: boolean): unknown {
  const context = new RouterContextProvider();
  context.set(pageRequest, { devPages } as PageRequest);
  const url = new URL("https://example.com/dev/ui");
  return loader({ context, request: new Request(url), url, pattern: "/dev/ui", params: {} });
}

describe("the gallery", () => {
  test("is there while building", () => {
    expect(load(true)).toBeNull();
  });

  test("does not exist in production", () => {
    expect(() => load(false)).toThrow(expect.objectContaining({ init: { status: 404 } }));
  });
});
