import { createHash, randomFillSync } from "node:crypto";
import { monotonicFactory } from "ulid";
import type { Clock } from "#platform/clock/clock.ts";

/** Makes new ULIDs: time-sortable, and within one millisecond strictly increasing in this process. */
export type IdFactory = () => string;

export function createIdFactory(clock: Clock): IdFactory {
  const next = monotonicFactory(createRandom());
  return () => next(clock.now().epochMilliseconds);
}

/** Random fractions of 256 steps, from bytes fetched 4,096 at a time: asking the system for one byte costs more than the whole id. */
function createRandom(): () => number {
  const bytes = new Uint8Array(4096);
  let next = bytes.length;
  return () => {
    if (next === bytes.length) {
      randomFillSync(bytes);
      next = 0;
    }
    return (bytes[next++] ?? 0) / 256;
  };
}

/** The RFC 9562 version 5 UUID of `name` in `namespace`: same words in, same id out, on every machine. */
export function uuidV5(namespace: string, name: string): string {
  const hash = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name)
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}
