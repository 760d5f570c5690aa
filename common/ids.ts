/**
 * Ids on the wire: 26-character ULIDs in upper-case Crockford base 32 (API spec §1).
 * A UUID and a ULID are the same 128 bits in two spellings; `run_id` is a job's UUID spelled as a ULID (operations §8).
 */
const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const ULID_PATTERN = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUlid(text: string): boolean {
  return ULID_PATTERN.test(text);
}

export function isUuid(text: string): boolean {
  return UUID_PATTERN.test(text);
}

/** @throws RangeError when `uuid` is not a UUID. */
export function uuidToUlid(uuid: string): string {
  if (!isUuid(uuid)) throw new RangeError("not a UUID");
  let bits = BigInt(`0x${uuid.replaceAll("-", "")}`);
  let text = "";
  for (let position = 0; position < 26; position++) {
    text = CROCKFORD.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return text;
}

/** @throws RangeError when `ulid` is not a ULID. */
export function ulidToUuid(ulid: string): string {
  if (!isUlid(ulid)) throw new RangeError("not a ULID");
  let bits = 0n;
  for (const character of ulid) bits = (bits << 5n) | BigInt(CROCKFORD.indexOf(character));
  const hex = bits.toString(16).padStart(32, "0");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
