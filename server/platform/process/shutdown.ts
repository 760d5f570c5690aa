const DEADLINE_MS = 30_000;
/** Under npm one Ctrl-C arrives twice: from the terminal, and forwarded by npm a moment later. */
const ECHO_MS = 300;

export interface Shutdown {
  /** Aborted as soon as the process is to end: a start that is still under way gives up. */
  readonly signal: AbortSignal;
  /** Stopping waits until this has settled, so that nothing starts behind its back. */
  startingUp(work: Promise<void>): void;
  /**
   * Registers what to stop; the last registered stops first.
   * @param kill ends it at once, when the orderly way is cut short
   */
  add(name: string, stop: () => Promise<void> | void, kill?: () => void): void;
  /** Stops everything once, in reverse order; a part that fails does not keep the others running. */
  run(): Promise<void>;
}

export interface ShutdownOptions {
  readonly onStart: () => void;
  readonly onFailure: (name: string, error: unknown) => void;
  readonly exit: (code: number) => void;
}

interface Part {
  readonly name: string;
  readonly stop: () => Promise<void> | void;
  readonly kill: (() => void) | undefined;
}

/** Ends the process in order at SIGINT, SIGTERM or SIGHUP, within 30 s, and at once at the second signal (operations §10). */
export function createShutdown(options: ShutdownOptions): Shutdown {
  const parts: Part[] = [];
  const controller = new AbortController();
  let start: Promise<unknown> = Promise.resolve();
  let running: Promise<void> | null = null;
  let signalledAt = Number.NEGATIVE_INFINITY;

  async function stopAll(): Promise<void> {
    setTimeout(endAtOnce, DEADLINE_MS, 1).unref();
    controller.abort();
    await start;
    for (const part of parts.toReversed()) {
      try {
        await part.stop();
      } catch (error) {
        options.onFailure(part.name, error);
      }
    }
  }

  function endAtOnce(code: number): void {
    for (const part of parts) part.kill?.();
    options.exit(code);
  }

  function onSignal(): void {
    if (running) {
      if (performance.now() - signalledAt > ECHO_MS) endAtOnce(130);
      return;
    }
    signalledAt = performance.now();
    options.onStart();
    running = stopAll();
    void running.then(() => options.exit(0));
  }

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  return {
    signal: controller.signal,
    startingUp(work) {
      start = work.catch(() => undefined);
    },
    add: (name, stop, kill) => void parts.push({ name, stop, kill }),
    run: () => (running ??= stopAll()),
  };
}
