import { pipeline, type Readable } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";

export type ContentEncoding = "br" | "gzip";

const COMPRESSIBLE = /^(?:text\/|application\/(?:json|javascript|manifest\+json|xml)|image\/svg\+xml)/i;

/** True for media types that shrink under compression. */
export function isCompressible(contentType: string): boolean {
  return COMPRESSIBLE.test(contentType);
}

/** The encoding to answer with, by the weights of `Accept-Encoding`; Brotli wins a tie; null means as is. */
export function chooseEncoding(acceptEncoding: string | undefined): ContentEncoding | null {
  const weights = readWeights(acceptEncoding ?? "");
  const weightOf = (encoding: string) => weights.get(encoding) ?? weights.get("*") ?? 0;
  const br = weightOf("br");
  const gzip = weightOf("gzip");
  if (Math.max(br, gzip) === 0) return null;
  return br >= gzip ? "br" : "gzip";
}

function readWeights(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
    if (name === "") continue;
    const quality = parameters.find((parameter) => parameter.startsWith("q="));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    weights.set(name, Number.isFinite(weight) ? weight : 0);
  }
  return weights;
}

/** Compresses a stream and passes on each chunk when it is written, so that a streamed page stays streamed. */
export function compressStream(source: Readable, encoding: ContentEncoding): Readable {
  const encoder =
    encoding === "br"
      ? createBrotliCompress({
          flush: constants.BROTLI_OPERATION_FLUSH,
          params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
        })
      : createGzip({ level: 5, flush: constants.Z_SYNC_FLUSH });
  // The encoder carries a failure on to whoever reads it.
  return pipeline(source, encoder, () => {});
}
