import type { Environment, Tier } from "#platform/config/config.ts";
import { TIER_FACTS } from "./tiers.ts";

export interface ErrorOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const RESET = "\u001b[0m";

/** Which tier each output was told of: "once per process" hangs on the process's one standard error. */
const announced = new WeakMap<ErrorOutput, Tier>();

export interface Announcement {
  readonly tier: Tier;
  readonly maskedUrl: string;
  readonly purpose: string;
}

/** Prints the tier's line on `output`, once (operations §5.1). True when it was printed now. */
export function printBanner(output: ErrorOutput, env: Environment, announcement: Announcement): boolean {
  if (announced.get(output) === announcement.tier) return false;
  announced.set(output, announcement.tier);
  output.write(`${formatBanner(announcement, Boolean(output.isTTY) && !env["NO_COLOR"])}\n`);
  return true;
}

export function formatBanner({ tier, maskedUrl, purpose }: Announcement, colour: boolean): string {
  const { sign, ansiColour } = TIER_FACTS[tier];
  const label = `[${tier}]`;
  return `${sign} ${colour ? `${ansiColour}${label}${RESET}` : label} database ${maskedUrl} (${purpose})`;
}
