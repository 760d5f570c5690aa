export interface Progress {
  /** Shows `name` while `work` runs, then how long it took and what it returned as a remark. */
  step(name: string, work: (say: (detail: string) => void) => Promise<string | void>): Promise<void>;
  line(text: string): void;
}

/** Writes start-up steps to a terminal or, line by line, to a log. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  const lively = stream.isTTY === true;
  const write = (text: string): void => {
    stream.write(text);
  };
  return {
    line: (text) => write(`${text}\n`),
    async step(name, work) {
      const started = performance.now();
      const label = name.padEnd(12);
      if (lively) write(`  … ${label}`);
      const say = (detail: string): void =>
        write(lively ? `\r\u001b[K  … ${label} ${detail}` : `  … ${label} ${detail}\n`);
      try {
        const remark = await work(say);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        write(`${lively ? "\r\u001b[K" : ""}  ✓ ${label} ${remark ?? "done"} (${seconds} s)\n`);
      } catch (error) {
        write(`${lively ? "\r\u001b[K" : ""}  ✗ ${label}\n`);
        throw error;
      }
    },
  };
}
