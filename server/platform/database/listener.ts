import pg from "pg";

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5000;

interface Subscription {
  readonly onNotify: (payload: string) => void;
  readonly onReconnect: (() => void) | undefined;
}

/**
 * The process's one LISTEN connection. It opens with the first subscription and comes back by itself; every subscriber's `onReconnect`
 * runs after it was away, because notifications sent meanwhile are lost.
 */
export class Listener {
  readonly #channels = new Map<string, Set<Subscription>>();
  readonly #connection: pg.ClientConfig;
  #client: pg.Client | null = null;
  #opening: Promise<void> | null = null;
  #retry: NodeJS.Timeout | null = null;
  #retryMs = FIRST_RETRY_MS;
  #closed = false;
  #wasUp = false;

  constructor(connectionString: string, applicationName: string) {
    this.#connection = { connectionString, application_name: applicationName, keepAlive: true };
  }

  isListening(): boolean {
    return this.#client !== null;
  }

  /** @returns the way to leave. @throws what the first connection throws; a connection lost later comes back instead. */
  async listen(
    channel: string,
    onNotify: (payload: string) => void,
    onReconnect?: () => void,
  ): Promise<() => Promise<void>> {
    const subscription: Subscription = { onNotify, onReconnect };
    const subscriptions = this.#channels.get(channel) ?? new Set<Subscription>();
    subscriptions.add(subscription);
    this.#channels.set(channel, subscriptions);
    const alreadyOpen = this.#client;
    try {
      await this.#ensureOpen();
      if (alreadyOpen) await alreadyOpen.query(`LISTEN ${alreadyOpen.escapeIdentifier(channel)}`);
    } catch (error) {
      subscriptions.delete(subscription);
      throw error;
    }
    return async () => {
      subscriptions.delete(subscription);
      if (subscriptions.size > 0 || this.#channels.get(channel) !== subscriptions) return;
      this.#channels.delete(channel);
      await this.#client?.query(`UNLISTEN ${this.#client.escapeIdentifier(channel)}`);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
    await this.#opening?.catch(() => undefined);
    const last = this.#client;
    this.#client = null;
    await last?.end().catch(() => undefined);
  }

  async #ensureOpen(): Promise<void> {
    if (this.#client || this.#closed) return;
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    await this.#opening;
  }

  async #open(): Promise<void> {
    const next = new pg.Client(this.#connection);
    next.on("notification", ({ channel, payload }) => {
      for (const subscription of this.#channels.get(channel) ?? []) subscription.onNotify(payload ?? "");
    });
    try {
      await next.connect();
      for (const channel of this.#channels.keys())
        await next.query(`LISTEN ${next.escapeIdentifier(channel)}`);
    } catch (error) {
      void next.end().catch(() => undefined);
      throw error;
    }
    next.once("error", () => this.#lost(next));
    next.once("end", () => this.#lost(next));
    this.#client = next;
    this.#retryMs = FIRST_RETRY_MS;
    if (this.#wasUp) this.#announceReturn();
    this.#wasUp = true;
  }

  #announceReturn(): void {
    for (const subscriptions of this.#channels.values()) {
      for (const subscription of subscriptions) subscription.onReconnect?.();
    }
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    void client.end().catch(() => undefined);
    this.#scheduleRetry();
  }

  #scheduleRetry(): void {
    if (this.#closed || this.#retry) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.#ensureOpen().catch(() => this.#scheduleRetry());
    }, this.#retryMs);
    this.#retry.unref();
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
  }
}
