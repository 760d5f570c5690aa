/** Lets `parties` callers wait for each other: each `arrive()` resolves when the last one has arrived. */
export function createBarrier(parties: number): { arrive(): Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let waiting = 0;
  return {
    arrive() {
      waiting += 1;
      if (waiting === parties) resolve();
      return promise;
    },
  };
}
