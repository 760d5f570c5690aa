import { z } from "zod";
import type { Clock } from "#platform/clock/clock.ts";
import type { Tx } from "#platform/database/database.types.ts";
import type { IdFactory } from "#platform/ids/ids.ts";
import type { Jobs } from "#platform/jobs/jobs.ts";
import type { JobRegistry } from "#platform/jobs/registry.ts";

/** A domain event as its subscribers get it (operations §8). `data` holds ids and versions, nothing personal. */
export const eventSchema = z.object({
  event_id: z.string(),
  type: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
  aggregate_id: z.string(),
  version: z.number().int().nonnegative(),
  occurred_at: z.string(),
  data: z.record(z.string(), z.unknown()),
});

export type DomainEvent = z.output<typeof eventSchema>;

export interface NewEvent {
  /** `thing.past_verb`. */
  readonly type: string;
  readonly aggregateId: string;
  /** Version of the aggregate after the change: with type and id it names the event, so publishing it twice adds nothing. */
  readonly version: number;
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface Events {
  /** Adds one job per subscribing kind in the caller's transaction. Order between events is not promised. */
  publish(tx: Tx, event: NewEvent): Promise<void>;
}

export interface EventsOptions {
  readonly jobs: Jobs;
  readonly registry: JobRegistry;
  readonly clock: Clock;
  readonly newId: IdFactory;
}

export function createEvents({ jobs, registry, clock, newId }: EventsOptions): Events {
  return {
    async publish(tx, { type, aggregateId, version, data = {} }) {
      const event = eventSchema.parse({
        event_id: newId(),
        type,
        aggregate_id: aggregateId,
        version,
        occurred_at: clock.now().toString({ fractionalSecondDigits: 3 }),
        data,
      });
      for (const subscriber of registry.subscribersOf(type)) {
        await jobs.add(tx, subscriber.kind, event, { key: `${type}:${aggregateId}:${version}` });
      }
    },
  };
}
