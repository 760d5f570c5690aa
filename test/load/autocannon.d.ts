/** The part of the load generator that we use; it ships no types. */
declare module "autocannon" {
  import type { EventEmitter } from "node:events";

  export interface Request {
    readonly method: "GET";
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
  }

  export interface Client extends EventEmitter {
    /** The requests that this connection sends in turn, from the first again after the last. */
    setRequests(requests: readonly Request[]): void;
    on(event: "headers", listener: (reply: { readonly headers: readonly string[] }) => void): this;
  }

  export interface Options {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
    readonly setupClient: (client: Client) => void;
  }

  export interface Result {
    readonly non2xx: number;
    readonly errors: number;
    readonly timeouts: number;
  }

  export interface Run extends EventEmitter, PromiseLike<Result> {
    on(
      event: "response",
      listener: (client: Client, status: number, bytes: number, milliseconds: number) => void,
    ): this;
  }

  export default function autocannon(options: Options): Run;
}
