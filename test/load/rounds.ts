import type { Children, Peer } from "./children.ts";
import type { LoadReport } from "./peers/load.ts";

export interface RoundPlan {
  readonly path: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  readonly signedIn: boolean;
}

/** One round of one server: what the client saw, and milliseconds of CPU that the server's process spent on each request. */
export interface Round extends LoadReport {
  readonly cpu: number;
}

/** What one server did; medians over the rounds, times in milliseconds. */
export interface PeerFigures {
  readonly name: string;
  readonly perSecond: number;
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
  /** Mean of `Server-Timing: app`; null where it is not read. */
  readonly appMean: number | null;
  readonly rounds: readonly Round[];
}

/**
 * Measures the servers in turn, round by round and in changing order, after one round each to warm up, so that whatever else the machine
 * does hits all of them.
 * @throws Error when any reply was not a 2xx: figures of refusals mean nothing.
 */
export async function measureInTurn(
  children: Children,
  peers: readonly Peer[],
  plan: RoundPlan,
): Promise<PeerFigures[]> {
  for (const peer of peers) await measureRound(children, peer, plan);
  const results = peers.map((peer) => ({ peer, rounds: [] as Round[] }));
  for (let turn = 0; turn < plan.rounds; turn++) {
    for (const { peer, rounds } of turn % 2 === 0 ? results : results.toReversed()) {
      rounds.push(await measureRound(children, peer, plan));
    }
  }
  return results.map(({ peer, rounds }) => summarize(peer.name, rounds));
}

async function measureRound(children: Children, peer: Peer, plan: RoundPlan): Promise<Round> {
  const { path, seconds, connections, signedIn } = plan;
  const before = await peer.cpu();
  const report = await children.load({ port: peer.port, path, seconds, connections, signedIn });
  const cpu = (await peer.cpu()) - before;
  if (report.requests === 0 || report.failures > 0) {
    const { requests, failures, failedStatus } = report;
    throw new Error(
      `${peer.name}: ${failures} of ${requests} requests failed, one with status ${failedStatus ?? "none"}`,
    );
  }
  return { ...report, cpu: cpu / report.requests };
}

function summarize(name: string, rounds: readonly Round[]): PeerFigures {
  const middle = (figure: (round: Round) => number): number => median(rounds.map(figure));
  return {
    name,
    perSecond: middle((round) => round.perSecond),
    mean: middle((round) => round.mean),
    p50: middle((round) => round.p50),
    p99: middle((round) => round.p99),
    cpu: middle((round) => round.cpu),
    appMean: rounds.some(({ appMean }) => appMean === null) ? null : middle(({ appMean }) => appMean ?? 0),
    rounds,
  };
}

/** Throughput of the second server as a part of the first's: the middle of the ratios of neighbouring rounds, the smallest, the largest. */
export function ratioOf(peers: readonly PeerFigures[]): { middle: number; least: number; most: number } {
  const ratios = compare(peers, (theirs, ours) => ours.perSecond / theirs.perSecond);
  return { middle: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}

/** Milliseconds that a request takes more in the second server than in the first: the middle of the differences of neighbouring rounds. */
export function differenceOf(peers: readonly PeerFigures[]): { time: number; cpu: number } {
  return {
    time: median(compare(peers, (theirs, ours) => ours.mean - theirs.mean)),
    cpu: median(compare(peers, (theirs, ours) => ours.cpu - theirs.cpu)),
  };
}

function compare(
  [theirs, ours]: readonly PeerFigures[],
  figure: (theirs: Round, ours: Round) => number,
): number[] {
  return (theirs?.rounds ?? []).flatMap((round, turn) => {
    const own = ours?.rounds[turn];
    return own === undefined ? [] : [figure(round, own)];
  });
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (upper + lower) / 2;
}
