import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { LoadOrder, LoadReport } from "./peers/load.ts";
import type { PeerMessage, PeerSettings } from "./peers/serve.ts";

const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 5_000;
/** What a round may take beyond its time before the load generator is given up. */
const ROUND_GRACE_MS = 15_000;

export type PeerName = "our-app" | "bare-node" | "bare-fastify";

export interface Peer {
  readonly name: PeerName;
  readonly port: number;
  /** Milliseconds of CPU that the process has used so far, all its threads together. */
  cpu(): Promise<number>;
}

export interface Children {
  /** Starts a server in a process of its own. */
  startPeer(name: PeerName): Promise<Peer>;
  /** Runs one round of load from the generator's process. */
  load(order: LoadOrder): Promise<LoadReport>;
  /** Ends all of them; they write their CPU profiles first. */
  stop(): Promise<void>;
  /** Ends all of them at once. */
  kill(): void;
}

export interface ProfileTarget {
  readonly folder: string;
  /** Before the server's name in the name of the file. */
  readonly prefix: string;
}

/** The child processes of one measurement. With `profile` every server writes a CPU profile when it ends. */
export function manageChildren(settings: PeerSettings, profile: ProfileTarget | null): Children {
  const running = new Set<ChildProcess>();
  let generator: ChildProcess | null = null;

  function start(name: string, execArgv: string[]): ChildProcess {
    const child = fork(join(import.meta.dirname, "peers", `${name}.ts`), { execArgv });
    running.add(child);
    child.once("exit", () => running.delete(child));
    return child;
  }

  return {
    async startPeer(name) {
      const child = start(name, profile === null ? [] : profileArguments(profile, name));
      child.send(settings);
      const message = await answerOf<PeerMessage>(child, name, START_TIMEOUT_MS);
      if (message.kind !== "ready") throw new Error(`${name} did not start`);
      return {
        name,
        port: message.port,
        async cpu() {
          child.send("cpu");
          const answer = await answerOf<PeerMessage>(child, name, START_TIMEOUT_MS);
          return answer.kind === "cpu" ? answer.milliseconds : 0;
        },
      };
    },
    async load(order) {
      generator ??= start("load", []);
      generator.send(order);
      return answerOf<LoadReport>(generator, "the load generator", order.seconds * 1000 + ROUND_GRACE_MS);
    },
    async stop() {
      const ends = [...running].map((child) => once(child, "exit"));
      for (const child of running) if (child.connected) child.disconnect();
      const timer = setTimeout(kill, STOP_TIMEOUT_MS);
      await Promise.all(ends);
      clearTimeout(timer);
    },
    kill,
  };

  function kill(): void {
    for (const child of running) child.kill("SIGKILL");
  }
}

function profileArguments({ folder, prefix }: ProfileTarget, name: PeerName): string[] {
  return ["--cpu-prof", `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${prefix}-${name}.cpuprofile`];
}

/** The next message of a child. @throws when it ends or is silent for `milliseconds`. */
async function answerOf<T>(child: ChildProcess, name: string, milliseconds: number): Promise<T> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, AbortSignal.timeout(milliseconds)]);
  try {
    const [message] = await Promise.race([
      once(child, "message", { signal }),
      once(child, "exit", { signal }).then(() => Promise.reject(new Error(`${name} ended`))),
    ]);
    return message as T;
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Error(`${name} gave no answer within ${milliseconds / 1000} s`, { cause: error });
  } finally {
    over.abort();
  }
}
