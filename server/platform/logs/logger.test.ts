import fc from "fast-check";
import { expect, test } from "vitest";
import { errorFingerprint } from "./fingerprint.ts";
import { createLogger } from "./logger.ts";
import { REDACTED, redact } from "./redaction.ts";
import { createRequestContext, currentRequest, runInRequest } from "./request-context.ts";
import { truncateAddress } from "./truncated-address.ts";

function capture() {
  const lines: Record<string, unknown>[] = [];
  const log = createLogger({
    config: { logLevel: "info", tier: "STG", gitSha: "abc" },
    clock: { now: () => Temporal.Instant.from("2026-03-08T07:00:00Z") },
    role: "worker",
    destination: { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  });
  return { log, lines };
}

test("a line is one JSON object with time, level, tier, role and build", () => {
  const { log, lines } = capture();
  log.warn({ queue: "mail" }, "late");
  log.debug("not at this level");
  expect(lines).toEqual([
    {
      level: "warn",
      ts: "2026-03-08T07:00:00.000Z",
      tier: "STG",
      role: "worker",
      git_sha: "abc",
      queue: "mail",
      msg: "late",
    },
  ]);
});

test("an error is logged with kind, stack, cause and fingerprint, and its members are redacted", () => {
  const { log, lines } = capture();
  const error = Object.assign(new RangeError("too far", { cause: new Error("root") }), {
    customer_email: "a@b.c",
  });
  log.error(error, "failed");
  expect(lines[0]?.["err"]).toMatchObject({
    type: "RangeError",
    message: "too far",
    stack: expect.stringContaining("logger.test"),
    cause: { message: "root" },
    customer_email: REDACTED,
    fingerprint: errorFingerprint(error),
  });
});

test("every spelling of a personal or secret key is redacted at any depth", () => {
  const keys = [
    "email",
    "Email",
    "userEmail",
    "phone",
    "phone_number",
    "phoneNumber",
    "password",
    "password_hash",
    "newPassword",
    "access_token",
    "accessToken",
    "client_secret",
    "stripe_api_key",
    "apiKey_api_key",
    "otp",
    "totp_secret",
    "backup_codes",
    "ssn",
    "student_note",
    "instructorNote",
    "meeting_location",
    "payment_method",
    "card_last4",
    "bank_account_number",
    "stripe_customer_id",
    "authorization",
    "Authorization",
    "cookie",
    "set-cookie",
    "last_name",
    "body",
    "query",
  ];
  for (const key of keys) {
    const nested: unknown = redact({ a: [{ b: { [key]: "canary", id: 1 } }] });
    expect(JSON.stringify(nested)).toBe(JSON.stringify({ a: [{ b: { [key]: REDACTED, id: 1 } }] }));
  }
});

test("ordinary keys stay", () => {
  const value = {
    user_id: "01A",
    status: 200,
    route: "/api/v1/things/:id",
    booking_status: "no_show",
    cards: 2,
    at: null,
  };
  expect(redact(value)).toEqual(value);
});

test("addresses are cut to their network and URLs lose their query", () => {
  expect(
    redact({ ip: "203.0.113.77", client_ip: "2001:db8:1:2::3", url: "/search?q=my+name", path: "/a#b" }),
  ).toEqual({
    ip: "203.0.113.0/24",
    client_ip: "2001:db8:1::/48",
    url: "/search",
    path: "/a",
  });
});

test("whatever is logged, redaction ends, never throws, and keeps no canary under a secret key", () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 6, withDate: true, withMap: true, withSet: true }), (value) => {
      const wrapped: Record<string, unknown> = { value, password: { deep: "canary-value" } };
      wrapped["self"] = wrapped;
      expect(
        JSON.stringify(redact(wrapped), (_key, one: unknown) => (typeof one === "bigint" ? 0 : one)),
      ).not.toContain("canary-value");
    }),
  );
});

test.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["::ffff:203.0.113.77", "203.0.113.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ["::1", "0:0:0::/48"],
  ["fe80::1%eth0", "fe80:0:0::/48"],
  ["unknown", "invalid"],
])("%s is kept as %s", (address, kept) => {
  expect(truncateAddress(address)).toBe(kept);
});

test("the same defect has the same fingerprint whatever its values; another has another", () => {
  const missing = (id: number) => new Error(`booking ${id} of "user-${id}" is gone`);
  expect(errorFingerprint(missing(1))).toBe(errorFingerprint(missing(22)));
  expect(errorFingerprint(missing(1))).not.toBe(errorFingerprint(new TypeError("booking 1 is gone")));
  expect(errorFingerprint("text 1")).toBe(errorFingerprint("text 2"));
});

test("outside a request there is none, and a malformed traceparent is ignored", () => {
  expect(currentRequest()).toBeUndefined();
  for (const traceparent of ["", "00-xyz-1-01", `00-${"0".repeat(32)}-00f067aa0ba902b7-01`, undefined]) {
    expect(createRequestContext("id", traceparent).traceId).toBeNull();
  }
  const { log, lines } = capture();
  runInRequest(createRequestContext("01A"), () => log.info("in"));
  log.info("out");
  expect(lines.map((line) => line["request_id"])).toEqual(["01A", undefined]);
});
