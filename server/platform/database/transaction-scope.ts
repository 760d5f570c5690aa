import { AsyncLocalStorage } from "node:async_hooks";

interface Scope {
  open: boolean;
}

const scopes = new AsyncLocalStorage<Scope>();

/** Runs `work` marked as inside a transaction until it settles, also for everything it calls asynchronously. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const scope: Scope = { open: true };
  try {
    return await scopes.run(scope, work);
  } finally {
    scope.open = false;
  }
}

/**
 * Throws when the calling code runs inside an open transaction. Outbound calls and checkouts of a second connection ask this first:
 * a transaction that waits for the network, or for a connection that only its own end would free, stops everybody.
 */
export function assertNotInTransaction(what: string): void {
  if (scopes.getStore()?.open) throw new Error(`${what} inside a transaction`);
}
