import type { ArticleSection } from "../../../features/content/article-section.ts";
import { HelpArticle } from "../../../features/content/help-article.tsx";
import { PayoutTable } from "../../../features/content/payout-table.tsx";
import { PlainTable } from "../../../features/content/plain-table.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "share",
    title: "Our share",
    body: (
      <>
        <p>
          It is a percentage of your price. The more lessons you have completed in the last 30 days, counting
          the one that is being booked, the lower it is. You never pay for leads, for messages or for a place
          in search.
        </p>
        <PayoutTable />
        <p>
          You move up at once. You move down one step at a time, at most once in 30 days. After more than 90
          days without a lesson you start at 15% again. A booked lesson keeps the rate it was booked at.
        </p>
        <p>The student’s 12% Booking Protection comes on top of your price; it is not taken from you.</p>
      </>
    ),
  },
  {
    id: "payouts",
    title: "When you are paid",
    body: (
      <>
        <p>
          A lesson is charged 24 hours after its end, and then your part is yours. Payouts go to your bank
          account every Tuesday.
        </p>
        <p>
          If the charge fails and stays so for 72 hours, we pay you for a lesson you gave from our own money.
          That is our risk, not yours.
        </p>
      </>
    ),
  },
  {
    id: "instant",
    title: "Instant payout",
    body: (
      <p>
        To have it sooner you can pay out what is available to an eligible account, for 2%, at least $0.50. Of
        $105.60, the fee is $2.11 and you get $103.49. You see both before you confirm.
      </p>
    ),
  },
  {
    id: "cancelled",
    title: "Cancelled lessons and no-shows",
    body: (
      <PlainTable
        caption="What you get when a lesson does not take place"
        isCaptionHidden
        headers={["What happened", "What you get"]}
        rows={[
          ["The student cancels 12 hours or more before", "Nothing; the time is open again"],
          ["The student cancels under 12 hours before", "Half of your pay for the lesson"],
          ["The student does not come", "Your full pay, once the report is confirmed"],
          ["You cancel or do not come", "Nothing; the student is made whole"],
        ]}
      />
    ),
  },
  {
    id: "tips",
    title: "Tips and credit",
    body: (
      <p>
        Tips are yours in full. When a student pays with credit you are paid the same; the difference is ours.
        The student’s side is in <TextLink to="/help/reviews-and-tips#tips">reviews and tips</TextLink>.
      </p>
    ),
  },
];

export default function WhatYouEarn() {
  return (
    <HelpArticle
      slug="what-you-earn"
      sections={SECTIONS}
      related={["become-an-instructor", "cancel-a-lesson", "no-shows-and-problems"]}
    />
  );
}
