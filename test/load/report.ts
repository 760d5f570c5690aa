import { availableParallelism, cpus, totalmem } from "node:os";
import type { Outcome } from "./measurements.ts";
import type { PeerFigures } from "./rounds.ts";

export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  readonly node: string;
  readonly platform: string;
}

export function describeMachine(): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? "unknown",
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
  };
}

export function formatMachine({ cores, processor, memoryGb, node, platform }: Machine): string {
  return `${cores} cores (${processor}), ${memoryGb} GB, ${platform}, Node ${node}`;
}

/** One measurement for a person: a line for each server, then what was found and whether that is enough. */
export function formatOutcome(name: string, { passed, findings, peers }: Outcome): string {
  const lines = [name];
  if (peers.length > 0) {
    lines.push(row("", ["requests/s", "mean", "p50", "p99", "CPU/request"]), ...peers.map(peerRow));
  }
  for (const [index, finding] of findings.entries()) {
    const sign = passed ? "✓" : "✗ MISSED:";
    lines.push(index === 0 ? `  ${sign} ${finding}` : `    ${finding}`);
  }
  return `${lines.join("\n")}\n`;
}

function peerRow({ name, perSecond, mean, p50, p99, cpu }: PeerFigures): string {
  const times = [mean, p50, p99, cpu].map((value) => `${value.toFixed(3)} ms`);
  return row(name, [Math.round(perSecond).toLocaleString("en-US"), ...times]);
}

function row(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(14)}${cells.map((cell) => cell.padStart(13)).join("")}`;
}
