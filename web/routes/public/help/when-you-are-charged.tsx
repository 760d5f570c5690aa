import type { ArticleSection } from "../../../features/content/article-section.ts";
import { ChargeTimes } from "../../../features/content/charge-times.tsx";
import { HelpArticle } from "../../../features/content/help-article.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "when",
    title: "The two cases",
    body: (
      <>
        <ChargeTimes />
        <p>
          A hold is your bank setting the amount aside; you may see it as pending. It becomes a charge 24
          hours after the lesson has ended, and not earlier, even if your instructor marks the lesson complete
          at once. Those 24 hours are your time to report a problem.
        </p>
      </>
    ),
  },
  {
    id: "declined",
    title: "If your card is declined when you book",
    body: (
      <p>
        You are not booked yet. Use another card while your 15-minute hold runs. If your bank wants to check
        that it is you, you confirm in its window and the booking goes on by itself.
      </p>
    ),
  },
  {
    id: "declined-later",
    title: "If it is declined 24 hours before the lesson",
    body: (
      <>
        <p>
          You are told at once and can pick another card. Until then we try again 23, 19 and 13 hours before
          the lesson; a lost, stolen or expired card is not tried again. After the try at 13 hours you get a
          last warning.
        </p>
        <p>
          If it has not worked 12 hours before the start, the lesson is cancelled. That costs you nothing, and
          credit you used comes back. If two bookings end without payment within 90 days, we check the card
          right at booking for a while, however far ahead the lesson is.
        </p>
      </>
    ),
  },
  {
    id: "after",
    title: "If the charge fails after the lesson",
    body: (
      <p>
        We tell you once and try again every 4 hours, and whenever you ask us to. You cannot book another
        lesson until it is paid.
      </p>
    ),
  },
  {
    id: "cards",
    title: "Your cards",
    body: (
      <>
        <p>
          You type card details into fields of our payment provider, Stripe. We keep the brand, the last four
          digits and the expiry date, never the number.
        </p>
        <p>
          You can save a card for next time; the box is not ticked for you. A card that a coming lesson needs
          can be removed once you have chosen another. What you pay is explained in{" "}
          <TextLink to="/help/what-a-lesson-costs">what a lesson costs</TextLink>.
        </p>
      </>
    ),
  },
];

export default function WhenYouAreCharged() {
  return (
    <HelpArticle
      slug="when-you-are-charged"
      sections={SECTIONS}
      related={["what-a-lesson-costs", "credits", "cancel-a-lesson"]}
    />
  );
}
