import type { Environment } from "#platform/config/config.ts";

const HIDDEN = "[REDACTED]";
const SENSITIVE_OPTION =
  /^--?[\w-]*(password|passwd|pwd|token|secret|api[-_]?key|otp|ssn|email|phone|card|bank)[\w-]*$/i;
const USER_PART = /([a-z][a-z0-9+.-]*:)?\/\/[^\s'"]*@/gi;
/** Shorter passwords cannot be told from ordinary words. */
const MIN_PASSWORD_LENGTH = 4;

/** Makes text safe to show and to keep: without the passwords of `env`'s database URLs and without the user part of any URL. */
export type Redact = (text: string) => string;

export function createRedact(env: Environment): Redact {
  const passwords = passwordsIn(env);
  return (text) => {
    const masked = text.replace(
      USER_PART,
      (_whole, scheme: string | undefined) => `${scheme ?? ""}//***:***@`,
    );
    return passwords.reduce((shown, password) => shown.replaceAll(password, "***"), masked);
  };
}

/** The command line with the values of sensitive options hidden, written as `--name=value` or as two words. */
export function redactArgv(argv: readonly string[], redact: Redact): readonly string[] {
  return argv.map((argument, index) => {
    const [name = "", ...value] = argument.split("=");
    if (value.length > 0 && (SENSITIVE_OPTION.test(name) || SENSITIVE_OPTION.test(`-${name}`)))
      return `${name}=${HIDDEN}`;
    if (SENSITIVE_OPTION.test(argv[index - 1] ?? "")) return HIDDEN;
    return redact(argument);
  });
}

function passwordsIn(env: Environment): readonly string[] {
  const found = new Set<string>([env["PGPASSWORD"] ?? ""]);
  for (const [name, value] of Object.entries(env)) {
    // Greedy on purpose: an unencoded @ or / in a password makes the URL unreadable, yet the password must stay hidden.
    const raw = name.endsWith("DATABASE_URL") ? /^[^:/]*:\/\/[^:@]*:(.*)@/.exec(value ?? "")?.[1] : undefined;
    if (raw === undefined) continue;
    found.add(raw);
    found.add(decode(raw));
  }
  return [...found]
    .filter((password) => password.length >= MIN_PASSWORD_LENGTH)
    .sort((a, b) => b.length - a.length);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
