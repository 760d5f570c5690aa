import { createHash } from "node:crypto";
import { monotonicFactory } from "ulid";
import type { Clock } from "#platform/clock/clock.ts";

/** Makes new ULIDs: time-sortable, and within one millisecond strictly increasing in this process. */
export type IdFactory = () => string;

export function createIdFactory(clock: Clock): IdFactory {
  const next = monotonicFactory();
  return () => next(clock.now().epochMilliseconds);
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
