import type { ArticleSection } from "../../../features/content/article-section.ts";
import { CancellationTimeline } from "../../../features/content/cancellation-timeline.tsx";
import { HelpArticle } from "../../../features/content/help-article.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "cost",
    title: "What it costs",
    body: (
      <>
        <CancellationTimeline />
        <p>
          Exactly 24 hours is still free, and exactly 12 hours still counts as the middle part. The{" "}
          <TextLink to="/legal/cancellation">cancellation policy</TextLink> has every case.
        </p>
      </>
    ),
  },
  {
    id: "how",
    title: "How to cancel",
    body: (
      <>
        <ol>
          <li>Open the lesson in My lessons and choose Cancel.</li>
          <li>You see what comes back and what it costs you, to the cent, at this moment.</li>
          <li>Say why, and cancel. Or keep the lesson, or move it instead.</li>
        </ol>
        <p>
          If the amount has changed while you were deciding, because a deadline has passed, we show you the
          new one and ask again.
        </p>
      </>
    ),
  },
  {
    id: "short-notice",
    title: "Lessons booked at short notice",
    body: (
      <p>
        The same hours count from the first minute. A lesson that you book 6 hours ahead is in the last part
        already; there is no free period after booking. While you are still on the payment page you can leave
        at no cost.
      </p>
    ),
  },
  {
    id: "instructor",
    title: "If your instructor cancels",
    body: (
      <p>
        You pay nothing, whenever it happens. What was held is let go, what was charged goes back to your card
        with the fee, and credit you used comes back.
      </p>
    ),
  },
  {
    id: "started",
    title: "Once the lesson has started",
    body: (
      <p>
        It can’t be cancelled any more. If something went wrong,{" "}
        <TextLink to="/help/no-shows-and-problems">report it</TextLink> until 24 hours after its end.
      </p>
    ),
  },
];

export default function CancelALesson() {
  return (
    <HelpArticle
      slug="cancel-a-lesson"
      sections={SECTIONS}
      related={["move-a-lesson", "credits", "no-shows-and-problems"]}
    />
  );
}
