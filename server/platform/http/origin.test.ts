import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createOriginPolicy } from "./origin.ts";

const PUBLIC_ORIGINS = ["https://app.example.org", "https://studio.example.org:8443", "http://10.1.2.3:8080"];
const staging = createOriginPolicy({ tier: "STG", publicOrigins: PUBLIC_ORIGINS });
const production = createOriginPolicy({
  tier: "PROD",
  publicOrigins: ["https://app.example.org", "https://studio.example.org:8443"],
});

/** Origin, allowed in STG, allowed in PROD. */
const ORIGINS: readonly (readonly [string, boolean, boolean])[] = [
  // Our own domain
  ["https://instainstru.com", true, true],
  ["https://www.instainstru.com", true, true],
  ["https://beta.instainstru.com", true, true],
  ["https://a.b.c.instainstru.com", true, true],
  ["https://xn--caf-dma.instainstru.com", true, true],
  ["https://INSTAINSTRU.com", true, true],
  ["HTTPS://Beta.InstaInstru.COM", true, true],
  ["https://instainstru.com:443", true, true],
  ["https://beta.instainstru.com:443", true, true],
  ["http://instainstru.com", false, false],
  ["http://beta.instainstru.com", false, false],
  ["http://instainstru.com:443", false, false],
  ["http://instainstru.com:80", false, false],
  ["https://instainstru.com:80", false, false],
  ["https://instainstru.com:8443", false, false],
  ["https://instainstru.com:0443", false, false],
  ["https://instainstru.com:", false, false],
  ["wss://instainstru.com", false, false],
  ["ftp://instainstru.com", false, false],
  // Suffix and prefix tricks
  ["https://evilinstainstru.com", false, false],
  ["https://evil-instainstru.com", false, false],
  ["https://instainstru.com.evil.com", false, false],
  ["https://instainstru.comevil.com", false, false],
  ["https://instainstru.co", false, false],
  ["https://instainstru.com.", false, false],
  ["https://beta.instainstru.com.", false, false],
  ["https://.instainstru.com", false, false],
  ["https://a..instainstru.com", false, false],
  ["https://-a.instainstru.com", false, false],
  ["https://a-.instainstru.com", false, false],
  ["https://*.instainstru.com", false, false],
  ["https://a_b.instainstru.com", false, false],
  [`https://${"a".repeat(64)}.instainstru.com`, false, false],
  ["https://com", false, false],
  // Userinfo, backslash, slashes, what follows the authority
  ["https://instainstru.com@evil.com", false, false],
  ["https://user@instainstru.com", false, false],
  ["https://user:pass@instainstru.com", false, false],
  ["https://@instainstru.com", false, false],
  ["https://evil.com\\.instainstru.com", false, false],
  ["https:\\\\instainstru.com", false, false],
  ["https://instainstru.com\\", false, false],
  ["https:/instainstru.com", false, false],
  ["https:instainstru.com", false, false],
  ["https:///instainstru.com", false, false],
  ["https:////instainstru.com", false, false],
  ["//instainstru.com", false, false],
  ["instainstru.com", false, false],
  ["https://instainstru.com/", false, false],
  ["https://instainstru.com/path", false, false],
  ["https://instainstru.com?x", false, false],
  ["https://instainstru.com#x", false, false],
  ["https://evil.com/https://instainstru.com", false, false],
  ["https://evil.com#.instainstru.com", false, false],
  ["https://evil.com?.instainstru.com", false, false],
  ["https://instainstru.com, https://evil.com", false, false],
  ["https://instainstru.com https://evil.com", false, false],
  // Unicode, escapes, white space
  ["https://ınstainstru.com", false, false],
  ["https://instаinstru.com", false, false],
  ["https://instainstru。com", false, false],
  ["https://ｉnstainstru.com", false, false],
  ["https://instainstru.com\u200b", false, false],
  ["https://instainstru%2ecom", false, false],
  ["https://%69nstainstru.com", false, false],
  ["https://evil.com%2f.instainstru.com", false, false],
  ["https://evil.com%00.instainstru.com", false, false],
  [" https://instainstru.com", false, false],
  ["https://instainstru.com ", false, false],
  ["https://insta\tinstru.com", false, false],
  ["https://insta\ninstru.com", false, false],
  ["https://instainstru.com\r\nX-Evil: 1", false, false],
  ["https://instainstru.com\n", false, false],
  ["https://instainstru.com\0", false, false],
  // Loopback and other spellings of it
  ["http://localhost", true, false],
  ["http://localhost:3000", true, false],
  ["https://localhost:8443", true, false],
  ["http://LOCALHOST:3000", true, false],
  ["http://127.0.0.1", true, false],
  ["http://127.0.0.1:65535", true, false],
  ["https://127.0.0.1", true, false],
  ["http://localhost:65536", false, false],
  ["http://localhost:0", false, false],
  ["http://localhost:-1", false, false],
  ["http://localhost:3000@evil.com", false, false],
  ["http://localhost.", false, false],
  ["http://localhost.evil.com", false, false],
  ["http://evil.localhost", false, false],
  ["http://127.0.0.2", false, false],
  ["http://127.1", false, false],
  ["http://127.0.0.1.", false, false],
  ["http://127.0.0.1.nip.io", false, false],
  ["http://2130706433", false, false],
  ["http://0x7f000001", false, false],
  ["http://0x7f.0.0.1", false, false],
  ["http://0177.0.0.1", false, false],
  ["http://127.0.0.01", false, false],
  ["http://0.0.0.0", false, false],
  ["http://0", false, false],
  ["http://[::1]", false, false],
  ["http://[::1]:3000", false, false],
  ["http://[::ffff:127.0.0.1]", false, false],
  ["http://169.254.169.254", false, false],
  ["http://192.168.0.1:3000", false, false],
  // Exact public origins
  ["https://app.example.org", true, true],
  ["https://app.example.org:443", true, true],
  ["https://studio.example.org:8443", true, true],
  ["http://10.1.2.3:8080", true, false],
  ["http://app.example.org", false, false],
  ["https://app.example.org:8443", false, false],
  ["https://studio.example.org", false, false],
  ["https://studio.example.org:8444", false, false],
  ["https://x.app.example.org", false, false],
  ["https://example.org", false, false],
  ["http://10.1.2.3", false, false],
  ["http://10.1.2.3:80800", false, false],
  // Not origins at all
  ["", false, false],
  ["null", false, false],
  ["*", false, false],
  ["undefined", false, false],
  ["about:blank", false, false],
  ["data:text/html,x", false, false],
  ["javascript:alert(1)//instainstru.com", false, false],
  ["blob:https://instainstru.com/1", false, false],
  ["file://localhost", false, false],
  ["https://", false, false],
];

