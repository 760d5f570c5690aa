export interface Progress {
  /** Shows `name` while `work` runs, then how long it took and the remark it came back with. */
  step<T extends { readonly remark: string }>(
    name: string,
    work: (say: (detail: string) => void) => Promise<T>,
  ): Promise<T>;
  line(text: string): void;
}

/** Writes start-up steps to a terminal or, line by line, to a log. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  const lively = stream.isTTY === true;
  const clear = lively ? "\r\u001b[K" : "";
  const write = (text: string): void => {
    stream.write(text);
  };
  // The reader may go away first (a closed terminal, `| head`); that is no reason to end without stopping the database.
  stream.on("error", () => undefined);
  return {
    line: (text) => write(`${text}\n`),
    async step(name, work) {
      const started = performance.now();
      const label = name.padEnd(12);
      if (lively) write(`  … ${label}`);
      try {
        const result = await work((detail) => write(`${clear}  … ${label} ${detail}${lively ? "" : "\n"}`));
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        write(`${clear}  ✓ ${label} ${result.remark} (${seconds} s)\n`);
        return result;
      } catch (error) {
        write(`${clear}  ✗ ${label}\n`);
        throw error;
      }
    },
  };
}
