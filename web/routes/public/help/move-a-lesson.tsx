import type { ArticleSection } from "../../../features/content/article-section.ts";
import { HelpArticle } from "../../../features/content/help-article.tsx";
import { PlainTable } from "../../../features/content/plain-table.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "when",
    title: "When you can move it",
    body: (
      <PlainTable
        caption="Moving a lesson by the time left"
        isCaptionHidden
        headers={["Before the start", "Can you move it?", "What happens to the money"]}
        rows={[
          ["24 hours or more", "Yes, as often as you like", "Nothing is charged"],
          ["24 to 12 hours", "Yes, once", "Your card is charged today; later refunds are credit"],
          ["Under 12 hours", "No", "You can cancel, or write to your instructor"],
        ]}
      />
    ),
  },
  {
    id: "early",
    title: "24 hours before, or earlier",
    body: (
      <>
        <p>
          Pick another start of the same instructor. You may also change the service, the length or the place;
          then today’s prices count, and you see the new total first. A new time alone changes no price.
        </p>
        <p>
          If the new start is less than 24 hours away, the total is held on your card right then. The lesson
          moves only if that works; otherwise it stays where it was.
        </p>
      </>
    ),
  },
  {
    id: "late",
    title: "Between 24 and 12 hours",
    body: (
      <>
        <p>You can do this once for a lesson, and only the time changes. What it means:</p>
        <ul>
          <li>Your card is charged when you move it.</li>
          <li>The lesson can’t be moved again.</li>
          <li>
            If you cancel the new lesson 12 hours or more before its start, you get the lesson price back as
            credit. Under 12 hours you get half of it. There is no refund to the card.
          </li>
          <li>If the instructor cancels, everything goes back to your card, as always.</li>
        </ul>
        <p>You see all of this before you agree. If the charge fails, the lesson stays where it was.</p>
      </>
    ),
  },
  {
    id: "instructors",
    title: "Instructors don’t move your lesson",
    body: (
      <p>
        They can write to you with other times, and you move it if you like. If they cannot make it and no
        time suits you, they cancel and{" "}
        <TextLink to="/help/cancel-a-lesson#instructor">you pay nothing</TextLink>.
      </p>
    ),
  },
  {
    id: "blocked",
    title: "When a move is refused",
    body: (
      <p>
        If your payment needs attention, put that right first. While a report about the lesson is open it
        can’t be moved. And if the new start was just taken, your lesson keeps its old time.
      </p>
    ),
  },
];

export default function MoveALesson() {
  return (
    <HelpArticle
      slug="move-a-lesson"
      sections={SECTIONS}
      related={["cancel-a-lesson", "when-you-are-charged", "message-an-instructor"]}
    />
  );
}
