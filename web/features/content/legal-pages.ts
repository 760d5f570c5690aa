export interface LegalPageFacts {
  readonly slug: "terms" | "privacy" | "cancellation" | "referrals" | "accessibility";
  readonly title: string;
  /** For search engines, ≤ 155 characters. */
  readonly description: string;
  /** The day of this wording; change it with the text. */
  readonly version: string;
  /** Starts the sentence "… not in force". */
  readonly subject: string;
}

/** The policies, with the day of their wording. */
export const LEGAL_PAGES: Readonly<Record<LegalPageFacts["slug"], LegalPageFacts>> = {
  terms: {
    slug: "terms",
    title: "Terms",
    description:
      "Draft terms for students and instructors: accounts, booking, prices, cancelling, reports, reviews, credit.",
    version: "2026-11-21",
    subject: "These terms are",
  },
  privacy: {
    slug: "privacy",
    title: "Privacy",
    description:
      "Draft privacy notice: what we keep and for how long, who sees it, what you can switch off, copy and delete.",
    version: "2026-11-21",
    subject: "For accounts and booking this notice is",
  },
  cancellation: {
    slug: "cancellation",
    title: "Cancellation policy",
    description:
      "Free up to 24 hours before; lesson price back as credit up to 12 hours; half of it after. With examples in exact cents.",
    version: "2026-11-21",
    subject: "This policy is",
  },
  referrals: {
    slug: "referrals",
    title: "Referral terms",
    description:
      "Draft terms of the referral programs: what both sides get, when it is unlocked, when it expires, what is excluded.",
    version: "2026-11-21",
    subject: "These terms are",
  },
  accessibility: {
    slug: "accessibility",
    title: "Accessibility",
    description: "The standard we build to, how we test, what you can rely on, and what is not there yet.",
    version: "2026-11-21",
    subject: "As a formal statement this page is",
  },
};
