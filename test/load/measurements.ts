import type { Children } from "./children.ts";
import { PATHS } from "./contract.ts";
import { differenceOf, measureInTurn, type PeerFigures, ratioOf } from "./rounds.ts";
import { holdStreams } from "./streams.ts";

export interface Setting {
  readonly children: Children;
  readonly quick: boolean;
  /** How long the streams are held. */
  readonly streamSeconds: number;
}

export interface Outcome {
  readonly passed: boolean;
  /** One line each: what was found, what is asked. */
  readonly findings: readonly string[];
  readonly peers: readonly PeerFigures[];
  /** The figures behind the findings, for `--json`. */
  readonly figures: Readonly<Record<string, number>>;
}

const CONNECTIONS = 50;
const STREAMS = 50;
/** Largest ratio of a round to the smallest that still lets the middle one be believed. */
const WIDEST_SPAN = 2.5;

/** Design §9 and operations §15, by the names that the command takes. */
export const MEASUREMENTS: Readonly<Record<string, (setting: Setting) => Promise<Outcome>>> = {
  "cached-get": (setting) => measureRatio(setting, { peer: "bare-node", path: PATHS.catalog, least: 0.35 }),
  "signed-in-get": (setting) => measureRatio(setting, { peer: "bare-fastify", path: PATHS.me, least: 0.6 }),
  middleware: measureMiddleware,
  stream: measureStream,
};

interface Comparison {
  readonly peer: "bare-node" | "bare-fastify";
  readonly path: string;
  readonly least: number;
}

/** Throughput of our application as a part of a bare server's. */
async function measureRatio({ children, quick }: Setting, comparison: Comparison): Promise<Outcome> {
  const theirs = await children.startPeer(comparison.peer);
  const ours = await children.startPeer("our-app");
  const peers = await measureInTurn(children, [theirs, ours], {
    path: comparison.path,
    signedIn: comparison.path === PATHS.me,
    connections: CONNECTIONS,
    rounds: quick ? 4 : 6,
    seconds: quick ? 1.5 : 3,
  });
  const { middle, least, most } = ratioOf(peers);
  const found = `${percent(middle)} of ${comparison.peer} (rounds ${percent(least)} to ${percent(most)})`;
  const isSteady = most <= least * WIDEST_SPAN;
  return {
    passed: isSteady && middle >= comparison.least,
    findings: [
      `${found}, at least ${percent(comparison.least)}`,
      ...(isSteady ? [] : ["the rounds differ too much to tell: the machine was busy, run it again"]),
    ],
    peers,
    figures: { ratio: middle, ratio_least: least, ratio_most: most, target: comparison.least },
  };
}

/** What a request costs more in our application than in a bare Fastify, one request at a time, as time to the client and as CPU. */
async function measureMiddleware({ children, quick }: Setting): Promise<Outcome> {
  const theirs = await children.startPeer("bare-fastify");
  const ours = await children.startPeer("our-app");
  const peers = await measureInTurn(children, [theirs, ours], {
    path: PATHS.ping,
    signedIn: false,
    connections: 1,
    rounds: quick ? 4 : 10,
    seconds: 1,
  });
  const { time, cpu } = differenceOf(peers);
  const appShare = peers.at(-1)?.appMean ?? Number.NaN;
  const target = 1;
  return {
    passed: Math.max(time, cpu) <= target,
    findings: [
      `${time.toFixed(3)} ms of time and ${cpu.toFixed(3)} ms of CPU for one request, at most ${target} ms; Server-Timing says ${appShare.toFixed(3)} ms`,
    ],
    peers,
    figures: { time_ms: time, cpu_ms: cpu, server_timing_ms: appShare, target_ms: target },
  };
}

/** Streams of numbered events held open while the same process serves as many cached GETs as it can. */
async function measureStream({ children, quick, streamSeconds }: Setting): Promise<Outcome> {
  const app = await children.startPeer("our-app");
  const seconds = quick ? Math.min(10, streamSeconds) : streamSeconds;
  const load = { port: app.port, path: PATHS.catalog, seconds, connections: CONNECTIONS, signedIn: false };
  const [streams, report] = await Promise.all([holdStreams(app.port, STREAMS, seconds), children.load(load)]);
  const { expected, received, lost, faults, worstGapMs, worstFirstMs } = streams;
  return {
    passed: lost === 0 && faults.length === 0 && report.failures === 0,
    findings: [
      `${received} of ${expected} events in order on ${STREAMS} streams over ${seconds} s, ${lost} lost, at most 0`,
      `first event after ${worstFirstMs.toFixed(0)} ms at worst, worst gap ${worstGapMs.toFixed(0)} ms, beside ${report.perSecond.toFixed(0)} requests/s with ${report.failures} failures`,
      ...faults.slice(0, 3),
    ],
    peers: [],
    figures: {
      expected,
      received,
      lost,
      worst_gap_ms: worstGapMs,
      worst_first_ms: worstFirstMs,
      requests_per_second: report.perSecond,
      failed_requests: report.failures,
    },
  };
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(1)} %`;
}
