import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressIdentity, clientAddress, limitKey, userIdentity } from "./identity.ts";

const behind = (hops: number, forwardedFor: string | string[] | undefined) =>
  clientAddress({ socketAddress: "10.0.0.9", forwardedFor, hops });

describe("clientAddress", () => {
  test.each([
    [0, "1.1.1.1", "10.0.0.9"],
    [1, "6.6.6.6, 1.1.1.1", "1.1.1.1"],
    [2, "6.6.6.6, 1.1.1.1, 10.0.0.2", "1.1.1.1"],
    [2, ["6.6.6.6, 1.1.1.1", "10.0.0.2"], "1.1.1.1"],
    [1, "1.1.1.1:4711", "1.1.1.1"],
    [1, "[2001:db8:0:7::1]:443", "2001:db8:0:7::/64"],
    [1, undefined, "10.0.0.9"],
    [1, "", "10.0.0.9"],
    [3, "6.6.6.6, 1.1.1.1", "10.0.0.9"],
    [1, "1.1.1.1, unknown", "10.0.0.9"],
    [1, "1.1.1.1, 1.2.3.4.5", "10.0.0.9"],
    [1, "1.1.1.1, rl:edge", "10.0.0.9"],
  ])("with %d hops and X-Forwarded-For %j it is %s", (hops, header, address) => {
    expect(behind(hops, header)).toBe(address);
  });

  test.each([
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["::ffff:c000:207", "192.0.2.7"],
    ["0:0:0:0:0:ffff:192.0.2.7", "192.0.2.7"],
    [undefined, "unknown"],
  ])("a socket at %s counts as %s", (socketAddress, address) => {
    expect(clientAddress({ socketAddress, forwardedFor: undefined, hops: 0 })).toBe(address);
  });

  test("what a client writes before the trusted entries never matters", () => {
    fc.assert(
      fc.property(fc.string(), (forged) => {
        expect(behind(1, `${forged}, 1.1.1.1`)).toBe("1.1.1.1");
      }),
    );
  });

  test("all addresses of one /64 count as one, those of another do not", () => {
    fc.assert(
      fc.property(fc.ipV6(), fc.nat({ max: 0xffff }), (address, host) => {
        const seen = clientAddress({ socketAddress: address, forwardedFor: undefined, hops: 0 });
        if (!seen.endsWith("::/64")) return;
        const prefix = seen.replace("::/64", "");
        expect(behind(1, `${prefix}:1:2:3:${host.toString(16)}`)).toBe(seen);
      }),
    );
  });
});

test("keys name bucket, identity and what is counted apart", () => {
  expect(limitKey("edge", addressIdentity("192.0.2.7"))).toBe("rl:edge:ip:192.0.2.7");
  expect(limitKey("conv_msg", userIdentity("01U"), "01C")).toBe("rl:conv_msg:user:01U:01C");
});
