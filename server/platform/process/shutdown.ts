const DEADLINE_MS = 30_000;

export interface Shutdown {
  /** Registers what to stop; the last registered stops first. */
  add(name: string, stop: () => Promise<void> | void): void;
  /** Stops everything once, in reverse order; a part that fails does not keep the others running. */
  run(): Promise<void>;
}

export interface ShutdownOptions {
  readonly onStart: (signal: string) => void;
  readonly onFailure: (name: string, error: unknown) => void;
  /** Called at the second signal, before the process ends at once. */
  readonly onAbort: () => void;
  readonly exit: (code: number) => void;
}

/** Ends the process in order at SIGINT or SIGTERM, within 30 s, and at once at the second signal (operations §10). */
export function createShutdown(options: ShutdownOptions): Shutdown {
  const parts: { name: string; stop: () => Promise<void> | void }[] = [];
  let running: Promise<void> | null = null;

  async function stopAll(): Promise<void> {
    for (const part of parts.toReversed()) {
      try {
        await part.stop();
      } catch (error) {
        options.onFailure(part.name, error);
      }
    }
  }

  function onSignal(signal: string): void {
    if (running) {
      options.onAbort();
      options.exit(130);
      return;
    }
    options.onStart(signal);
    setTimeout(() => {
      options.onAbort();
      options.exit(1);
    }, DEADLINE_MS).unref();
    running = stopAll();
    void running.then(() => options.exit(0));
  }

  process.on("SIGINT", () => onSignal("SIGINT"));
  process.on("SIGTERM", () => onSignal("SIGTERM"));
  return {
    add: (name, stop) => void parts.push({ name, stop }),
    run: () => (running ??= stopAll()),
  };
}
