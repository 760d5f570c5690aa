import { createInterface } from "node:readline";
import type { Tier } from "#platform/config/config.ts";

/** Asks a person one question; null when the input ended without an answer. */
export type Ask = (question: string) => Promise<string | null>;

export interface Confirmation {
  readonly tier: Tier;
  readonly purpose: string;
  readonly maskedUrl: string;
  /** The only answer that counts. */
  readonly expected: string;
}

/** True when the person typed exactly the expected text. */
export async function confirm(
  ask: Ask,
  { tier, purpose, maskedUrl, expected }: Confirmation,
): Promise<boolean> {
  const answer = await ask(`${purpose} on ${tier} ${maskedUrl}\nType ${expected} to go on: `);
  return answer?.trim() === expected;
}

/** Asks on the terminal; the question goes to standard error, so that standard output stays clean. */
export const askTerminal: Ask = (question) =>
  new Promise((resolve) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    terminal.once("close", () => resolve(null));
    terminal.question(question, (answer) => {
      resolve(answer);
      terminal.close();
    });
  });
