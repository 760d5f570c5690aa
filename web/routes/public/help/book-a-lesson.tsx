import type { ArticleSection } from "../../../features/content/article-section.ts";
import { HelpArticle } from "../../../features/content/help-article.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "steps",
    title: "The steps",
    body: (
      <ol>
        <li>Choose the kind of lesson, where it takes place and how long it is.</li>
        <li>Pick a day and a start. Only starts that are open are shown.</li>
        <li>Log in or create an account. What you picked stays.</li>
        <li>Check the place, leave a note if you like, choose a card, and book.</li>
      </ol>
    ),
  },
  {
    id: "hold",
    title: "The 15-minute hold",
    body: (
      <>
        <p>
          When you go to pay, the start is yours for 15 minutes, or until the lesson starts if that is sooner.
          Nobody else can take it and the instructor does not see it. Another card does not make the hold
          longer.
        </p>
        <p>
          If it ends before you have paid, nothing is charged and the start is open again. You can hold up to
          three starts at a time.
        </p>
      </>
    ),
  },
  {
    id: "instant",
    title: "No waiting for a yes",
    body: (
      <p>
        Booking is instant. Instructors open the hours they want to teach, and a start in those hours is
        theirs to give; there is no request to approve. Right after you book, both of you get a confirmation
        and you see the full address or where to join.
      </p>
    ),
  },
  {
    id: "notice",
    title: "How soon and how far ahead",
    body: (
      <>
        <ul>
          <li>Online or at the instructor’s place: at least 1 hour ahead.</li>
          <li>Where the instructor travels: at least 3 hours ahead.</li>
          <li>Up to 90 days ahead, unless the instructor chose another limit.</li>
        </ul>
        <p>
          An instructor may ask for more notice. Most also protect the night: after 8 PM you cannot book the
          next day before 9 AM, or before 11 AM when they travel to you.
        </p>
        <p>Starts that are too soon are not shown, so what you see can be booked.</p>
      </>
    ),
  },
  {
    id: "length",
    title: "How long a lesson is",
    body: (
      <p>
        Between 30 minutes and 4 hours. Each instructor chooses which lengths they offer; a lesson can start
        every 15 minutes.
      </p>
    ),
  },
  {
    id: "taken",
    title: "If someone was faster",
    body: (
      <p>
        Two people can look at the same start, but only one gets it. If it was not you, you are told at once,
        with the nearest starts that are open, and your card is not touched. How payment works from there:{" "}
        <TextLink to="/help/when-you-are-charged">when your card is charged</TextLink>.
      </p>
    ),
  },
];

export default function BookALesson() {
  return (
    <HelpArticle
      slug="book-a-lesson"
      sections={SECTIONS}
      related={["what-a-lesson-costs", "when-you-are-charged", "cancel-a-lesson"]}
    />
  );
}
