import { expect, test } from "vitest";
import { findSecrets } from "./secret-patterns.ts";

/** Put together here, so that this file itself holds none. */
const glued = (...parts: readonly string[]): string => parts.join("");

const SECRETS: readonly (readonly [kind: string, text: string])[] = [
  ["private key", glued("-----BEGIN RSA ", "PRIVATE KEY-----")],
  ["private key", glued("-----BEGIN ", "PRIVATE KEY-----")],
  ["payment key", glued("sk_", "live_", "a1B2".repeat(6))],
  ["webhook secret", glued("wh", "sec_", "a1B2".repeat(8))],
  ["cloud access key", glued("AK", "IA", "ABCD".repeat(4))],
  ["code host token", glued("gh", "p_", "a1B2".repeat(9))],
  ["package registry token", glued("np", "m_", "a1B2".repeat(9))],
  ["signed token", ["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiIxMjM0In0", "abcdefghijklmnopqrstuv"].join(".")],
  ["password in a URL", glued("postgres://app:", "hunter2hunter2", "@db.instainstru.com/app")],
];

test.each(SECRETS)("a %s is found and its line named", (kind, text) => {
  expect(findSecrets(`first line\nconst value = "${text}";\n`)).toEqual([{ line: 2, kind }]);
});

test.each([
  "sk_test_1234567890abcdef1234",
  "postgres://postgres:password@127.0.0.1:5432/int",
  "postgres://user:longpassword@db.example.com/app",
  "postgres://app:s%40cret%2F1@h/x",
  "//***:***@host/db",
  glued("postgres://$", "{user}:$", "{password}@db.instainstru.com/app"),
  "the private key stays in the vault",
])("%s is no secret", (text) => {
  expect(findSecrets(text)).toEqual([]);
});
