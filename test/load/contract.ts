import { z } from "zod";
import { ULID_PATTERN } from "../../common/ids.ts";

/** Paths that every peer of a measurement serves. */
export const PATHS = {
  catalog: "/api/v1/bench/catalog",
  me: "/api/v1/bench/me",
  ping: "/api/v1/bench/ping",
  stream: "/api/v1/bench/stream",
} as const;

export const EVENT_INTERVAL_MS = 50;

/** Of ordinary size for a public list: about 2 KB of JSON. */
export const catalogReply = z.object({
  items: z.array(
    z.object({
      id: z.string().regex(ULID_PATTERN),
      name: z.string(),
      slug: z.string(),
      description: z.string().nullable(),
      service_count: z.int(),
      is_popular: z.boolean(),
    }),
  ),
});

export const meReply = z.object({
  id: z.string().regex(ULID_PATTERN),
  display_name: z.string(),
  email_verified: z.boolean(),
  lessons_taken: z.int(),
  created_at: z.iso.datetime({ precision: 3 }),
});

export const pingReply = z.object({ ok: z.boolean() });

export function makeCatalog(): z.output<typeof catalogReply> {
  const items = Array.from({ length: 12 }, (_, index) => ({
    id: `01CATEG${String(index).padStart(19, "0")}`,
    name: `Category ${index}`,
    slug: `category-${index}`,
    description: index % 3 === 0 ? null : "Lessons for every level, at home or in a studio.",
    service_count: index * 7,
    is_popular: index < 4,
  }));
  return { items };
}

/** One row by primary key; the text is what Kysely makes of the query in `our-app.ts`. */
export const ME_SQL =
  'select "id", "display_name", "email_verified", "lessons_taken", "created_at" from "bench_members" where "id" = $1';

export const POOL_SIZE = 14;
