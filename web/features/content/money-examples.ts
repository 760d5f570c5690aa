/** Amounts of one 60-minute lesson as every page tells them, in cents. The rules are the server's; a test holds these against them. */
export const EXAMPLE_LESSON = { lesson_cents: 12_000, fee_cents: 1_440, total_cents: 13_440 } as const;

/** What the instructor keeps of that lesson (money spec §6, P1–P4). */
export const EXAMPLE_PAYOUTS = [
  { tier: "Standard", lessons: "Up to 4 lessons", rate_percent: 15, fee_cents: 1_800, payout_cents: 10_200 },
  { tier: "Growth", lessons: "5 to 10 lessons", rate_percent: 12, fee_cents: 1_440, payout_cents: 10_560 },
  { tier: "Pro", lessons: "11 lessons or more", rate_percent: 10, fee_cents: 1_200, payout_cents: 10_800 },
  {
    tier: "Founding",
    lessons: "Any number, for life",
    rate_percent: 8,
    fee_cents: 960,
    payout_cents: 11_040,
  },
] as const;

export type Band = "free" | "middle" | "late";

export interface CancellationExample {
  readonly key: string;
  readonly title: string;
  readonly band: Band;
  readonly lesson_cents: number;
  readonly fee_cents: number;
  /** Paid with credit at booking. */
  readonly credit_used_cents: number;
  readonly charged_cents: number;
  /** Credit of the booking that comes back as it was. */
  readonly released_cents: number;
  readonly new_credit_cents: number;
  /** Everything that the student is out of pocket. */
  readonly cost_cents: number;
}

const PLAIN = { lesson_cents: 12_000, fee_cents: 1_440, credit_used_cents: 0 };
const PART_CREDIT = { lesson_cents: 12_000, fee_cents: 1_440, credit_used_cents: 3_000 };
const MOSTLY_CREDIT = { lesson_cents: 12_000, fee_cents: 1_440, credit_used_cents: 10_000 };
const NOTHING = { charged_cents: 0, released_cents: 0, new_credit_cents: 0, cost_cents: 0 };

/** A student cancels (money spec §16, S3–S6, S8, S11–S14). */
export const CANCELLATION_EXAMPLES: readonly CancellationExample[] = [
  { key: "S3", title: "Exactly 24 hours before", band: "free", ...PLAIN, ...NOTHING },
  {
    key: "S4",
    title: "23 hours 59 minutes before",
    band: "middle",
    ...PLAIN,
    charged_cents: 13_440,
    released_cents: 0,
    new_credit_cents: 12_000,
    cost_cents: 1_440,
  },
  {
    key: "S5",
    title: "Exactly 12 hours before",
    band: "middle",
    ...PLAIN,
    charged_cents: 13_440,
    released_cents: 0,
    new_credit_cents: 12_000,
    cost_cents: 1_440,
  },
  {
    key: "S6",
    title: "11 hours 59 minutes before",
    band: "late",
    ...PLAIN,
    charged_cents: 13_440,
    released_cents: 0,
    new_credit_cents: 6_000,
    cost_cents: 7_440,
  },
  {
    key: "S8",
    title: "Under 12 hours, with odd cents",
    band: "late",
    lesson_cents: 3_001,
    fee_cents: 360,
    credit_used_cents: 0,
    charged_cents: 3_361,
    released_cents: 0,
    new_credit_cents: 1_501,
    cost_cents: 1_860,
  },
];

/** The same for a lesson that was paid in part with credit. */
export const CREDIT_EXAMPLES: readonly CancellationExample[] = [
  {
    key: "S14",
    title: "$100.00 credit, 24 hours or more",
    band: "free",
    ...MOSTLY_CREDIT,
    ...NOTHING,
    released_cents: 10_000,
  },
  {
    key: "S11",
    title: "$30.00 credit, between 24 and 12 hours",
    band: "middle",
    ...PART_CREDIT,
    charged_cents: 10_440,
    released_cents: 3_000,
    new_credit_cents: 9_000,
    cost_cents: 1_440,
  },
  {
    key: "S12",
    title: "$30.00 credit, under 12 hours",
    band: "late",
    ...PART_CREDIT,
    charged_cents: 10_440,
    released_cents: 3_000,
    new_credit_cents: 3_000,
    cost_cents: 7_440,
  },
  {
    key: "S13",
    title: "$100.00 credit, under 12 hours",
    band: "late",
    ...MOSTLY_CREDIT,
    charged_cents: 3_440,
    released_cents: 6_000,
    new_credit_cents: 0,
    cost_cents: 7_440,
  },
];
