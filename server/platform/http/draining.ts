/** Whether this process is on its way out. The shutdown starts it; `/ready` reports it; nothing stops it. */
export interface Draining {
  readonly active: boolean;
  start(): void;
}

export function createDraining(): Draining {
  let active = false;
  return {
    get active() {
      return active;
    },
    start() {
      active = true;
    },
  };
}
