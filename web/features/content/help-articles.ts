export interface HelpArticleFacts {
  /** The last part of the address; the page is `routes/public/help/{slug}.tsx`. */
  readonly slug: string;
  readonly title: string;
  /** One sentence, also the description for search engines: ≤ 155 characters. */
  readonly summary: string;
  /** Words that people search for and that neither title nor summary has. */
  readonly keywords: string;
}

export interface HelpGroup {
  readonly title: string;
  readonly articles: readonly HelpArticleFacts[];
}

export const HELP_GROUPS: readonly HelpGroup[] = [
  {
    title: "Finding and booking",
    articles: [
      {
        slug: "find-a-lesson",
        title: "Find a lesson",
        summary: "Search in your own words, browse the catalog, and read what a search result tells you.",
        keywords: "look filter sort map near me neighborhood results ranking category service child kids",
      },
      {
        slug: "book-a-lesson",
        title: "Book a lesson",
        summary:
          "Pick a start, keep it for 15 minutes while you pay, and you are booked without waiting for a yes.",
        keywords:
          "reserve hold countdown confirm instant notice how early last minute duration length place address",
      },
      {
        slug: "message-an-instructor",
        title: "Message an instructor",
        summary:
          "Writing is free, before and after you book. Contact details stay hidden until you have a lesson.",
        keywords: "chat contact phone number email hidden question reply edit delete report",
      },
    ],
  },
  {
    title: "Paying",
    articles: [
      {
        slug: "what-a-lesson-costs",
        title: "What a lesson costs",
        summary: "The lesson plus 12% Booking Protection, shown as one total before you choose a time.",
        keywords: "price fee hourly rate minimum cheap service charge protection tax total",
      },
      {
        slug: "when-you-are-charged",
        title: "When your card is charged",
        summary:
          "Nothing today when you book a day ahead; a hold 24 hours before; the charge the day after the lesson.",
        keywords: "payment authorization pending hold declined card problem retry failed bank 3-d secure",
      },
      {
        slug: "credits",
        title: "Credits",
        summary: "Where credit comes from, what it pays for, and when it expires.",
        keywords: "balance wallet voucher reward milestone expire free lesson refund",
      },
    ],
  },
  {
    title: "Changing plans",
    articles: [
      {
        slug: "cancel-a-lesson",
        title: "Cancel a lesson",
        summary: "Free up to 24 hours before. Later you see the exact cost first, and then decide.",
        keywords: "cancellation refund policy money back late sick emergency instructor cancels",
      },
      {
        slug: "move-a-lesson",
        title: "Move a lesson to another time",
        summary: "As often as you like up to 24 hours before, once between 24 and 12 hours, then no more.",
        keywords: "reschedule change date time later earlier postpone",
      },
    ],
  },
  {
    title: "The lesson and after",
    articles: [
      {
        slug: "lesson-day",
        title: "The day of the lesson",
        summary: "Reminders, the address, joining online, and what time zone the times are in.",
        keywords: "join link video online zoom directions reminder calendar late time zone",
      },
      {
        slug: "no-shows-and-problems",
        title: "No-shows and other problems",
        summary:
          "Report a lesson from its start until 24 hours after its end; the payment waits until it is settled.",
        keywords: "did not come absent late dispute complaint refund safety report emergency",
      },
      {
        slug: "reviews-and-tips",
        title: "Reviews and tips",
        summary: "Who may review, how the stars are counted, and where a tip goes.",
        keywords: "rating stars feedback gratuity comment reply fake",
      },
    ],
  },
  {
    title: "Teaching",
    articles: [
      {
        slug: "become-an-instructor",
        title: "Become an instructor",
        summary:
          "What you need before you go live: a service with a price, checks, a payout account, open hours.",
        keywords:
          "teach apply invite code background check identity onboarding requirements go live founding",
      },
      {
        slug: "what-you-earn",
        title: "What you earn and when",
        summary: "Our share is 15%, less when you teach more. Payouts go out every Tuesday.",
        keywords: "commission payout money instant tuesday rate tier founding bank fee instructor pay tips",
      },
    ],
  },
  {
    title: "Your account",
    articles: [
      {
        slug: "account-security",
        title: "Sign in and stay safe",
        summary: "Passwords, two-factor sign-in, passkeys, and what happens after failed attempts.",
        keywords:
          "login log in password forgot reset 2fa code authenticator backup codes locked sign up register",
      },
      {
        slug: "your-data",
        title: "Your data",
        summary: "See what is kept, download a copy, or delete your account.",
        keywords: "privacy export gdpr delete erase anonymize cookies consent search history",
      },
    ],
  },
];

/** The article of a slug. @throws when the list has none: a page without an entry is a mistake of ours. */
export function getHelpArticle(slug: string): HelpArticleFacts {
  const found = HELP_GROUPS.flatMap(({ articles }) => articles).find((article) => article.slug === slug);
  if (!found) throw new Error(`no help article "${slug}"`);
  return found;
}
