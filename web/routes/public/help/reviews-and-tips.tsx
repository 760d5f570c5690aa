import type { ArticleSection } from "../../../features/content/article-section.ts";
import { HelpArticle } from "../../../features/content/help-article.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "who",
    title: "Who can review",
    body: (
      <p>
        Only the student of a completed lesson, once for each lesson, within 30 days. So every review belongs
        to a lesson that took place. You appear with your first name and the first letter of your last name.
      </p>
    ),
  },
  {
    id: "write",
    title: "Writing one",
    body: (
      <p>
        Choose 1 to 5 stars and add 3 to 500 characters if you like. A review can’t be edited afterwards, so
        read it once more before you send it. The instructor can answer once.
      </p>
    ),
  },
  {
    id: "held",
    title: "When a review waits",
    body: (
      <p>
        One with contact details, profanity or a long run of the same character waits until a person has read
        it. We don’t remove reviews because they are bad. <TextLink to="/trust#reviews">The rules</TextLink>{" "}
        are the same for everyone.
      </p>
    ),
  },
  {
    id: "stars",
    title: "The number next to the star",
    body: (
      <p>
        It appears from three reviews on, with their number. With few reviews it leans towards 4.5; a review
        counts half after 360 days; further reviews of one student for the same instructor count one fifth
        each.
      </p>
    ),
  },
  {
    id: "tips",
    title: "Tips",
    body: (
      <>
        <p>
          Tipping is optional: $1.00 to $200.00, once for each lesson, up to 30 days after it, with the review
          or later. All of it goes to your instructor; the cost of the card payment is ours.
        </p>
        <p>
          A tip is charged to your card at once and can’t be paid with credit. If that fails your review
          stays, and you can try the tip again.
        </p>
      </>
    ),
  },
];

export default function ReviewsAndTips() {
  return (
    <HelpArticle
      slug="reviews-and-tips"
      sections={SECTIONS}
      related={["no-shows-and-problems", "find-a-lesson", "what-you-earn"]}
    />
  );
}
