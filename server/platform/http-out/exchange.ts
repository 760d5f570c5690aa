import { HttpOutError } from "./http-out-error.ts";

export interface Exchange {
  readonly destination: string;
  readonly url: URL;
  readonly method: string;
  readonly headers: HeadersInit | undefined;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
  readonly maxResponseBytes: number;
  readonly timeout: AbortSignal;
  /** The caller's own wish to stop. */
  readonly signal: AbortSignal | undefined;
}

export interface OutboundResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
  text(): string;
  /** @throws SyntaxError when the body is not JSON */
  json(): unknown;
}

/**
 * Sends one request and reads its whole answer.
 * @throws HttpOutError, the reason of `signal` when the caller aborted, TypeError when the request cannot be built
 */
export async function exchange(call: Exchange): Promise<OutboundResponse> {
  const signals = call.signal ? [call.timeout, call.signal] : [call.timeout];
  // Outside the try: a request that cannot be built is the caller's mistake, not the destination's failure.
  const request = new Request(call.url, {
    method: call.method,
    headers: call.headers ?? {},
    body: call.body,
    redirect: "manual",
    signal: AbortSignal.any(signals),
  });
  try {
    const response = await fetch(request);
    if (response.status >= 300 && response.status < 400 && response.status !== 304) {
      await response.body?.cancel();
      throw new HttpOutError(call.destination, "redirect");
    }
    return answer(response, await readBody(response, call));
  } catch (error) {
    if (error instanceof HttpOutError) throw error;
    if (call.signal?.aborted) throw call.signal.reason;
    throw new HttpOutError(call.destination, call.timeout.aborted ? "timeout" : "network", error);
  }
}

async function readBody(response: Response, call: Exchange): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the stream and closes the connection.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > call.maxResponseBytes) throw new HttpOutError(call.destination, "too_large");
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function answer({ status, headers }: Response, bytes: Uint8Array<ArrayBuffer>): OutboundResponse {
  const text = () => new TextDecoder().decode(bytes);
  return { status, headers, bytes, text, json: (): unknown => JSON.parse(text()) };
}
