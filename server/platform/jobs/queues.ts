/** The seven queues of operations §8 and their dead letters: each has its own workers, so that one cannot starve another. */
export const QUEUES = {
  payments: { concurrency: 4, notify: true, keepDays: 90 },
  notifications: { concurrency: 4, notify: true, keepDays: 7 },
  bookings: { concurrency: 2, notify: true, keepDays: 90 },
  search: { concurrency: 2, notify: true, keepDays: 7 },
  privacy: { concurrency: 1, notify: false, keepDays: 90 },
  maintenance: { concurrency: 1, notify: false, keepDays: 90 },
  analytics: { concurrency: 1, notify: false, keepDays: 7 },
} as const;

export const DEAD_LETTERS = "dead_letters";

export type QueueName = keyof typeof QUEUES;

export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];

/** First word of a job's name to its queue. */
const QUEUE_BY_AREA: Readonly<Record<string, QueueName>> = {
  payments: "payments",
  credits: "payments",
  referrals: "payments",
  webhooks: "payments",
  notifications: "notifications",
  communications: "notifications",
  beta: "notifications",
  bookings: "bookings",
  lessons: "bookings",
  availability: "bookings",
  bgc: "bookings",
  onboarding: "bookings",
  favorites: "bookings",
  badges: "bookings",
  search: "search",
  location: "search",
  cache: "search",
  places: "search",
  privacy: "privacy",
  uploads: "privacy",
  maintenance: "maintenance",
  monitoring: "maintenance",
  audit: "maintenance",
  analytics: "analytics",
};

/** @throws Error when the area of `kind` has no queue: a new area is added here with the change that needs it. */
export function queueOf(kind: string): QueueName {
  const queue = QUEUE_BY_AREA[kind.slice(0, kind.indexOf("."))];
  if (!queue) throw new Error(`job ${kind}: its area belongs to no queue`);
  return queue;
}

const DAY_SECONDS = 86_400;

/** What pg-boss is told about a queue: retries 10 s, 20 s, ... up to 1 h, nine times; heartbeats; how long finished jobs stay. */
export function queueOptions(queue: QueueName) {
  const { notify, keepDays } = QUEUES[queue];
  return {
    retryLimit: 9,
    retryDelay: 10,
    retryBackoff: true,
    retryDelayMax: 3600,
    heartbeatSeconds: 15,
    expireInSeconds: 600,
    retentionSeconds: 90 * DAY_SECONDS,
    deleteAfterSeconds: keepDays * DAY_SECONDS,
    deadLetter: DEAD_LETTERS,
    notify,
  };
}

export const DEAD_LETTER_OPTIONS = {
  retryLimit: 0,
  retentionSeconds: 90 * DAY_SECONDS,
  deleteAfterSeconds: 90 * DAY_SECONDS,
};