describe("isAllowedOrigin", () => {
  it.each(ORIGINS)("%j: STG %s, PROD %s", (origin, inStaging, inProduction) => {
    expect(staging.isAllowedOrigin(origin)).toBe(inStaging);
    expect(production.isAllowedOrigin(origin)).toBe(inProduction);
  });

  it("has at least 60 vectors", () => {
    expect(new Set(ORIGINS.map(([origin]) => origin)).size).toBe(ORIGINS.length);
    expect(ORIGINS.length).toBeGreaterThanOrEqual(60);
  });
});

describe("allowedReturnUrl", () => {
  it.each([
    [
      "https://instainstru.com/instructor/payouts?step=2#done",
      "https://instainstru.com/instructor/payouts?step=2#done",
    ],
    ["https://instainstru.com", "https://instainstru.com/"],
    ["http://localhost:3000/return", "http://localhost:3000/return"],
    ["https://studio.example.org:8443/a/../b", "https://studio.example.org:8443/b"],
    ["https://instainstru.com/?next=https://evil.com", "https://instainstru.com/?next=https://evil.com"],
  ])("accepts %s", (text, href) => {
    expect(staging.allowedReturnUrl(text)?.href).toBe(href);
  });

  it.each([
    "https://instainstru.com//evil.com",
    "https://instainstru.com/a/..//evil.com",
    "https://instainstru.com/\\evil.com",
    "https://instainstru.com@evil.com/",
    "https://evil.com/instainstru.com",
    "https://instainstru.com.evil.com/return",
    "http://instainstru.com/return",
    "https://instainstru.com/with space",
    "https://instainstru.com/\tx",
    "/return",
    "//instainstru.com/return",
    "javascript:alert(1)",
    "",
    `https://instainstru.com/${"a".repeat(2048)}`,
  ])("refuses %j", (text) => {
    expect(staging.allowedReturnUrl(text)).toBeNull();
  });

  it("accepts exactly the origins that isAllowedOrigin accepts", () => {
    for (const [origin, inStaging, inProduction] of ORIGINS) {
      if (/[/?#]/.test(origin.slice("https://".length))) continue;
      expect([origin, staging.allowedReturnUrl(`${origin}/x`) !== null]).toEqual([origin, inStaging]);
      expect([origin, production.allowedReturnUrl(`${origin}/x`) !== null]).toEqual([origin, inProduction]);
    }
  });
});

describe("safeNextPath", () => {
  it.each([
    ["/", "/"],
    ["/lessons/01J?tab=chat#last", "/lessons/01J?tab=chat#last"],
    ["/search?q=a//b", "/search?q=a//b"],
    ["/a/../b", "/b"],
    ["/%2F%2Fevil.com", "/%2F%2Fevil.com"],
    ["/@evil.com", "/@evil.com"],
    ["/café", "/caf%C3%A9"],
    ["/https://evil.com", "/"],
    ["", "/"],
    ["lessons", "/"],
    [" /lessons", "/"],
    ["//evil.com", "/"],
    ["///evil.com", "/"],
    ["/\\evil.com", "/"],
    ["\\\\evil.com", "/"],
    ["/a\\b", "/"],
    ["/a//b", "/"],
    ["/.//evil.com", "/"],
    ["/a/..//evil.com", "/"],
    ["/%2e//evil.com", "/"],
    ["/\t/evil.com", "/"],
    ["/\n/evil.com", "/"],
    ["/x\r\nSet-Cookie: a=b", "/"],
    ["/x\u0000", "/"],
    ["/x\u0085", "/"],
    ["https://instainstru.com/x", "/"],
    ["https:/evil.com", "/"],
    ["javascript:alert(1)", "/"],
    [`/${"a".repeat(2048)}`, "/"],
    [`/${"é".repeat(1000)}`, "/"],
  ])("%j gives %j", (text, path) => {
    expect(staging.safeNextPath(text)).toBe(path);
  });
});

describe("createOriginPolicy", () => {
  it.each([
    "https://app.example.org/",
    "https://*.example.org",
    "https://u@example.org",
    "example.org",
    "null",
    "",
  ])("refuses the public origin %j", (origin) => {
    expect(() => createOriginPolicy({ tier: "STG", publicOrigins: [origin] })).toThrow(RangeError);
  });

  it.each(["http://app.example.org", "http://localhost:3000", "https://127.0.0.1"])(
    "refuses the public origin %j in PROD",
    (origin) => {
      expect(() => createOriginPolicy({ tier: "STG", publicOrigins: [origin] })).not.toThrow();
      expect(() => createOriginPolicy({ tier: "PROD", publicOrigins: [origin] })).toThrow(/PROD/);
    },
  );
});

describe("properties", () => {
  const allowed = ORIGINS.filter(([, inStaging]) => inStaging).map(([origin]) => origin);
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(
            "https://",
            "http://",
            "//",
            "/",
            "\\",
            "@",
            ":",
            ".",
            "instainstru.com",
            "localhost",
            "evil.com",
          ),
          fc.string({ maxLength: 3 }),
        ),
      )
      .map((parts) => parts.join("")),
  );

  it("never throws, and what it accepts the URL parser puts on an allowed host", () => {
    const hosts =
      /^(?:localhost|127\.0\.0\.1|10\.1\.2\.3|(?:app|studio)\.example\.org|(?:.+\.)?instainstru\.com)$/;
    fc.assert(
      fc.property(anything, (text) => {
        if (staging.isAllowedOrigin(text)) expect(new URL(text).hostname).toMatch(hosts);
        const url = staging.allowedReturnUrl(text);
        if (url) expect([new URL(text).href, url.hostname]).toEqual([url.href, expect.stringMatching(hosts)]);
      }),
      { numRuns: 2000 },
    );
  });

  it("anything put before or after the host of an allowed origin as userinfo, suffix or character takes it off the list", () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(fc.constantFrom(...allowed), word, word, (origin, user, password) => {
        const [scheme, authority] = origin.split("://") as [string, string];
        for (const text of [
          `${scheme}://${user}@${authority}`,
          `${scheme}://${user}:${password}@${authority}`,
          `${scheme}://${authority}@${user}.com`,
          `${scheme}://${authority.split(":", 1)[0]}.${user}.com`,
          `${scheme}://${user}\\${authority}`,
          `${scheme}://${user}.com/${authority}`,
          `${scheme}://${user}.com#${authority}`,
          `${scheme}:///${authority}`,
          `${origin}.`,
        ]) {
          expect([text, staging.isAllowedOrigin(text)]).toEqual([text, false]);
          if (!text.endsWith(".")) expect([text, staging.allowedReturnUrl(text)]).toEqual([text, null]);
        }
      }),
    );
  });

  it("PROD allows nothing that STG refuses", () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.constantFrom(...ORIGINS.map(([origin]) => origin))), (text) => {
        if (production.isAllowedOrigin(text)) expect(staging.isAllowedOrigin(text)).toBe(true);
      }),
    );
  });

  it("a next path stays on this site for every browser-like reading, and is stable", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          anything.map((text) => `/${text}`),
        ),
        (text) => {
          const path = staging.safeNextPath(text);
          expect(path).toMatch(/^\/(?![/\\])[^\\\p{Cc}]*$/u);
          expect(new URL(path, "https://instainstru.com").origin).toBe("https://instainstru.com");
          expect(staging.safeNextPath(path)).toBe(path);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
