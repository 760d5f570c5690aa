import type { Server } from "node:http";

/** What the bench tells a child before it serves. */
export interface PeerSettings {
  readonly connectionString: string;
  /** Where its log lines go, if it writes any. */
  readonly logFile: string;
}

export type PeerMessage =
  | { readonly kind: "ready"; readonly port: number }
  | { readonly kind: "cpu"; readonly milliseconds: number };

/** The life of a child process: gets its settings, serves, tells its CPU time when asked, and ends with its parent. */
export function serve(start: (settings: PeerSettings) => Promise<number>): void {
  // Ctrl-C reaches the whole group; the parent ends its children in order.
  process.on("SIGINT", () => undefined);
  process.on("disconnect", () => process.exit(0));
  process.once("message", (settings: PeerSettings) => {
    process.on("message", () => {
      const { user, system } = process.cpuUsage();
      tell({ kind: "cpu", milliseconds: (user + system) / 1000 });
    });
    void start(settings).then((port) => tell({ kind: "ready", port }));
  });
}

function tell(message: PeerMessage): void {
  process.send?.(message);
}

/** The port of a server that listens. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return address.port;
}
