import { z } from "zod";
import { ULID_PATTERN } from "#common/ids.ts";

/** The scalar types of the API spec §1 "Names and types". A malformed one is 422 `invalid_format`. */

export const ulid = () =>
  z
    .string()
    .regex(ULID_PATTERN, "This is not a valid id.")
    .meta({ examples: ["01ARZ3NDEKTSV4RRFFQ69G5FAV"] });

/** A UTC instant with milliseconds and `Z`; key suffix `_at`. */
export const instant = () => z.iso.datetime({ precision: 3, error: "Write it as 2026-03-08T07:00:00.000Z." });

/** A calendar date without a zone. */
export const plainDate = () => z.iso.date("Write it as 2026-03-08.");

/** `HH:MM`, 00:00 to 23:59. */
export const timeOfDay = () =>
  z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "Write it as 09:30, on the 24-hour clock.");

/** The end of a span within a day: `HH:MM` up to `24:00`, never `00:00`. */
export const endTimeOfDay = () =>
  z
    .string()
    .regex(
      /^(?!00:00)(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/,
      "Write it as 17:30; the end of the day is 24:00.",
    );

/** An IANA zone name that this runtime knows. */
export const timezone = () =>
  z
    .string()
    .max(64)
    .refine(isZone, { error: "There is no such time zone.", params: { code: "invalid_format" } });

/** Whole cents of USD; key suffix `_cents`. */
export const cents = () => z.int().min(-100_000_000_00).max(100_000_000_00);

/** Basis points, 1 % = 100; key suffix `_bps`. */
export const bps = () => z.int().min(0).max(10_000);

/** The body of a 204. */
export const noContent = z.null().describe("No content");

function isZone(name: string): boolean {
  try {
    Temporal.Now.instant().toZonedDateTimeISO(name);
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
