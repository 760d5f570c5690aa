import type { ArticleSection } from "../../../features/content/article-section.ts";
import { HelpArticle } from "../../../features/content/help-article.tsx";
import { EXAMPLE_LESSON } from "../../../features/content/money-examples.ts";
import { TotalExample } from "../../../features/content/total-example.tsx";
import { formatMoney } from "../../../lib/format/money.ts";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "total",
    title: "Two lines, one total",
    body: (
      <>
        <p>
          You pay the lesson and Booking Protection, 12% of the lesson. The total with both is what you see on
          results, on profiles and in the time sheet. Nothing is added later.
        </p>
        <TotalExample />
      </>
    ),
  },
  {
    id: "lesson",
    title: "The price of the lesson",
    body: (
      <>
        <p>
          Instructors set an hourly rate for each service, and one for each way of giving it: online, at your
          place, at their place. Your lesson costs that rate for its length. At{" "}
          {formatMoney(EXAMPLE_LESSON.lesson_cents)} an hour, 45 minutes are{" "}
          {formatMoney((EXAMPLE_LESSON.lesson_cents * 3) / 4)}.
        </p>
        <p>
          There is a minimum so that teaching pays: $80.00 an hour in person and $60.00 an hour online, in
          proportion for other lengths. Half cents are rounded up.
        </p>
      </>
    ),
  },
  {
    id: "protection",
    title: "What Booking Protection is for",
    body: (
      <>
        <p>It pays for the platform: payments, checks, and making you whole when something goes wrong.</p>
        <ul>
          <li>If your instructor cancels or does not come, you get everything back, the fee included.</li>
          <li>If you cancel 24 hours or more before the start, nothing is charged, so there is no fee.</li>
          <li>If you cancel later than that, the fee is kept.</li>
        </ul>
        <p>The fee is always paid by card, never with credit.</p>
      </>
    ),
  },
  {
    id: "fixed",
    title: "The price you book is the price you pay",
    body: (
      <p>
        When you book, rate, fee and total are fixed for that lesson. If the instructor raises their rate
        tomorrow, your booking does not change. If a price changes while you are paying, we show you the new
        one and ask again; nothing is charged before you agree. To cancel, see{" "}
        <TextLink to="/help/cancel-a-lesson">cancel a lesson</TextLink>.
      </p>
    ),
  },
];

export default function WhatALessonCosts() {
  return (
    <HelpArticle
      slug="what-a-lesson-costs"
      sections={SECTIONS}
      related={["when-you-are-charged", "credits", "cancel-a-lesson"]}
    />
  );
}
