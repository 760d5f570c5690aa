import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { beforeEach, describe, expect, it } from "vitest";
import { createPluginApp } from "../../../test/support/plugin-app.ts";
import {
  assertIfMatch,
  matchesStrongly,
  matchesWeakly,
  parseEntityTags,
  replyNotModified,
  strongEtag,
} from "./etag.ts";

describe("strongEtag", () => {
  it("is a quoted strong tag that depends on content, not on key order", () => {
    expect(strongEtag({ a: 1, b: [{ c: 2, d: null }] })).toBe(strongEtag({ b: [{ d: null, c: 2 }], a: 1 }));
    expect(strongEtag({ a: 1 })).toMatch(/^"[A-Za-z0-9_-]{43}"$/);
    expect(strongEtag({ at: Temporal.Instant.from("2026-01-01T00:00:00Z") })).toBe(
      strongEtag({ at: "2026-01-01T00:00:00Z" }),
    );
  });

  it("differs for different JSON", () => {
    const contents = [
      {},
      [],
      null,
      "",
      0,
      false,
      { a: 1 },
      { a: "1" },
      { a: [1] },
      [1, 2],
      [2, 1],
      { a: { b: 1 } },
      { b: { a: 1 } },
    ];
    expect(new Set(contents.map(strongEtag)).size).toBe(contents.length);
  });

  it("is equal exactly when the JSON is equal", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const copy: unknown = JSON.parse(JSON.stringify(a));
        expect(strongEtag(a)).toBe(strongEtag(copy));
        if (strongEtag(a) === strongEtag(b))
          expect(JSON.parse(JSON.stringify(a))).toEqual(JSON.parse(JSON.stringify(b)));
      }),
    );
  });
});

describe("parseEntityTags", () => {
  it.each<[string, "*" | string[] | null]>([
    ["*", "*"],
    [" * ", "*"],
    ['"xyzzy"', ['"xyzzy"']],
    ['W/"xyzzy"', ['W/"xyzzy"']],
    ['""', ['""']],
    ['"xyzzy", "r2d2xxxx", "c3piozzzz"', ['"xyzzy"', '"r2d2xxxx"', '"c3piozzzz"']],
    ['W/"xyzzy",W/"r2d2xxxx", "c3piozzzz"', ['W/"xyzzy"', 'W/"r2d2xxxx"', '"c3piozzzz"']],
    ['"a,b" , "c"', ['"a,b"', '"c"']],
    [', "a",, "b" ,', ['"a"', '"b"']],
    ["xyzzy", null],
    ['w/"xyzzy"', null],
    ['W/ "xyzzy"', null],
    ['"a" "b"', null],
    ['"a""b"', null],
    ['"a', null],
    ['"a", *', null],
    ['"a b"', null],
    ["", null],
    [",", null],
  ])("%j", (header, expected) => {
    expect(parseEntityTags(header)).toEqual(expected);
  });

  it("reads back every list it is given and never throws", () => {
    const tag = fc.stringMatching(/^(W\/)?"[!#-~]{0,12}"$/);
    fc.assert(
      fc.property(
        fc.array(tag, { minLength: 1 }),
        fc.constantFrom(",", ", ", " , ", ",\t,"),
        (tags, comma) => {
          expect(parseEntityTags(tags.join(comma))).toEqual(tags);
        },
      ),
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseEntityTags(text)));
  });
});

describe("comparison (RFC 9110 §8.8.3.2)", () => {
  it.each([
    ['W/"1"', 'W/"1"', false, true],
    ['W/"1"', 'W/"2"', false, false],
    ['W/"1"', '"1"', false, true],
    ['"1"', 'W/"1"', false, true],
    ['"1"', '"1"', true, true],
  ])("%s against %s: strong %s, weak %s", (sent, current, strong, weak) => {
    expect(matchesStrongly([sent], current)).toBe(strong);
    expect(matchesWeakly([sent], current)).toBe(weak);
    expect(matchesStrongly(['"other"', sent], current)).toBe(strong);
    expect(matchesWeakly(['"other"', sent], current)).toBe(weak);
  });

  it("* matches what exists", () => {
    expect(matchesStrongly("*", '"1"')).toBe(true);
    expect(matchesWeakly("*", 'W/"1"')).toBe(true);
  });
});

describe("on a route", () => {
  let app: FastifyInstance;
  let current: string | null;

  beforeEach(() => {
    current = '"v7"';
    app = createPluginApp();
    app.get("/week", async (request, reply) =>
      replyNotModified(request, reply, current ?? "") ? reply : { days: [] },
    );
    app.put("/week", (request) => {
      assertIfMatch(request, current, { currentVersion: 7 });
      return Promise.resolve({ saved: true });
    });
  });

  const put = (ifMatch?: string) =>
    app.inject({
      method: "PUT",
      url: "/week",
      headers: ifMatch === undefined ? {} : { "if-match": ifMatch },
    });

  it.each(['"v7"', '"v6", "v7"', "*"])("If-Match %s writes", async (ifMatch) => {
    expect((await put(ifMatch)).statusCode).toBe(200);
  });

  it.each(['"v6"', 'W/"v7"', '"v6", W/"v7"', '"V7"'])("If-Match %s is stale", async (ifMatch) => {
    const reply = await put(ifMatch);
    expect(reply.statusCode).toBe(409);
    expect(reply.headers.etag).toBe('"v7"');
    expect(reply.json()).toMatchObject({ code: "version_conflict", current_version: 7 });
  });

  it("nothing there: not even * matches, and there is no tag to give", async () => {
    current = null;
    const reply = await put("*");
    expect([reply.statusCode, reply.headers.etag]).toEqual([409, undefined]);
  });

  it("a missing If-Match is 428, an unreadable one 422", async () => {
    const missing = await put();
    expect([missing.statusCode, missing.json<{ code: string }>().code]).toEqual([428, "if_match_required"]);
    const unreadable = await put("v7");
    expect(unreadable.statusCode).toBe(422);
    expect(unreadable.json()).toMatchObject({
      code: "validation_error",
      errors: [{ in: "header", pointer: "/if-match", code: "invalid_format" }],
    });
  });

  it.each([['"v7"'], ['W/"v7"'], ['"v1", "v7"'], ["*"]])(
    "If-None-Match %s is 304 without a body",
    async (header) => {
      for (const method of ["GET", "HEAD"] as const) {
        const reply = await app.inject({ method, url: "/week", headers: { "if-none-match": header } });
        expect([reply.statusCode, reply.body, reply.headers.etag]).toEqual([304, "", '"v7"']);
        expect(reply.headers).not.toHaveProperty("content-type");
      }
    },
  );

  it.each([['"v6"'], ["v7"], [undefined]])("If-None-Match %s is 200 with the tag", async (header) => {
    const reply = await app.inject({
      url: "/week",
      headers: header === undefined ? {} : { "if-none-match": header },
    });
    expect([reply.statusCode, reply.json(), reply.headers.etag]).toEqual([200, { days: [] }, '"v7"']);
  });
});
