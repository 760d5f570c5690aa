import type { ArticleSection } from "../../../features/content/article-section.ts";
import { HelpArticle } from "../../../features/content/help-article.tsx";
import { PlainTable } from "../../../features/content/plain-table.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "sources",
    title: "Where credit comes from",
    body: (
      <PlainTable
        caption="Kinds of credit"
        isCaptionHidden
        headers={["Source", "Amount", "Expires after"]}
        rows={[
          ["A lesson you cancelled late", "As the cancellation policy says", "365 days"],
          ["5th completed lesson, then every 11th after it (16th, 27th …)", "$10.00", "365 days"],
          ["11th completed lesson, then every 11th after it (22nd, 33rd …)", "$20.00", "365 days"],
          ["A friend you referred, or being referred", "$20.00", "6 months"],
          ["A refund, or goodwill of ours", "As decided", "365 days"],
        ]}
      />
    ),
  },
  {
    id: "use",
    title: "What it pays for",
    body: (
      <>
        <ul>
          <li>
            The lesson, up to its whole price. Not Booking Protection, and not tips, so a card is always
            needed.
          </li>
          <li>Referral credit needs a lesson of $80.00 or more.</li>
          <li>Credit cannot be paid out in cash.</li>
        </ul>
        <p>
          At checkout we apply as much as possible, the credit that expires first before the rest. You can
          lower the amount. Your instructor is paid the same, however you pay.
        </p>
      </>
    ),
  },
  {
    id: "expiry",
    title: "Nothing lapses quietly",
    body: (
      <p>
        Your account lists each credit with its date, and you are reminded 14 and 3 days before. Credit that a
        booked lesson has reserved does not expire while it is reserved. If it comes back because the
        instructor or we were at fault, it is good for at least 30 more days.
      </p>
    ),
  },
  {
    id: "cancel",
    title: "Credit on a lesson you cancel",
    body: (
      <p>
        What comes back to you comes back first as the credit you used, with its own date, then as new credit.
        The <TextLink to="/legal/cancellation#credit">cancellation policy</TextLink> has examples in exact
        cents.
      </p>
    ),
  },
];

export default function Credits() {
  return (
    <HelpArticle
      slug="credits"
      sections={SECTIONS}
      related={["what-a-lesson-costs", "cancel-a-lesson", "when-you-are-charged"]}
    />
  );
}
