/** What a credential looks like in a file. Names of kinds only: a finding never prints the value. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  "private key": /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  "payment key": /\b[sr]k_live_[0-9a-zA-Z]{16,}/,
  "webhook secret": /\bwhsec_[0-9a-zA-Z+/]{24,}/,
  "cloud access key": /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  "API key": /\bAIza[0-9A-Za-z_-]{35}\b/,
  "code host token": /\b(?:gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{60,}|glpat-[0-9A-Za-z_-]{20})/,
  "package registry token": /\bnpm_[0-9A-Za-z]{36}\b/,
  "chat token": /\bxox[abprs]-[0-9A-Za-z-]{10,}/,
  "signed token": /\beyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{20,}/,
  "password in a URL":
    /\b[a-z][a-z0-9+]+:\/\/[^\s:/@"'`$*{<]+:(?!(?:secret|password|pass|pw)@)[^\s@"'`$*{<]{8,}@(?![\w.-]*\b(?:example|test|invalid|internal)\b)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/i,
};

export interface SecretFinding {
  readonly line: number;
  readonly kind: string;
}

export function findSecrets(text: string): SecretFinding[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      Object.entries(PATTERNS).flatMap(([kind, pattern]) =>
        pattern.test(line) ? [{ line: index + 1, kind }] : [],
      ),
    );
}
