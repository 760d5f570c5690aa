import { type ChildProcess, spawn } from "node:child_process";
import { delimiter, join, resolve } from "node:path";

export const REPOSITORY = resolve(import.meta.dirname, "..");

export interface ChildResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** What it wrote, when captured. */
  readonly output: string;
}

export interface ChildOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Collect the output instead of passing it through. */
  readonly capture?: boolean;
  /** Ends the child (and its own children) after this many milliseconds. */
  readonly timeoutMs?: number;
}

export interface Children {
  /** Runs a command of `node_modules/.bin` or of the system to its end; never rejects. */
  run(command: readonly string[], options?: ChildOptions): Promise<ChildResult>;
  /** What the signal does: the first call asks every running child to stop, the second kills them. */
  stop(): void;
  /** True once Ctrl-C (or SIGTERM) arrived: start nothing more. */
  readonly stopped: boolean;
}

/**
 * Runs children in process groups of their own. The first Ctrl-C asks all of them to stop (once, which lets test runners clean up),
 * the second one kills them.
 */
export function manageChildren(): Children {
  const running = new Set<ChildProcess>();
  const children = { run, stop, stopped: false };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);

  function stop(): void {
    for (const child of running) signalGroup(child, children.stopped ? "SIGKILL" : "SIGINT");
    children.stopped = true;
  }

  function run(command: readonly string[], options: ChildOptions = {}): Promise<ChildResult> {
    const [program = "", ...args] = command;
    const child = spawn(program, args, {
      cwd: REPOSITORY,
      detached: true,
      env: {
        ...process.env,
        PATH: `${join(REPOSITORY, "node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}`,
        ...options.env,
      },
      stdio: ["ignore", options.capture ? "pipe" : "inherit", options.capture ? "pipe" : "inherit"],
    });
    running.add(child);
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => signalGroup(child, "SIGKILL"), options.timeoutMs);
    return new Promise((done) => {
      let output = "";
      child.stdout?.setEncoding("utf8").on("data", (text: string) => (output += text));
      child.stderr?.setEncoding("utf8").on("data", (text: string) => (output += text));
      const finish = (exitCode: number | null, problem = "") => {
        clearTimeout(timer);
        running.delete(child);
        done({ exitCode, output: output + problem });
      };
      child.on("error", (error) => finish(127, `${program}: ${error.message}\n`));
      child.on("close", (exitCode) => finish(exitCode));
    });
  }

  return children;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
