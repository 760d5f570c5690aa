import pg from "pg";

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5000;

interface Subscription {
  readonly onNotify: (payload: string) => void;
  readonly onReconnect: (() => void) | undefined;
}

export interface Listener {
  listen(
    channel: string,
    onNotify: (payload: string) => void,
    onReconnect?: () => void,
  ): Promise<() => Promise<void>>;
  isListening(): boolean;
  close(): Promise<void>;
}

/**
 * The process's one LISTEN connection. It opens with the first subscription and comes back by itself; every subscriber's `onReconnect`
 * runs after it was away, because notifications sent meanwhile are lost.
 */
export function createListener(connectionString: string, applicationName: string): Listener {
  const channels = new Map<string, Set<Subscription>>();
  let client: pg.Client | null = null;
  let opening: Promise<void> | null = null;
  let retry: NodeJS.Timeout | null = null;
  let retryMs = FIRST_RETRY_MS;
  let closed = false;
  let wasUp = false;

  async function open(): Promise<void> {
    const next = new pg.Client({ connectionString, application_name: applicationName, keepAlive: true });
    next.on("notification", ({ channel, payload }) => {
      for (const subscription of channels.get(channel) ?? []) subscription.onNotify(payload ?? "");
    });
    const lost = (): void => {
      if (client === next) client = null;
      void next.end().catch(() => undefined);
      scheduleRetry();
    };
    try {
      await next.connect();
      for (const channel of channels.keys()) await next.query(`LISTEN ${next.escapeIdentifier(channel)}`);
    } catch (error) {
      void next.end().catch(() => undefined);
      throw error;
    }
    next.once("error", lost);
    next.once("end", () => {
      if (client === next) lost();
    });
    client = next;
    retryMs = FIRST_RETRY_MS;
    if (wasUp)
      for (const set of channels.values()) for (const subscription of set) subscription.onReconnect?.();
    wasUp = true;
  }

  function scheduleRetry(): void {
    if (closed || retry) return;
    retry = setTimeout(() => {
      retry = null;
      void ensureOpen().catch(scheduleRetry);
    }, retryMs);
    retry.unref();
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  }

  async function ensureOpen(): Promise<void> {
    if (client || closed) return;
    opening ??= open().finally(() => {
      opening = null;
    });
    await opening;
  }

  async function listen(
    channel: string,
    onNotify: (payload: string) => void,
    onReconnect?: () => void,
  ): Promise<() => Promise<void>> {
    const subscription: Subscription = { onNotify, onReconnect };
    const set = channels.get(channel) ?? new Set<Subscription>();
    set.add(subscription);
    channels.set(channel, set);
    const alreadyOpen = client;
    try {
      await ensureOpen();
      if (alreadyOpen) await alreadyOpen.query(`LISTEN ${alreadyOpen.escapeIdentifier(channel)}`);
    } catch (error) {
      set.delete(subscription);
      throw error;
    }
    return async () => {
      set.delete(subscription);
      if (set.size > 0 || channels.get(channel) !== set) return;
      channels.delete(channel);
      await client?.query(`UNLISTEN ${client.escapeIdentifier(channel)}`);
    };
  }

  return {
    listen,
    isListening: () => client !== null,
    async close() {
      closed = true;
      if (retry) clearTimeout(retry);
      await opening?.catch(() => undefined);
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}
